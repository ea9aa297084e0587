"""Which types last and which happen, and by which of their fields."""

import pytest

from schema.catalog import NODE_TYPES
from schema.lifetimes import beginning_of, ending_of, happening_of, is_happening

HAPPENING = {
    "Selection", "SelectionStep", "Dispatch", "ServiceRequest", "Activity", "Rectification", "StageEvent",
    "Appraisal", "Target", "GapAcknowledgement", "Observation", "ImportBatch", "Change",
}  # fmt: skip


def test_what_has_a_name_of_its_own_lasts_unless_it_bears_a_date() -> None:
    assert {name for name, each in NODE_TYPES.items() if is_happening(each)} == HAPPENING


@pytest.mark.parametrize(
    ("type_name", "begins", "happens", "ends"),
    [
        ("Division", None, None, None),
        ("Enterprise", "established", None, None),  # a closed one stays listed where it was
        ("PartyBranch", "established", None, "dissolved"),
        ("Union", "established", None, "dissolved"),
        ("Venue", "opened", None, "closed"),
        ("Dispatch", "from", "from", "until"),
        ("Policy", "from", "from", "until"),
        ("ServiceRequest", None, "raised_on", None),
        ("Activity", None, "date", None),
        ("Rectification", None, "found_on", None),
        ("StageEvent", None, "date", None),
        ("Observation", None, "day", None),
        ("Target", None, None, None),  # its day is one to come
        ("Person", None, None, None),
    ],
)
def test_the_first_field_that_a_type_has_says_when(
    type_name: str, begins: str | None, happens: str | None, ends: str | None
) -> None:
    node_type = NODE_TYPES[type_name]
    assert (beginning_of(node_type), happening_of(node_type), ending_of(node_type)) == (begins, happens, ends)
