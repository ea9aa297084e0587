"""The path, lawful and flawed."""

import pytest

from examples.district.days import day, later
from examples.district.path import FLAWS, admitted, approved_late, extended, known_on, made_full

MEETING = day(2026, 7, 1)


def test_the_steps_of_a_lawful_path_follow_each_other() -> None:
    facts = admitted(MEETING, "甲党委", "甲支部") | made_full(MEETING, "甲党委")
    order = (
        "APPLICATION", "TALK", "ACTIVIST", "CONSENT", "TARGET", "INTRODUCERS", "POLITICAL_REVIEW", "TRAINING",
        "PRE_REVIEW", "BRANCH_MEETING", "COMMITTEE_TALK", "APPROVAL", "OATH", "FULL_APPLICATION",
        "FULL_MEETING", "FULL_APPROVAL",
    )  # fmt: skip
    dates = [str(facts[f"{step}.date"]) for step in order]
    assert dates == sorted(dates)


@pytest.mark.parametrize("flaw", FLAWS)
def test_each_flaw_changes_the_facts(flaw: str) -> None:
    lawful, flawed = admitted(MEETING, "甲党委", "甲支部"), admitted(MEETING, "甲党委", "甲支部")
    FLAWS[flaw](flawed)
    assert flawed != lawful


def test_late_approvals_move_the_oath_and_may_have_a_reason() -> None:
    facts = admitted(MEETING, "甲党委", "甲支部")
    approved_late(facts, months=5, reason="防汛")
    assert facts["APPROVAL.date"] == later(MEETING, months=5)
    assert facts["APPROVAL.special_circumstances"] == "防汛"
    assert str(facts["OATH.date"]) > str(facts["APPROVAL.date"])


def test_a_ledger_knows_the_steps_taken_by_its_day() -> None:
    known = known_on(admitted(MEETING, "甲党委", "甲支部"), later(MEETING, days=2))
    assert "BRANCH_MEETING.yes" in known
    assert "BRANCH_MEETING.resolution_reported_on" not in known
    assert "APPROVAL.date" not in known
    assert extended(MEETING)["EXTENSION.months"] == 6
