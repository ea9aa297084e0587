"""What the rosters saw."""

from examples.district.district import District
from loaders.cells.count import read_count
from loaders.cells.yes_no import read_yes_no


def test_every_enterprise_is_on_some_roster_and_what_changes_changes(district: District) -> None:
    assert all(each.seen for each in district.enterprises)
    changing = [
        each for each in district.enterprises if len({seen.employees for seen in each.seen.values()}) > 1
    ]
    assert len(changing) > 300


def test_cells_can_be_read_and_say_little_exactly_about_some(district: District) -> None:
    seen = [each for enterprise in district.enterprises for each in enterprise.seen.values()]
    for each in seen:
        for cell in (each.employees, each.full, each.probationary, each.union_members):
            assert read_count(cell).rejection is None, cell
        for cell in (each.has_branch, each.has_union):
            assert read_yes_no(cell).rejection is None, cell
    written = {each.employees for each in seen}
    assert any("约" in each for each in written)
    assert any("余" in each for each in written)
    assert any("," in each for each in written)


def test_unknowns_and_contradictions_are_there_on_purpose(district: District) -> None:
    covered = {each.number for branch in district.branches for each in branch.enterprises}
    said = {
        (each.number in covered, seen.has_branch)
        for each in district.enterprises
        for seen in each.seen.values()
    }
    assert {(True, "否"), (True, ""), (False, "是")} <= said
