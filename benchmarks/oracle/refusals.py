"""What a caller is refused for."""


class Refused(Exception):
    """A field that is answered with an error; `codes` are those that it may bear."""

    def __init__(self, *codes: str) -> None:
        """Refused with one of the codes."""
        super().__init__(" or ".join(codes))
        self.codes = codes
