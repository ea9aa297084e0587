"""What a file is, by its content and never by its name (R6)."""

import re
from collections.abc import Iterator
from typing import Final

from loaders.errors import FileEmpty, HasDtd, WrongKind
from loaders.sheets.compound_file import SIGNATURE
from loaders.sheets.csv_file import parse_csv
from loaders.sheets.encoding import decoded
from loaders.sheets.html_file import parse_html
from loaders.sheets.limits import Limits
from loaders.sheets.parsed import ParsedSheet
from loaders.sheets.workbook import Format
from loaders.sheets.xls_file import parse_xls
from loaders.sheets.xlsx_file import parse_xlsx
from schema.text import Text

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_OTHERS: Final = (
    (b"%PDF", Text("是 PDF", "a PDF")),
    (b"\x89PNG", Text("是图片", "a picture")),
    (b"\xff\xd8\xff", Text("是图片", "a picture")),
    (b"GIF8", Text("是图片", "a picture")),
    (b"BM\x00", Text("是图片", "a picture")),
    (b"Rar!", Text("是 RAR 压缩包", "a RAR archive")),
    (b"7z\xbc\xaf", Text("是 7z 压缩包", "a 7z archive")),
    (b"\x1f\x8b", Text("是 GZIP 压缩包", "a gzip archive")),
    (b"{\\rtf", Text("是 RTF 文档", "an RTF document")),
    (b"\x7fELF", Text("是程序", "a program")),
    (b"MZ\x90", Text("是程序", "a program")),
    (b"\x09\x08\x08\x00\x00\x05", Text("是 Excel 95 工作簿", "an Excel 95 workbook")),
)
_PAGE: Final = re.compile(
    r"<(?:!doctype\s+html|html|head|meta|body|table|div|style|!--|p|h\d|center)\b", re.IGNORECASE
)
_DECLARATION: Final = re.compile(r"\s*<\?xml[^>]*\?>\s*", re.IGNORECASE)


def parse(data: bytes, name: str, limits: Limits) -> tuple[Format, Iterator[ParsedSheet]]:
    """The format of a file and its sheets; raises the refusal that fits.

    `name` names the sheet of a CSV or HTML file.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise FileEmpty
    if data.startswith(_ZIP):
        return Format.XLSX, parse_xlsx(data, limits)
    if data.startswith(SIGNATURE):
        return Format.XLS, parse_xls(data, limits)
    for beginning, detail in _OTHERS:
        if data.startswith(beginning):
            raise WrongKind(detail)
    text = decoded(data)
    if not text.strip():
        raise FileEmpty
    return _of_text(text, name)


def _of_text(text: str, name: str) -> tuple[Format, Iterator[ParsedSheet]]:
    start = _DECLARATION.sub("", text[:2048], count=1).lstrip()
    if "<!ENTITY" in text[:65536] or re.match(r"<!DOCTYPE[^>]*\[", start, re.IGNORECASE):
        raise HasDtd
    if _PAGE.match(start):
        if "<table" not in text.lower():
            raise WrongKind(Text("是没有表格的网页", "a page without a table"))
        return Format.HTML, parse_html(text, name)
    if _DECLARATION.match(text[:2048]):
        detail = Text("是 XML", "an XML file")
        if "urn:schemas-microsoft-com:office:spreadsheet" in text[:65536]:
            detail = Text("是 XML 表格 2003", "an XML Spreadsheet 2003")
        raise WrongKind(detail)
    if start[:13].lower() == "mime-version:":
        raise WrongKind(Text("是单个文件网页（MHT）", "a web archive (MHT)"))
    return Format.CSV, parse_csv(text, name)
