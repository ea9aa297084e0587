"""Rosters of places, agencies, programmes, brands, policies."""

from pathlib import Path

from examples.district.district import District
from examples.district.rosters import places
from tests.examples.district.reading import Recognised, recognised


def test_each_is_recognised_with_its_day_and_every_row(district: District, tmp_path: Path) -> None:
    for file, kinds, day in (
        (places.divisions(), {"DIVISIONS"}, None), (places.parks_and_topics(), {"PARKS", "TOPICS"}, None),
        (places.agencies(), {"AGENCIES"}, 20220630), (places.programmes(), {"PROGRAMMES"}, None),
        (places.brands(district), {"BRANDS"}, 20220630),
        (places.brand_members(district), {"BRANDS"}, 20220720),
        (places.policies(district), {"POLICIES"}, None),
    ):  # fmt: skip
        assert recognised(file, tmp_path) == Recognised(kinds, {day}, file.rows, set()), file.name


def test_the_county_is_part_of_nothing_on_the_roster() -> None:
    page = places.divisions().pages[0]
    assert page.rows[page.data[0]][1:] == ["450903", "福绵区", "县级", ""]
