"""R34: a file that is not a harmless table is refused with the reason, and nothing else happens."""

import hashlib
import io
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from loaders import errors
from loaders.errors import REFUSALS, Refused
from loaders.sheets.limits import Limits
from loaders.sheets.read import read_workbook
from loaders.sheets.workbook import Workbook
from schema.errors import Exit
from schema.text import Text
from tests.loaders.sheets.made_files import (
    part,
    repacked,
    with_record,
    with_storage,
    with_stream_named,
    written,
    xls,
    xlsx,
)

SHEET = "xl/worksheets/sheet1.xml"
TINY = Limits(
    file_bytes=100_000,
    unpacked_bytes=1 << 20,
    unpacked_ratio=50,
    ratio_from=1 << 18,
    parts=40,
    cells=1_000,
    memory_bytes=1 << 30,
    cpu_seconds=20,
    wall_seconds=20,
)


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def encrypted_member() -> bytes:
    data = bytearray(xlsx())
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


def with_dtd() -> bytes:
    xml = part(xlsx(), SHEET).replace(b"<worksheet", b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet', 1)
    return repacked(xlsx(), {SHEET: xml})


def with_far_cell() -> bytes:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        sheet.write(0, 0, 1)
        sheet.write(1_048_575, 16_383, 2)

    return xlsx(fill)


def wrong_checksum() -> bytes:
    data = bytearray(xlsx())
    at = data.find(b"PK\x01\x02")
    while data[at + 46 : at + 46 + len(SHEET)] != SHEET.encode():
        at = data.find(b"PK\x01\x02", at + 1)
    data[at + 16] ^= 0xFF
    return bytes(data)


@pytest.mark.parametrize(
    ("code", "data"),
    [
        pytest.param("FILE_EMPTY", b"", id="no byte"),
        pytest.param("FILE_EMPTY", b" \r\n\t\n", id="blanks"),
        pytest.param("FILE_EMPTY", b"\xef\xbb\xbf\r\n", id="a mark alone"),
        pytest.param("FILE_EMPTY", b",,,\n,,,\n", id="separators"),
        pytest.param("FILE_EMPTY", xlsx(lambda book: book.add_worksheet()), id="empty sheet"),
        pytest.param("FILE_EMPTY", xls(lambda book: book.add_sheet("空")), id="empty xls"),
        pytest.param("FILE_EMPTY", b"<table><tr><td> </td></tr></table>", id="empty page"),
        pytest.param("FILE_WRONG_KIND", b"%PDF-1.7\n", id="pdf"),
        pytest.param("FILE_WRONG_KIND", b"\x89PNG\r\n\x1a\n\0\0", id="png"),
        pytest.param("FILE_WRONG_KIND", b"\xff\xd8\xff\xe0\0\x10JFIF", id="jpeg"),
        pytest.param("FILE_WRONG_KIND", b"Rar!\x1a\x07\0", id="rar"),
        pytest.param("FILE_WRONG_KIND", b"7z\xbc\xaf\x27\x1c", id="7z"),
        pytest.param("FILE_WRONG_KIND", b"{\\rtf1 a}", id="rtf"),
        pytest.param("FILE_WRONG_KIND", zipped(**{"word__document.xml": b"<a/>"}), id="docx"),
        pytest.param("FILE_WRONG_KIND", zipped(**{"content.xml": b"<a/>"}), id="ods"),
        pytest.param("FILE_WRONG_KIND", zipped(**{"xl__workbook.bin": b"a"}), id="xlsb"),
        pytest.param("FILE_WRONG_KIND", zipped(**{"readme.txt": b"a"}), id="zip"),
        pytest.param("FILE_WRONG_KIND", with_stream_named(xls(), "WordDocument"), id="doc"),
        pytest.param("FILE_WRONG_KIND", with_stream_named(xls(), "Book"), id="excel 95"),
        pytest.param("FILE_WRONG_KIND", with_stream_named(xls(), "Anything"), id="compound file"),
        pytest.param("FILE_WRONG_KIND", b"<html><p>a</p></html>", id="page without a table"),
        pytest.param("FILE_WRONG_KIND", b'<?xml version="1.0"?><a/>', id="xml"),
        pytest.param(
            "FILE_WRONG_KIND",
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
            id="xml 2003",
        ),
        pytest.param("FILE_WRONG_KIND", b"MIME-Version: 1.0\nX-Document-Type: Workbook\n", id="mht"),
        pytest.param("FILE_PASSWORD", with_stream_named(xls(), "EncryptedPackage"), id="encrypted xlsx"),
        pytest.param("FILE_PASSWORD", with_record(xls(), 0x002F), id="encrypted xls"),
        pytest.param("FILE_PASSWORD", encrypted_member(), id="encrypted zip"),
        pytest.param("FILE_GARBAGE", bytes(range(1, 256)) * 8, id="garbage"),
        pytest.param("FILE_TRUNCATED", xlsx()[:-100], id="xlsx cut"),
        pytest.param("FILE_TRUNCATED", xlsx()[:50], id="xlsx stump"),
        pytest.param("FILE_TRUNCATED", xls()[:-2000], id="xls cut"),
        pytest.param("FILE_TRUNCATED", xls()[:100], id="xls stump"),
        pytest.param("FILE_TRUNCATED", '名称\n"甲'.encode(), id="csv cut"),
        pytest.param("FILE_DAMAGED", wrong_checksum(), id="wrong checksum"),
        pytest.param("FILE_DAMAGED", repacked(xlsx(), {SHEET: None}), id="sheet missing"),
        pytest.param(
            "FILE_DAMAGED", repacked(xlsx(), {SHEET: b"<worksheet><sheetData><row>"}), id="broken xml"
        ),
        pytest.param("FILE_DAMAGED", repacked(xlsx(), {"xl/workbook.xml": None}), id="workbook missing"),
        pytest.param(
            "FILE_DAMAGED",
            repacked(xlsx(), {SHEET: part(xlsx(), SHEET).decode().encode("utf-16")}),
            id="utf-16 part",
        ),
        pytest.param("FILE_ZIP_BOMB", repacked(xlsx(), {"xl/a.xml": b" " * 800_000}), id="ratio"),
        pytest.param(
            "FILE_ZIP_BOMB", zipped(**{f"xl__{number}.xml": b"" for number in range(50)}), id="many parts"
        ),
        pytest.param(
            "FILE_TOO_LARGE", repacked(xlsx(), {"xl/a.bin": hashlib.shake_256().digest(99_000)}), id="bytes"
        ),
        pytest.param("FILE_TOO_LARGE", b"a,b,c\n" * 500, id="cells"),
        pytest.param("FILE_TOO_LARGE", with_far_cell(), id="far cell"),
        pytest.param(
            "FILE_TOO_LARGE", xlsx(lambda book: book.add_worksheet().write(99, 99, 1)), id="sparse cells"
        ),
        pytest.param("FILE_DTD", with_dtd(), id="dtd in a sheet"),
        pytest.param("FILE_DTD", b'<!DOCTYPE html [<!ENTITY a "b">]><table>', id="dtd in a page"),
        pytest.param("FILE_DTD", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>', id="dtd in xml"),
        pytest.param("FILE_MACROS", repacked(xlsx(), {"xl/vbaProject.bin": b"a"}), id="xlsm"),
        pytest.param("FILE_MACROS", with_storage(xls(), "_VBA_PROJECT_CUR"), id="xls with macros"),
        pytest.param(
            "FILE_EXTERNAL_LINKS",
            repacked(xlsx(), {"xl/externalLinks/externalLink1.xml": b"<a/>"}),
            id="links",
        ),
        pytest.param(
            "FILE_EXTERNAL_LINKS", repacked(xlsx(), {"xl/connections.xml": b"<a/>"}), id="connections"
        ),
        pytest.param("FILE_EXTERNAL_LINKS", with_record(xls(), 0x01AE), id="links of xls"),
    ],
)
def test_refused_with_the_reason(tmp_path: Path, code: str, data: bytes) -> None:
    # The name is wrong for most of them, and says nothing.
    name = "名册.csv"
    with pytest.raises(Refused) as refused:
        read_workbook(written(tmp_path, name, data), TINY)
    assert (refused.value.code, refused.value.where) == (code, name)
    assert refused.value.exit_code is Exit.USAGE


def test_no_file_and_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in (tmp_path / "无.csv", tmp_path):
        with pytest.raises(errors.FileMissing):
            read_workbook(path)
    path = written(tmp_path, "a.csv", b"a,b\n")

    def locked(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(errors.FileUnreadable):
        read_workbook(path)


def test_time_and_memory_are_bounded(tmp_path: Path) -> None:
    rows = b"a,b,c,d\n" * 2_000_000
    slow = Limits(cpu_seconds=1, cells=100_000_000)
    path = written(tmp_path, "a.csv", rows)
    with pytest.raises(errors.TooSlow):
        read_workbook(path, Limits(wall_seconds=0))
    with pytest.raises(errors.TooLarge):
        read_workbook(path, Limits(memory_bytes=60 << 20))
    page = written(tmp_path, "a.html", b"<table>" + b"<tr><td>1<td>2<td>3" * 1_000_000)
    with pytest.raises(errors.TooSlow):
        read_workbook(page, slow)


def test_a_far_cell_ends_the_reading_process_and_no_other(tmp_path: Path) -> None:
    with pytest.raises(errors.TooLarge):
        read_workbook(written(tmp_path, "a.xlsx", with_far_cell()))


def test_every_refusal_has_a_code_of_its_own_and_both_languages() -> None:
    codes = [refusal.code for refusal in REFUSALS]
    assert len(set(codes)) == len(codes)
    declared = {
        each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, Refused)
    }
    assert declared == {*REFUSALS, Refused}
    for refusal in REFUSALS:
        told = str(refusal(Text("原因", "why"), where="a.xlsx"))
        assert "原因" in told
        assert "a.xlsx" in told
        assert refusal.says != Refused.says


SOUND = {"xlsx": xlsx(), "xls": xls(), "csv": "企业名称,职工人数\r\n甲公司,50\r\n".encode("gb18030")}


def outcome(path: Path) -> type[object]:
    try:
        return type(read_workbook(path, TINY))
    except Refused as refusal:
        return type(refusal)


@pytest.mark.parametrize("kind", SOUND)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    places=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=6),
    cut=st.floats(0.2, 1),
)
@example(places=[], cut=1.0)
def test_any_damaged_file_is_read_or_refused(
    tmp_path: Path, kind: str, places: list[tuple[float, int]], cut: float
) -> None:
    data = bytearray(SOUND[kind])
    for place, byte in places:
        data[int(place * (len(data) - 1))] = byte
    path = written(tmp_path, "a", bytes(data[: int(cut * len(data))]))
    assert outcome(path) in {Workbook, *REFUSALS}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text("<>/=\"'&; abcr12A1sv", max_size=60),
    st.sampled_from([SHEET, "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"]),
    st.floats(0, 1),
)
def test_any_damaged_part_is_read_or_refused(tmp_path: Path, noise: str, name: str, place: float) -> None:
    xml = part(xlsx(), name)
    at = int(place * len(xml))
    path = written(tmp_path, "a", repacked(xlsx(), {name: xml[:at] + noise.encode() + xml[at:]}))
    assert outcome(path) in {Workbook, *REFUSALS}


def test_a_record_that_claims_more_than_there_is_is_refused(tmp_path: Path) -> None:
    data = bytearray(xls())
    at = data.find(struct.pack("<HH", 0x005C, 0x0070))
    data[at + 2 : at + 4] = b"\xff\xff"
    with pytest.raises((errors.Truncated, errors.Damaged)):
        read_workbook(written(tmp_path, "a.xls", bytes(data)))
