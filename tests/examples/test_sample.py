"""The sample's files are what the generator writes, and the loader does with each row what was meant."""

import io
import zipfile
from pathlib import Path

import pytest

from examples.district.__main__ import SAMPLE
from examples.district.days import CASE_DAY, day
from examples.district.district import District, build
from examples.district.rosters.index_page import index_page
from examples.district.rosters.roster_file import RosterFile
from examples.district.rosters.shelf import roster_files
from graph_api.graphql.plans.reading import EPOCH
from graph_api.projection.bulk import read_picture
from graph_api.projection.picture import Picture
from graph_api.questions.case_report import case_report
from schema.partial_date import PartialDate
from tests.examples.case_figures import case_figures
from tests.sample_store import Sample

PUBLISHED = {
    "FIRST_CHAIRS": 60, "FIRST_SECRETARIES_OF_BRANDS": 20, "PEOPLE_DISPATCHED": 60, "POSTS": 80,
    "UNIONS_FOUNDED_VIA_BRANCH": 30, "MEMBERS_DEVELOPED": 52, "TRAINING_PERSON_TIMES": 92,
    "TRAINING_BASES": 2,
}  # fmt: skip


@pytest.fixture(scope="module")
def picture(sample: Sample) -> Picture:
    """The sample district in columns."""
    return read_picture(sample.database.driver, sample.database.name)


def unpacked(content: bytes) -> dict[str, bytes]:
    """The members of an XLSX: another zlib packs the same members into other bytes."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_folder_holds_exactly_the_generated_files(files: tuple[RosterFile, ...]) -> None:
    assert {path.name for path in SAMPLE.iterdir()} == {"README.md", *(each.name for each in files)}


def test_every_committed_file_is_what_the_generator_writes(files: tuple[RosterFile, ...]) -> None:
    for each in files:
        committed = (SAMPLE / each.name).read_bytes()
        if each.name.endswith(".xlsx"):
            assert unpacked(committed) == unpacked(each.bytes()), each.name
        else:
            assert committed == each.bytes(), each.name
    assert (SAMPLE / "README.md").read_text(encoding="utf-8") == index_page(files)


def test_two_runs_write_the_same_bytes(files: tuple[RosterFile, ...]) -> None:
    again = roster_files(build())
    assert [(each.name, each.bytes()) for each in again] == [(each.name, each.bytes()) for each in files]


def test_the_model_says_the_published_figures(district: District) -> None:
    figures = case_figures(district, CASE_DAY)
    assert {key: figures[key] for key in PUBLISHED} == PUBLISHED
    assert figures["ACTIVISTS"] > 200
    assert figures["PROBLEMS_SOLVED"] > 150


@pytest.mark.parametrize(
    "at", [CASE_DAY, day(2022, 8, 31), day(2023, 12, 31), day(2024, 9, 1), day(2026, 11, 25)], ids=str
)
def test_the_service_counts_from_the_graph_what_the_model_counts(
    picture: Picture, district: District, at: PartialDate
) -> None:
    figures = case_report(picture.on((at.first - EPOCH).days), None)
    assert {each.key.name: each.value for each in figures} == case_figures(district, at)


def test_exactly_the_rows_meant_are_rejected_each_for_the_reason_meant(
    sample: Sample, files: tuple[RosterFile, ...]
) -> None:
    meant = {
        (each.name, "" if each.name.endswith(".csv") else page.name, refusal.row): refusal.code
        for each in files
        for page in each.pages
        for refusal in page.refusals
    }
    found = {
        (report.file, "" if report.file.endswith(".csv") else each.sheet, each.row): each.finding.code
        for report in sample.reports
        for each in report.rejections
    }
    assert found == meant


def test_every_row_of_data_is_read_as_one(sample: Sample, files: tuple[RosterFile, ...]) -> None:
    kinds = {each.name: {kind.name for kind in each.kinds} for each in files}
    assert {report.file: {table.kind for table in report.tables} for report in sample.reports} == kinds
    assert not any(report.ignored_columns for report in sample.reports)


def test_the_rosters_bear_the_days_that_the_page_names(sample: Sample, files: tuple[RosterFile, ...]) -> None:
    days = {each.name: PartialDate.parse(each.day).stored if each.day else None for each in files}
    assert {report.file: report.day for report in sample.reports} == days


def test_the_folder_stays_small(files: tuple[RosterFile, ...]) -> None:
    assert 25 <= len(files) <= 40
    assert sum(path.stat().st_size for path in Path(SAMPLE).iterdir()) < 2_000_000
