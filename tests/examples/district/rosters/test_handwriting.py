"""However a clerk writes a fact, the readers read the same."""

import pytest

from examples.district.days import day, month
from examples.district.rosters.handwriting import count, date, person_columns, several, spaced, span, wide
from examples.district.rosters.page import Dated
from loaders.cells.count import Counted, read_count
from loaders.cells.dates import read_date
from loaders.cells.names import read_names
from loaders.cells.spans import Span, read_spans
from loaders.cells.text import match_key
from loaders.sheets.workbook import Note
from schema.partial_date import PartialDate

TURNS = range(12)


@pytest.mark.parametrize("known", [day(2022, 8, 2), month(2022, 10), PartialDate.of(2019)], ids=str)
@pytest.mark.parametrize("turn", TURNS)
def test_a_date_keeps_its_precision(known: PartialDate, turn: int) -> None:
    cell = date(known, turn)
    if isinstance(cell, Dated):
        note = Note.NONE if cell.whole else Note.NO_DAY
        assert read_date(cell.day, note).value == known
    else:
        assert not isinstance(cell, float)
        assert isinstance(cell, str)
        assert read_date(cell).value == known


@pytest.mark.parametrize("turn", TURNS)
def test_a_period_is_read_as_it_was_meant(turn: int) -> None:
    assert read_spans(span(month(2022, 5), month(2024, 5), turn)).value == (
        Span(month(2022, 5), month(2024, 5)),
    )
    assert read_spans(span(day(2022, 8, 2), None, turn)).value == (Span(day(2022, 8, 2)),)


@pytest.mark.parametrize("turn", TURNS)
def test_counts_and_names_are_read_as_they_were_meant(turn: int) -> None:
    cell = count("120", turn)
    assert isinstance(cell, int | str)
    assert read_count(cell).value == Counted(120)
    assert read_names(several(("福绵甲有限公司", "福绵乙有限公司"), turn)).value == (
        "福绵甲有限公司",
        "福绵乙有限公司",
    )


def test_a_name_is_always_spaced_alike_and_means_the_same() -> None:
    assert {spaced(name) for name in ("张三", "李四")} != {"张三", "李四"}
    assert match_key(spaced("李四")) == match_key("李四")
    assert date(None) is None
    assert wide("2022") == "２０２２"
    assert [column.header for column in person_columns()][-1] == "身份证号"
