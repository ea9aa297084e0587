"""How clerks write: dates in every manner, periods, names with blanks, full-width digits.

`turn` chooses the manner; the same fact may be written differently, never less precisely.
"""

from collections.abc import Iterable
from typing import Final

from examples.district.people import Person
from examples.district.rosters.page import Cell, Column, Dated
from schema.partial_date import PartialDate

_WIDE: Final = str.maketrans("0123456789", "０１２３４５６７８９")


def date(known: PartialDate | None, turn: int = 0) -> Cell:
    """A date as its precision allows: 2022.8, 2022年8月2日, a date cell."""
    if known is None:
        return None
    first = known.first
    if known.is_day:
        return (
            Dated(first),
            f"{first.year}.{first.month}.{first.day}",
            f"{first.year}-{first.month:02}-{first.day:02}",
            f"{first.year}年{first.month}月{first.day}日",
            f"{first.year}/{first.month}/{first.day}",
            f"{first.year}{first.month:02}{first.day:02}",
        )[turn % 6]
    if known.stored % 10000 == 0:
        return f"{first.year}" if turn % 2 else f"{first.year}年"
    return (
        f"{first.year}.{first.month}", f"{first.year}-{first.month:02}", f"{first.year}年{first.month}月",
        Dated(first, whole=False), f"{first.year}{first.month:02}", wide(f"{first.year}年{first.month}月"),
    )[turn % 6]  # fmt: skip


def span(start: PartialDate, until: PartialDate | None, turn: int = 0) -> str:
    """A period: 2022.08-2024.08, 2022年8月2日至今."""
    begun = _dotted(start, turn)
    if until is None:
        return begun + ("-至今", "至今", "—现任", "起")[turn % 4]
    return f"{begun}{('-', '至', '—', '～')[turn % 4]}{_dotted(until, turn)}"


def _dotted(known: PartialDate, turn: int) -> str:
    first = known.first
    if turn % 4 == 1:
        return f"{first.year}年{first.month}月" + (f"{first.day}日" if known.is_day else "")
    return f"{first.year}.{first.month:02}" + (f".{first.day:02}" if known.is_day else "")


def wide(text: str) -> str:
    """The text with full-width digits."""
    return text.translate(_WIDE)


def spaced(name: str) -> str:
    """A name of two characters with a blank, as tables set it: 张 三; of one person always the same."""
    return f"{name[0]} {name[1]}" if len(name) == 2 and sum(map(ord, name)) % 2 else name


def several(names: Iterable[str], turn: int = 0) -> str:
    """Several names in one cell."""
    return ("、", "；", "\n", "，")[turn % 4].join(names)


def count(text: str, turn: int = 0) -> Cell:
    """A count: a number cell where it is a plain number, now and then in full-width digits or as text."""
    if not text.isdecimal() or turn % 7 == 2:
        return text
    return wide(text) if turn % 7 == 5 else int(text)


def person_columns(turn: int = 0) -> tuple[Column[Person], ...]:
    """What rosters say of a person beside the name: gender, birth, education, phone, ID number and so on."""
    return (
        Column("性别", lambda each: "女" if each.female else "男"),
        Column(
            "出生年月", lambda each: date(PartialDate.of(each.birth.first.year, each.birth.first.month), turn)
        ),
        Column("民族", lambda each: each.nationality),
        Column("学历", lambda each: each.education),
        Column("联系电话", lambda each: each.phone),
        Column("身份证号", lambda each: each.id_number),
    )
