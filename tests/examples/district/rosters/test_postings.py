"""Rosters of cadres, selections, dispatches."""

from collections.abc import Iterator
from pathlib import Path

from examples.district.district import District
from examples.district.rosters.handwriting import person_columns
from examples.district.rosters.postings import (
    cadres_2022,
    cadres_2025,
    dispatches,
    named,
    of_person,
    selections,
)
from examples.district.rosters.roster_file import RosterFile
from tests.examples.district.reading import Recognised, recognised


def made(district: District) -> Iterator[tuple[RosterFile, str, int]]:
    yield cadres_2022(district), "CADRES", 20220710
    yield cadres_2025(district), "CADRES", 20250331
    yield selections(district, 2022), "SELECTIONS", 20220801
    yield selections(district, 2026), "SELECTIONS", 20261110
    yield dispatches(district, 2022), "DISPATCHES", 20220802
    yield dispatches(district, 2024), "DISPATCHES", 20240920
    yield dispatches(district, 2026), "DISPATCHES", 20261025


def test_each_is_recognised_with_its_day_and_every_row(district: District, tmp_path: Path) -> None:
    for file, kind, day in made(district):
        assert recognised(file, tmp_path) == Recognised({kind}, {day}, file.rows, set()), file.name


def test_every_dispatch_is_stated_once_in_its_batch(district: District) -> None:
    pages = [dispatches(district, year).pages[0] for year in (2022, 2024, 2026)]
    rows = sum(len(page.data) - len(page.refusals) for page in pages)
    again = sum(1 for each in district.dispatches if each.cut_short)
    assert rows == len(district.dispatches) - 2 + again


def test_a_target_is_named_as_in_that_year(district: District) -> None:
    renamed = next(each for each in district.enterprises if each.renamed_in == 2026)
    assert (named(renamed, 2022), named(renamed, 2026)) == (renamed.former, renamed.name)
    assert named(district.brands[0], 2022) == district.brands[0].name


def test_a_cadres_columns_are_those_of_the_person(district: District) -> None:
    columns = [of_person(column) for column in person_columns()]
    cadre = district.cadres[0]
    assert columns[-1].cell(cadre) == cadre.person.id_number
