"""What is looked into: names, codes and guides; nobody's name who is shown masked."""

import numpy as np
import pytest

from graph_api.projection.day_view import DayView
from graph_api.questions.search.searched import searched
from graph_api.questions.search.wanted import How, Wanted
from schema.catalog import NODE_TYPES
from tests.graph_api.questions.search.register import view

PEOPLE = view(
    {
        "Person": [
            {"id": 1, "code": "PER-1", "name": "张三"},
            {"id": 2, "code": "PER-2", "name": "张四"},
            {"id": 3, "code": "PER-3", "name": "张五"},
        ],
        "Cadre": [{"id": 11, "code": "CAD-11"}, {"id": 12, "code": "CAD-12"}],
        "Activist": [{"id": 21, "code": "ACT-21"}],
        "PartyMember": [{"id": 31, "code": "MEM-31"}],
    },
    [
        ("Cadre", "person", 12, 1),
        ("Activist", "person", 21, 2),
        ("PartyMember", "person", 31, 3),
    ],
)


def rows(of: DayView, type_name: str, text: str, *, masking: bool) -> list[int]:
    wanted = Wanted.of(text)
    assert wanted is not None
    found = [each.found(wanted)[0] for each in searched(of, type_name, masking=masking)]
    return sorted(np.concatenate(found).tolist())


@pytest.mark.parametrize(
    ("type_name", "masked", "plain"),
    [("Person", [0], [0, 1, 2]), ("Cadre", [1], [1]), ("Activist", [], [0]), ("PartyMember", [], [0])],
)
def test_a_masked_name_is_not_searched(type_name: str, masked: list[int], plain: list[int]) -> None:
    assert rows(PEOPLE, type_name, "张", masking=True) == masked
    assert rows(PEOPLE, type_name, "张", masking=False) == plain


@pytest.mark.parametrize("type_name", ["Activist", "PartyMember", "Person"])
def test_codes_tell_no_name_and_are_searched(type_name: str) -> None:
    code = PEOPLE.picture.column(type_name, "code")[0].as_py()
    assert rows(PEOPLE, type_name, code, masking=True) == [0]


def test_no_personal_field_but_names_is_ever_searched() -> None:
    for name, node_type in NODE_TYPES.items():
        fields = {each.field for each in searched(PEOPLE, name, masking=False)}
        personal = {each.name for each in node_type.fields if each.personal}
        assert fields & personal <= {"name"}, name


FIRMS = view(
    {
        "Enterprise": [
            {
                "id": 1,
                "code": "ENT-1",
                "name": "甲厂",
                "former_names": ["老甲", "旧甲"],
                "short_names": ["甲"],
            },
            {"id": 2, "code": "ENT-2", "uscc": "91450900MA5K000015"},
        ],
        "Topic": [{"id": 3, "code": "TAX", "name": "税务", "guide": "到办税服务厅办理退税"}],
        "Agency": [{"id": 4, "code": "AGY-4", "stated_code": "Z-1", "name": "区总工会"}],
    }
)


@pytest.mark.parametrize(
    ("type_name", "text", "field", "matched"),
    [
        ("Enterprise", "甲厂", "name", (0, How.EXACT, "甲厂")),
        ("Enterprise", "旧", "former_names", (0, How.BEGINS, "旧甲")),
        ("Enterprise", "甲", "short_names", (0, How.EXACT, "甲")),
        ("Enterprise", "914509", "uscc", (1, How.BEGINS, "91450900MA5K000015")),
        ("Topic", "退税", "guide", (0, How.CONTAINS, "到办税服务厅办理退税")),
        ("Topic", "tax", "code", (0, How.EXACT, "TAX")),
        ("Agency", "z-1", "stated_code", (0, How.EXACT, "Z-1")),
    ],
)
def test_what_matched_is_told_as_it_is_stored(
    type_name: str, text: str, field: str, matched: tuple[int, How, str]
) -> None:
    wanted = Wanted.of(text)
    assert wanted is not None
    (one,) = [each for each in searched(FIRMS, type_name, masking=True) if each.field == field]
    found, hows = one.found(wanted)
    assert (found.tolist(), hows.tolist()) == ([matched[0]], [matched[1]])
    every = np.arange(len(FIRMS.picture.tables[type_name]))
    assert one.matched(wanted, every) == [matched]
