"""What lies in a division: every rule of where something lies, with the day."""

from typing import Any

import pytest

from graph_api.questions.ground import Ground, any_lies, everywhere
from graph_api.questions.ties import Tie

TOWN, OTHER = 2, 3
NAMES = ("kind", "source", "target_type", "target", "from_", "until")
TIES: list[tuple[str, int, str, int, int, int | None]] = [
    ("LOCATED_IN", 10, "Division", TOWN, 20200101, None),
    ("LOCATED_IN", 10, "Division", OTHER, 20230101, None),
    ("SITED_IN", 11, "IndustrialPark", 20, 20200101, None),
    ("LOCATED_IN", 20, "Division", TOWN, 20000101, None),
    ("LOCATED_IN", 12, "Division", OTHER, 20200101, None),
    ("SITED_IN", 12, "IndustrialPark", 20, 20200101, None),  # its own place decides
    ("COVERS", 30, "Enterprise", 10, 20200101, 20221231),
    ("COVERS", 30, "Enterprise", 12, 20200101, None),
    ("LOCATED_IN", 31, "Division", TOWN, 20200101, None),
    ("BELONGS_TO", 11, "IndustryBrand", 40, 20200101, None),
    ("LED_BY", 41, "Agency", 50, 20200101, None),
    ("LOCATED_IN", 50, "Division", TOWN, 20200101, None),
]
SOURCES = {10: "Enterprise", 11: "Enterprise", 12: "Enterprise"}


def ground(day: int) -> Ground:
    ties: dict[tuple[str, int], Any] = {}
    into: dict[tuple[str, int], Any] = {}
    for key, (kind, source, target_type, target, from_, until) in enumerate(TIES):
        ties.setdefault((kind, source), []).append((Tie(kind, key, target_type, target, from_, until), from_))
        back = Tie(kind, key, SOURCES.get(source, "PartyBranch"), source, from_, until)
        into.setdefault((kind, target), []).append((back, from_))
    return Ground(day, frozenset({TOWN}), ties, into)


@pytest.mark.parametrize(
    ("type_name", "number", "day", "expected"),
    [
        ("Division", TOWN, 20220802, True),
        ("Division", OTHER, 20220802, False),
        ("Enterprise", 10, 20191231, False),  # not there yet
        ("Enterprise", 10, 20220802, True),
        ("Enterprise", 10, 20230101, False),  # moved
        ("Enterprise", 11, 20220802, True),  # by its park
        ("Enterprise", 12, 20220802, False),
        ("Enterprise", 99, 20220802, False),
        ("IndustrialPark", 20, 20220802, True),
        ("PartyBranch", 30, 20220802, True),  # one of those that it covers
        ("PartyBranch", 30, 20230101, False),
        ("PartyBranch", 31, 20220802, True),  # covers none: its own place
        ("IndustryBrand", 40, 20220802, True),  # an enterprise that belongs to it
        ("IndustryBrand", 41, 20220802, True),  # its lead agency
        ("IndustryBrand", 42, 20220802, False),
        ("Agency", 50, 20220802, True),
    ],
)
def test_where_something_lies(type_name: str, number: int, day: int, *, expected: bool) -> None:
    assert ground(day).holds(type_name, number) is expected


def test_without_a_division_everything_lies_there_also_what_has_no_place() -> None:
    assert any_lies(everywhere, [])
    assert not any_lies(ground(20220802).holds, [])
