"""Places."""

from examples.district.places import PARKS, TOWNS, VILLAGES, villages_of
from schema.codes.divisions import TABLE


def test_towns_bear_the_codes_and_names_of_the_shipped_table() -> None:
    assert [(each.code, each.name) for each in TOWNS] == [
        (row.code, row.name.zh) for row in TABLE.rows if row.parent == "450903"
    ]


def test_villages_have_codes_and_names_of_their_own_within_their_town() -> None:
    assert len({each.code for each in VILLAGES}) == len({each.name for each in VILLAGES}) == len(VILLAGES)
    assert all(len(each.code) == 12 and each.code.startswith(each.above) for each in VILLAGES)
    assert all(villages_of(town.name) for town in TOWNS)
    assert len(PARKS) == 3
