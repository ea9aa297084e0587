"""Files made for tests: sound ones by XlsxWriter and xlwt, and what can be wrong with them."""

import io
import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]
import xlwt  # type: ignore[import-untyped]

ROSTER: list[list[str | int]] = [["企业名称", "职工人数"], ["甲公司", 50], ["乙公司", 7]]


def xlsx(fill: Callable[[Any], None] | None = None, options: Mapping[str, Any] | None = None) -> bytes:
    """An XLSX file; `fill` gets the workbook, without it the file is a small roster."""
    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(out, dict(options or {}))
    if fill is None:
        sheet = workbook.add_worksheet("企业")
        for number, row in enumerate(ROSTER):
            sheet.write_row(number, 0, row)
    else:
        fill(workbook)
    workbook.close()
    return out.getvalue()


def xls(fill: Callable[[Any], None] | None = None) -> bytes:
    """An XLS file; `fill` gets the workbook, without it the file is a small roster."""
    workbook = xlwt.Workbook()
    if fill is None:
        sheet = workbook.add_sheet("企业")
        for number, row in enumerate(ROSTER):
            for column, value in enumerate(row):
                sheet.write(number, column, value)
    else:
        fill(workbook)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def repacked(data: bytes, parts: Mapping[str, bytes | None]) -> bytes:
    """The zip archive with some parts replaced, added, or left out (None)."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            if content is not None:
                new.writestr(name, content)
    return out.getvalue()


def part(data: bytes, name: str) -> bytes:
    """A part of a zip archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def with_stream_named(data: bytes, name: str) -> bytes:
    """An XLS file whose one stream bears another name."""
    old = "Workbook".encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 18)
    new = name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 2 * len(name) + 2)
    assert data.count(old) == 1
    return data.replace(old, new)


def with_storage(data: bytes, name: str) -> bytes:
    """An XLS file with one more storage in its directory."""
    (first,) = struct.unpack_from("<I", data, 48)
    place = (first + 1) * 512 + 2 * 128
    entry = name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<HB", 2 * len(name) + 2, 1)
    return data[:place] + entry + data[place + len(entry) :]


def with_record(data: bytes, kind: int) -> bytes:
    """An XLS file in which the record of the user's name (WRITEACCESS) has become one of another kind."""
    old = struct.pack("<HH", 0x005C, 0x0070)
    assert data.count(old) == 1
    return data.replace(old, struct.pack("<HH", kind, 0x0070))


def written(folder: Path, name: str, data: bytes) -> Path:
    """The file in a folder."""
    path = folder / name
    path.write_bytes(data)
    return path
