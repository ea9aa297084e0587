"""Ledgers of activities, sign-in sheets, appraisals, rectifications."""

from pathlib import Path

from examples.district.activities import LISTED_FIRST, LISTED_LAST
from examples.district.district import District
from examples.district.rosters.work import activities, appraisals, rectifications, sign_in_sheets
from tests.examples.district.reading import Recognised, recognised


def test_each_is_recognised_and_every_row_is_data(district: District, tmp_path: Path) -> None:
    for file, kind in (
        (activities(district, early=True), "ACTIVITIES"), (activities(district, early=False), "ACTIVITIES"),
        (sign_in_sheets(district), "ATTENDANCE"), (appraisals(district), "APPRAISALS"),
        (rectifications(district), "RECTIFICATIONS"),
    ):  # fmt: skip
        assert recognised(file, tmp_path) == Recognised({kind}, {None}, file.rows, set()), file.name


def test_sign_in_sheets_list_everybody_once_in_one_or_two_blocks(district: District) -> None:
    two, one = sign_in_sheets(district).pages
    names = [two.rows[row][column] for row in two.data for column in (1, 5) if column < len(two.rows[row])]
    assert len(set(names)) == LISTED_FIRST
    assert len(one.data) - len(one.refusals) == LISTED_LAST


def test_every_activity_is_on_one_ledger(district: District) -> None:
    files = [activities(district, early=early) for early in (True, False)]
    refused = sum(len(page.refusals) for file in files for page in file.pages)
    assert sum(file.rows for file in files) == len(district.activities) + refused
