"""Rosters of party organisations and unions."""

from pathlib import Path

from examples.district.district import District
from examples.district.rosters.organisations import branches_2022, branches_2026, unions_2022, unions_2026
from tests.examples.district.reading import Recognised, recognised


def test_each_is_recognised_with_its_day_and_every_row(district: District, tmp_path: Path) -> None:
    for make, kind, day in (
        (branches_2022, "BRANCHES", 20220722), (branches_2026, "BRANCHES", 20260920),
        (unions_2022, "UNIONS", 20220725), (unions_2026, "UNIONS", 20260925),
    ):  # fmt: skip
        file = make(district)
        assert recognised(file, tmp_path) == Recognised({kind}, {day}, file.rows, set())


def test_every_organisation_stands_on_some_roster(district: District) -> None:
    named = {
        str(cell)
        for make in (branches_2022, branches_2026, unions_2022, unions_2026)
        for page in make(district).pages
        for row in page.data
        for cell in page.rows[row]
    }
    assert {each.name for each in district.branches} <= named
    assert {each.name for each in district.unions} <= named


def test_the_first_rosters_do_not_know_what_came_later(district: District) -> None:
    later = {each.name for each in district.unions if each.established.last.year > 2022}
    written = repr(unions_2022(district).pages[0].rows)
    assert later
    assert not any(name in written for name in later)
