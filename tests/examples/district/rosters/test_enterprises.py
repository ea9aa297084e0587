"""Enterprise rosters."""

from collections.abc import Callable
from pathlib import Path

import pytest

from examples.district.district import District
from examples.district.rosters import enterprises
from examples.district.rosters.roster_file import RosterFile
from tests.examples.district.reading import Recognised, recognised

MAKERS = {
    enterprises.fumian_2022: 20220720, enterprises.two_towns_2022: 20220720,
    enterprises.two_tables_2022: 20220720,
    enterprises.shihe_2022: 20220720, enterprises.district_2024: 20240630,
    enterprises.district_2026: 20260930,
    enterprises.parks_2026: 20261020,
}  # fmt: skip


@pytest.mark.parametrize(("make", "day"), MAKERS.items())
def test_each_is_recognised_with_its_day_and_every_row(
    make: Callable[[District], RosterFile], day: int, district: District, tmp_path: Path
) -> None:
    file = make(district)
    assert recognised(file, tmp_path) == Recognised({"ENTERPRISES"}, {day}, file.rows, set())


def test_every_enterprise_stands_on_some_roster(district: District) -> None:
    named = set()
    for make in MAKERS:
        for page in make(district).pages:
            named |= {str(cell) for row in page.data for cell in page.rows[row]}
    assert {each.name for each in district.enterprises} <= named


def test_offices_add_lines_columns_and_hidden_rows(district: District) -> None:
    page = enterprises.fumian_2022(district).pages[0]
    assert page.hidden_rows < set(page.data)
    assert page.merged
    assert {each.code for each in page.refusals} == {"USCC_CHECK", "CONTRADICTS_ROW"}
    assert [sheet.hidden for sheet in enterprises.two_towns_2022(district).pages] == [
        False,
        False,
        False,
        True,
    ]
