"""What reading one file may cost, and nothing beyond it."""

from dataclasses import dataclass
from typing import Final

MIB: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one file and on the process that reads it."""

    file_bytes: int = 128 * MIB
    unpacked_bytes: int = 1024 * MIB
    unpacked_ratio: int = 300
    """How many times its weight a file may unpack to, once that is more than `ratio_from` bytes."""
    ratio_from: int = 64 * MIB
    parts: int = 10_000
    """Members of a zip archive."""
    cells: int = 20_000_000
    """Cells with all sheets taken together, blank ones before the last of a row included."""
    memory_bytes: int = 2048 * MIB
    """Address space of the reading process."""
    cpu_seconds: int = 120
    wall_seconds: int = 180


DEFAULT: Final = Limits()
