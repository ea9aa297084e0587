"""The compound file 复合文档 that an XLS file is, and that an encrypted XLSX is wrapped in.

Layout as [MS-CFB] gives it. Only what is needed here: the names of what is in it, and one stream by name.
"""

import struct
from dataclasses import dataclass
from typing import Final

from loaders.errors import Truncated

SIGNATURE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER_LENGTH: Final = 512
_LAST_REGULAR: Final = 0xFFFFFFFA
_ENTRY_LENGTH: Final = 128
_STREAM: Final = 2
_ROOT: Final = 5


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    start: int
    size: int


class CompoundFile:
    """A compound file. Raises Truncated where a sector that it names lies beyond its end."""

    def __init__(self, data: bytes) -> None:
        if len(data) < _HEADER_LENGTH:
            raise Truncated
        self._data = data
        self._sector = 1 << min(struct.unpack_from("<H", data, 30)[0], 16)
        self._mini_sector = 1 << min(struct.unpack_from("<H", data, 32)[0], 16)
        self._cutoff: int = struct.unpack_from("<I", data, 56)[0]
        self._table = self._allocation_table()
        directory = self._chain(struct.unpack_from("<I", data, 48)[0])
        self._entries = [
            entry
            for at in range(0, len(directory) - _ENTRY_LENGTH + 1, _ENTRY_LENGTH)
            if (entry := _entry(directory[at : at + _ENTRY_LENGTH])) is not None
        ]

    @property
    def names(self) -> frozenset[str]:
        """The names of all storages and streams."""
        return frozenset(entry.name for entry in self._entries)

    def stream(self, *names: str) -> bytes | None:
        """The first stream that bears one of these names, or None."""
        for name in names:
            for entry in self._entries:
                if entry.name == name and entry.kind == _STREAM:
                    return self._content(entry)
        return None

    def _at(self, sector: int) -> bytes:
        start = (sector + 1) * self._sector
        part = self._data[start : start + self._sector]
        if not part:
            raise Truncated
        return part

    def _allocation_table(self) -> list[int]:
        sectors = list(struct.unpack_from("<109I", self._data, 76))
        following, seen = struct.unpack_from("<I", self._data, 68)[0], 0
        each = self._sector // 4
        while following < _LAST_REGULAR and seen * self._sector < len(self._data):
            part = struct.unpack(f"<{each}I", self._at(following).ljust(self._sector, b"\xff"))
            sectors += part[:-1]
            following, seen = part[-1], seen + 1
        table: list[int] = []
        for sector in sectors:
            if sector < _LAST_REGULAR:
                table += struct.unpack(f"<{each}I", self._at(sector).ljust(self._sector, b"\xff"))
        return table

    def _chain(self, sector: int) -> bytes:
        parts: list[bytes] = []
        most = len(self._data) // self._sector + 1
        while sector < _LAST_REGULAR and len(parts) <= most:
            parts.append(self._at(sector))
            if sector >= len(self._table):
                raise Truncated
            sector = self._table[sector]
        return b"".join(parts)

    def _content(self, entry: _Entry) -> bytes:
        if entry.size >= self._cutoff:
            return self._chain(entry.start)[: entry.size]
        root = next((each for each in self._entries if each.kind == _ROOT), None)
        if root is None:
            raise Truncated
        store, size = self._chain(root.start), self._mini_sector
        mini = self._chain(struct.unpack_from("<I", self._data, 60)[0])
        table = struct.unpack(f"<{len(mini) // 4}I", mini)
        parts: list[bytes] = []
        sector = entry.start
        while sector < len(table) and len(parts) <= len(table):
            parts.append(store[sector * size : (sector + 1) * size])
            sector = table[sector]
        return b"".join(parts)[: entry.size]


def _entry(raw: bytes) -> _Entry | None:
    length, kind = struct.unpack_from("<HB", raw, 64)
    if not kind:
        return None
    name = raw[: min(max(length - 2, 0), 64)].decode("utf-16-le", "replace")
    start, size = struct.unpack_from("<IQ", raw, 116)
    return _Entry(name, kind, start, size & 0xFFFFFFFF)
