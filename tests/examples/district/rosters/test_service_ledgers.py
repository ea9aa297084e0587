"""Rosters of venues and platforms, ledgers of requests."""

from pathlib import Path

from examples.district.district import District
from examples.district.rosters.service_ledgers import requests_2022, requests_2026, venues_and_platforms
from tests.examples.district.reading import Recognised, recognised


def test_each_is_recognised_and_every_row_is_data(district: District, tmp_path: Path) -> None:
    for make, kinds in (
        (venues_and_platforms, {"VENUES", "PLATFORMS"}), (requests_2022, {"REQUESTS"}),
        (requests_2026, {"REQUESTS"}),
    ):  # fmt: skip
        file = make(district)
        assert recognised(file, tmp_path) == Recognised(kinds, {None}, file.rows, set()), file.name


def test_every_request_is_on_one_ledger(district: District) -> None:
    files = (requests_2022(district), requests_2026(district))
    refused = sum(len(page.refusals) for file in files for page in file.pages)
    assert sum(file.rows for file in files) == len(district.requests) + refused
