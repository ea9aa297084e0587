"""The zip archive that an XLSX file is: everything about it is checked before anything is parsed (R34)."""

import io
import zipfile
import zlib
from dataclasses import dataclass
from typing import Final

from loaders.errors import (
    Damaged,
    HasDtd,
    HasExternalLinks,
    HasMacros,
    PasswordProtected,
    TooLarge,
    Truncated,
    WrongKind,
    ZipBomb,
)
from loaders.sheets.limits import MIB, Limits
from schema.text import Text

_ENCRYPTED: Final = 0x1
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_END_OF_DIRECTORY: Final = b"PK\x05\x06"
_LONGEST_TRAILER: Final = 22 + 65_535
_MACRO_PARTS: Final = ("vbaproject.bin", "xl/macrosheets/")
_LINK_PARTS: Final = ("xl/externallinks/", "xl/connections.xml", "xl/querytables/")
_OTHER_KINDS: Final = (
    ("word/document.xml", Text("是 Word 文档", "a Word document")),
    ("ppt/presentation.xml", Text("是 PowerPoint 文档", "a PowerPoint document")),
    ("xl/workbook.bin", Text("是 XLSB 工作簿", "an XLSB workbook")),
    ("content.xml", Text("是 OpenDocument 文档", "an OpenDocument document")),
)


@dataclass(slots=True)
class Package:
    """An archive that passed its checks; `data` is the whole file."""

    data: bytes
    archive: zipfile.ZipFile
    names: dict[str, str]

    def part(self, name: str) -> bytes | None:
        """A part by its path, in any case of letters; None if there is none. Raises Damaged, HasDtd."""
        stored = self.names.get(name.lower().lstrip("/"))
        if stored is None:
            return None
        try:
            data = self.archive.read(stored)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError):
            raise _damaged(name) from None
        return _without_dtd(data, name)

    def text(self, name: str) -> str:
        """A part's text; empty if there is none."""
        try:
            return (self.part(name) or b"").decode("utf-8-sig")
        except UnicodeDecodeError:
            raise _damaged(name) from None


def _damaged(name: str) -> Damaged:
    return Damaged(Text(f"部件 {name}", f"part {name}"))


def _without_dtd(data: bytes, name: str) -> bytes:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:2] in (b"<\0", b"\0<"):
        # No office program writes UTF-16 parts, and in them a declaration would pass unseen.
        raise _damaged(name)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise HasDtd(Text(f"部件 {name}", f"part {name}"))
    return data


def opened(data: bytes, limits: Limits) -> Package:
    """The archive in `data`; raises the refusal that fits where it is not a harmless XLSX file."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        complete = _END_OF_DIRECTORY in data[-_LONGEST_TRAILER:]
        raise (Damaged() if complete else Truncated()) from None
    members = archive.infolist()
    names = {each.filename.lower().lstrip("/"): each.filename for each in members}
    _check_sizes(members, len(data), limits)
    if len(names) != len(members):
        raise Damaged(Text("压缩包内有重名部件", "two parts of one name"))
    if any(each.flag_bits & _ENCRYPTED for each in members):
        raise PasswordProtected
    if any(each.compress_type not in _METHODS for each in members):
        raise Damaged(Text("压缩方式不是 XLSX 所用", "compressed as no XLSX file is"))
    _check_kind(names)
    return Package(data, archive, names)


def _check_sizes(members: list[zipfile.ZipInfo], weight: int, limits: Limits) -> None:
    if len(members) > limits.parts:
        raise ZipBomb(Text(f"{len(members)} 个部件", f"{len(members)} parts"))
    unpacked = sum(each.file_size for each in members)
    detail = Text(
        f"{weight // 1024} KB 解压为 {unpacked // MIB} MB",
        f"{weight // 1024} KB unpack to {unpacked // MIB} MB",
    )
    if unpacked > limits.ratio_from and unpacked > weight * limits.unpacked_ratio:
        raise ZipBomb(detail)
    if unpacked > limits.unpacked_bytes:
        raise TooLarge(detail)


def _check_kind(names: dict[str, str]) -> None:
    for marker, detail in _OTHER_KINDS:
        if marker in names:
            raise WrongKind(detail)
    if any(part in name for name in names for part in _MACRO_PARTS):
        raise HasMacros
    if any(name.startswith(part) for name in names for part in _LINK_PARTS):
        raise HasExternalLinks
    if not any(name.startswith("xl/") for name in names):
        raise WrongKind(Text("是压缩包", "a zip archive"))
