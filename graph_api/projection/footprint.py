"""How much memory a picture takes: the bytes of its columns, and of all that was computed of them."""

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Final

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types

from graph_api.projection.picture import Picture

_PER: Final = "Enterprise"


@dataclasses.dataclass(frozen=True, slots=True)
class Footprint:
    """Bytes: of what is stored, by part, and of what is computed; shared ones are counted once."""

    tables: int
    ties: int
    observations: int
    computed: int
    enterprises: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.tables + self.ties + self.observations + self.computed

    @property
    def per_enterprise(self) -> float:
        """Bytes for each enterprise, all that hangs on it included."""
        return self.total / max(self.enterprises, 1)


def footprint(picture: Picture) -> Footprint:
    """What the picture takes by now; what nobody has asked for yet is not computed and takes nothing."""
    counted: set[int] = set()
    parts = (picture.tables, picture.ties, picture.observations)
    tables, ties, observations = (_new_bytes(part, counted) for part in parts)
    computed = _new_bytes([made for _, _, made in picture.derived.made()], counted)
    there = int(np.count_nonzero(picture.tables[_PER].there))
    return Footprint(tables, ties, observations, computed, there)


def _new_bytes(thing: object, counted: set[int]) -> int:
    total = 0
    for address, size in _buffers(thing):
        if address not in counted:
            counted.add(address)
            total += size
    return total


def _buffers(thing: object) -> Iterator[tuple[int, int]]:
    """Address and size of each piece of memory below a thing."""
    if isinstance(thing, np.ndarray):
        yield thing.__array_interface__["data"][0], thing.nbytes
    elif isinstance(thing, pa.Array):
        yield from ((each.address, each.size) for each in thing.buffers() if each is not None)
    elif isinstance(thing, Mapping):
        for each in thing.values():
            yield from _buffers(each)
    elif isinstance(thing, list | tuple):
        for each in thing:
            yield from _buffers(each)
    elif dataclasses.is_dataclass(thing) and not isinstance(thing, type):
        for each in dataclasses.fields(thing):
            yield from _buffers(getattr(thing, each.name))
        for name in ("onward", "backward"):
            yield from _buffers(getattr(thing, "__dict__", {}).get(name))
