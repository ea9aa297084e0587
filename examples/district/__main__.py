"""`python -m examples.district`: write the sample's roster files again."""

from pathlib import Path

from examples.district.district import build
from examples.district.rosters.shelf import write

SAMPLE = Path(__file__).resolve().parents[1] / "sample"


def main() -> None:
    """Write every file into examples/sample."""
    write(build(), SAMPLE)


if __name__ == "__main__":
    main()
