"""Words that the shipped code tables know."""

import pytest

from loaders.sheets.workbook import Note
from loaders.tables import table_reader
from schema.cadre import PartyStatus
from schema.catalog import NODE_TYPES
from schema.enterprise import Ownership, Size


@pytest.mark.parametrize(
    ("type_name", "field", "cell", "value"),
    [
        ("Enterprise", "industry", "水洗", "8030"),
        ("Enterprise", "industry", "C1713", "C1713"),
        ("Enterprise", "ownership", "有限责任公司", Ownership.PRIVATE),
        ("Enterprise", "size", "小型", Size.SMALL),
        ("Person", "nationality", "壮族", "壮族"),
        ("Person", "education", "大专", "大专"),
        ("Cadre", "party_status", "中共党员", PartyStatus.FULL),
    ],
)
def test_a_known_word_is_read(type_name: str, field: str, cell: str, value: object) -> None:
    reading = table_reader(NODE_TYPES[type_name].field(field))(cell, Note.NONE)
    assert (reading.value, reading.warnings) == (value, ())


def test_an_unknown_text_is_kept_and_reported_an_unknown_word_is_unknown_and_reported() -> None:
    kept = table_reader(NODE_TYPES["Enterprise"].field("industry"))("星际旅行", Note.NONE)
    lost = table_reader(NODE_TYPES["Enterprise"].field("size"))("巨型", Note.NONE)
    assert (kept.value, lost.value) == ("星际旅行", None)
    assert [each.code for each in (*kept.warnings, *lost.warnings)] == ["CODE_NOT_IN_TABLE", "TERM_UNKNOWN"]
