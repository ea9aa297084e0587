import pytest

from schema.codes import divisions
from schema.codes.divisions import code_of, level_of, name_of, parent_of, short_form
from schema.division import DivisionLevel


def test_every_division_stands_under_its_parent_and_at_its_level() -> None:
    for row in divisions.TABLE:
        assert row.parent == (parent_of(row.code) or "")
        assert row.facts["level"] == level_of(row.code)
        assert not row.parent or divisions.TABLE.get(row.parent)


def test_the_six_towns_of_the_sample() -> None:
    towns = {row.code: row.name.zh for row in divisions.TABLE if row.parent == "450903"}
    assert towns == {
        "450903107": "福绵镇",
        "450903108": "成均镇",
        "450903109": "樟木镇",
        "450903110": "新桥镇",
        "450903111": "沙田镇",
        "450903112": "石和镇",
    }


@pytest.mark.parametrize(
    ("code", "short"),
    [
        ("450000", "45"),
        ("450900", "4509"),
        ("450903", "450903"),
        ("450903000000", "450903"),
        ("450903107000", "450903107"),
        ("450903110200", "450903110200"),
        ("450900000", "4509"),
        ("45090", None),
        ("45O903", None),
        ("４５０９０３", None),
        ("", None),
    ],
)
def test_zeros_that_fill_a_code_up_are_no_part_of_it(code: str, short: str | None) -> None:
    assert short_form(code) == short


def test_a_village_that_no_table_has_is_placed_by_its_code() -> None:
    assert (level_of("450903107201"), parent_of("450903107201")) == ("VILLAGE", "450903107")
    assert name_of("450903107201") is None


def test_names_are_found_both_ways() -> None:
    assert code_of("福绵区") == "450903"
    assert code_of("福绵镇") == code_of(" 福绵 ") == "450903107"
    assert code_of("南江街道") is None
    name = name_of("450903000000")
    assert name
    assert name.zh == "福绵区"


def test_the_levels_of_the_graph_are_levels_of_the_table() -> None:
    assert {term.name for term in DivisionLevel} <= {
        level_of(code) for code in ("45", "4509", "450903", "450903107", "450903107201")
    }
