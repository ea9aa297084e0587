"""Activists in all stages, and those whom the case counts."""

from examples.district.activists import ADMITTED_BY_CASE_DAY, LEDGER_DAYS, counted, places
from examples.district.days import CASE_DAY, NEW_RULES
from examples.district.district import District
from schema.partial_date import PartialDate


def test_fifty_two_of_those_counted_were_admitted_and_some_only_received(district: District) -> None:
    activists = counted(district.activists, CASE_DAY)
    assert sum(each.admitted_on(CASE_DAY) for each in activists) == ADMITTED_BY_CASE_DAY == 52
    received = [each for each in activists if each.step_on("BRANCH_MEETING", CASE_DAY)]
    assert len(received) > ADMITTED_BY_CASE_DAY


def test_some_without_a_union_are_admitted_and_not_counted(district: District) -> None:
    alone = [each for each in district.activists if each.place.union is None and each.admitted_on(CASE_DAY)]
    assert alone
    assert not set(map(id, alone)) & set(map(id, counted(district.activists, CASE_DAY)))


def test_the_path_ends_in_every_way_and_under_both_editions(district: District) -> None:
    steps = {name.partition(".")[0] for each in district.activists for name in each.facts}
    assert steps >= {
        "EXTENSION", "CANCELLATION", "NOT_RECOGNIZED", "WITHDRAWAL", "REMOVAL", "MOVE", "TRANSFER",
        "POSTPONEMENT", "FULL_APPROVAL", "YEARLY_ANALYSIS",
    }  # fmt: skip
    assert any(each.step_on("TARGET", LEDGER_DAYS[2026]) for each in district.activists)
    meetings = [each.facts.get("BRANCH_MEETING.date") for each in district.activists]
    assert any(isinstance(each, PartialDate) and each > NEW_RULES for each in meetings)
    assert any("BRANCH_MEETING.held" in each.facts for each in district.activists)


def test_who_moves_is_cultivated_elsewhere_from_that_day(district: District) -> None:
    moved = [each for each in district.activists if each.next_place]
    assert len(moved) >= 4
    for each in moved:
        assert each.place_on(CASE_DAY) is each.place
        assert each.place_on(LEDGER_DAYS[2026]) is each.next_place


def test_every_place_has_a_branch_that_covers_it(district: District) -> None:
    assert all(
        each.enterprise in each.branch.enterprises for each in places(district.branches, district.unions)
    )
