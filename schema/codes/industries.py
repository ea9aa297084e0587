"""Industries 国民经济行业分类, GB/T 4754-2017 with its amendment of 2019.

20 sections (A–T) and 97 divisions (2 digits) are complete; of the 1,382 classes (4 digits) those
that a county's enterprises commonly bear. A code may carry its section letter (C1819). Section and
division of a class are told from its digits, so that they are known for classes not listed here.
"""

import re

from schema.codes.code_table import Code, CodeTable
from schema.text import Text

_EDITION = "GB/T 4754-2017 + 2019"
_SOURCE = Text(
    "国家标准《国民经济行业分类》及其第1号修改单（2019年）；常用说法由本项目补充",
    "National standard with its amendment No. 1 (2019); the words of rosters are the project's",
)

SECTIONS = CodeTable.read(
    "industry_sections",
    title=Text("行业门类", "Industry sections"),
    edition=_EDITION,
    source=_SOURCE,
)
DIVISIONS = CodeTable.read(
    "industry_divisions",
    title=Text("行业大类", "Industry divisions"),
    edition=_EDITION,
    source=_SOURCE,
)
CLASSES = CodeTable.read(
    "industry_classes",
    title=Text("行业小类（在用）", "Industry classes (those in use)"),
    edition=_EDITION,
    source=_SOURCE,
)

_FORM = re.compile(r"([A-T])?(\d{2,4})|([A-T])", re.ASCII)


def section_of(code: str) -> str | None:
    """The section letter of a section, division, group or class code.

    None where its division does not exist, or the letter it carries belongs to another division.
    """
    found = _FORM.fullmatch(code)
    if found is None:
        return None
    letter, digits, alone = found.groups()
    if alone:
        return alone
    division = DIVISIONS.get(digits[:2])
    if division is None or letter not in (None, division.parent):
        return None
    return division.parent


def division_of(code: str) -> str | None:
    """The two digits of the division of a division, group or class code; None as in `section_of`."""
    found = _FORM.fullmatch(code)
    if found is None or found[2] is None or section_of(code) is None:
        return None
    return found[2][:2]


def name_of(code: str) -> Text | None:
    """The name of a section, division or listed class; None for any other code."""
    row = _row(code)
    return row.name if row else None


def code_of(word: str) -> str | None:
    """The code, without section letter, that a roster means by a code or by words (水洗 → 8030).

    Of a section, a division and a class that are called the same, the narrowest. None for other words.
    """
    row = _row(word.strip().upper())
    if row:
        return row.code
    found = (table.from_word(word) for table in (CLASSES, DIVISIONS, SECTIONS))
    return next((each.code for each in found if each), None)


def search(text: str) -> tuple[Code, ...]:
    """All sections, divisions and listed classes whose Chinese name or words contain `text`."""
    return tuple(row for table in (SECTIONS, DIVISIONS, CLASSES) for row in table.search(text))


def _row(code: str) -> Code | None:
    found = _FORM.fullmatch(code)
    if found is None or section_of(code) is None:
        return None
    bare = found[2] or found[3]
    return SECTIONS.get(bare) or DIVISIONS.get(bare) or CLASSES.get(bare)
