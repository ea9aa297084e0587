"""Every kind of field has its reader; notes and findings hold for all of them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.cells.findings import FINDINGS
from loaders.cells.readers import READERS, read_cell, reader_of
from loaders.cells.reading import Reading
from loaders.cells.text import read_text
from loaders.sheets.workbook import Note, Value
from schema import catalog
from schema.fields import Field, Kind
from schema.text import Text
from tests.loaders.cells.test_yes_no import Standing

values = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.dates()
    | st.datetimes()
    | st.text(max_size=30)
    | st.text("0123456789年月日.-/至今人约余%、（）女含XOI", max_size=24)
)


def test_every_kind_but_term_has_a_reader() -> None:
    assert set(READERS) == set(Kind) - {Kind.TERM}


@pytest.mark.parametrize("kind", Kind)
@given(value=values, note=st.sampled_from([Note.NONE, *Note]))
def test_any_cell_is_read_or_rejected_and_never_raises(kind: Kind, value: Value, note: Note) -> None:
    field = Field("x", kind, Text("甲", "x"), vocabulary=Standing if kind is Kind.TERM else None)
    reading = read_cell(reader_of(field), value, note)
    assert reading.value is None or reading.rejection is None
    assert reading == read_cell(reader_of(field), value, note)


@pytest.mark.parametrize("value", [None, "", " ", "/", "—", "　"])
@pytest.mark.parametrize("kind", READERS)
def test_a_blank_is_unknown_in_every_kind(kind: Kind, value: Value) -> None:
    assert read_cell(READERS[kind], value) == Reading(None)


@pytest.mark.parametrize("kind", READERS)
def test_an_error_value_is_never_a_value(kind: Kind) -> None:
    for reading in (read_cell(READERS[kind], "#N/A"), read_cell(READERS[kind], "甲", Note.ERROR)):
        assert reading.rejection is not None
        assert reading.rejection.code == "FORMULA_ERROR"


def test_notes_of_formulas_and_strikes() -> None:
    assert [each.code for each in read_cell(read_text, None, Note.NO_RESULT).warnings] == [
        "FORMULA_NO_RESULT"
    ]
    struck = read_cell(read_text, "甲", Note.STRUCK | Note.COMMENT)
    assert struck.value == "甲"
    assert [each.code for each in struck.warnings] == ["STRUCK_THROUGH"]
    assert read_cell(read_text, "甲", Note.COMMENT) == Reading("甲")


def test_every_declared_field_of_the_catalog_has_a_reader() -> None:
    fields = [field for node_type in catalog.NODE_TYPES.values() for field in node_type.fields]
    assert fields
    for field in fields:
        assert read_cell(reader_of(field), "/") == Reading(None)


def test_findings_have_unique_codes_and_both_languages() -> None:
    codes = [each.code for each in FINDINGS]
    assert len(set(codes)) == len(codes)
    for each in FINDINGS:
        assert re.fullmatch(r"[A-Z][A-Z0-9_]+", each.code)
        for text in (each.message, each.remedy):
            assert re.search("[\u4e00-\u9fff]", text.zh)
            assert text.en
            assert not re.search(
                "[\u4e00-\u9fff]", re.sub(r"（.*?）|约50|50以上|是 |否 |2022.08至今|\(.*?\)", "", text.en)
            )
