"""How the reading process hands over what it read: frames of JSON, each after its length.

JSON, because a process that met hostile bytes must not be able to make its parent run anything.
Days and moments are not JSON: they stand beside the rows by position, so that only those cells are
touched on either side.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, Any, Final

import orjson

LENGTH: Final = struct.Struct("<I")
ROWS_A_FRAME: Final = 5_000


@dataclass(slots=True)
class Chunk:
    """Rows that follow each other. Days are (row in the chunk, column, proleptic ordinal)."""

    rows: list[list[Any]] = field(default_factory=list)
    days: list[tuple[int, int, int]] = field(default_factory=list)
    moments: list[tuple[int, int, str]] = field(default_factory=list)


class BrokenOff(Exception):
    """The frames ended in the middle, or are none: the process that wrote them has died, or lies."""


def write_frame(stream: IO[bytes], frame: dict[str, object]) -> None:
    """Append one frame."""
    body = orjson.dumps(frame)
    stream.write(LENGTH.pack(len(body)))
    stream.write(body)


def read_frames(stream: IO[bytes], most: int) -> Iterator[dict[str, Any]]:
    """The frames of a stream up to its end, `most` bytes at most.

    Raises BrokenOff where the stream ends in the middle of one, or goes on and on.
    """
    while head := stream.read(LENGTH.size):
        if len(head) < LENGTH.size:
            raise BrokenOff
        (length,) = LENGTH.unpack(head)
        most -= length
        if most < 0:
            raise BrokenOff
        body = stream.read(length)
        if len(body) < length:
            raise BrokenOff
        try:
            frame = orjson.loads(body)
        except orjson.JSONDecodeError:
            raise BrokenOff from None
        if not isinstance(frame, dict):
            raise BrokenOff
        yield frame
