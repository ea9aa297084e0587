import pytest

from schema.codes import education


def test_levels_end_in_0_and_everything_else_stands_under_one() -> None:
    levels = [row.code for row in education.TABLE if not row.parent]
    assert levels == ["10", "20", "30", "40", "60", "70", "80", "90"]
    for row in education.TABLE:
        assert row.code in levels or row.parent == row.code[0] + "0"


@pytest.mark.parametrize(
    ("word", "level"),
    [
        ("博士", "10"),
        ("硕士研究生", "10"),
        ("本科", "20"),
        ("大专", "30"),
        ("中专", "40"),
        ("高中", "60"),
        ("初中", "70"),
        ("小学", "80"),
        ("21", "20"),
        ("30", "30"),
        ("自学成才", None),
    ],
)
def test_the_level_that_a_roster_means(word: str, level: str | None) -> None:
    assert education.level_of(word) == level
