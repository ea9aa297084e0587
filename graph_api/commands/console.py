"""What commands say to the person at the terminal while they work: on stderr, apart from the answer."""

import sys

from schema.text import Text


def say(text: Text) -> None:
    """One line of progress."""
    print(text, file=sys.stderr, flush=True)
