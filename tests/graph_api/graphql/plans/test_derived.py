"""Computed fields: how a post reaches enterprises, how long a request is or was open."""

import pytest

from tests.api_server import Api


def test_a_post_is_direct_or_by_a_branch_or_a_brand(town: Api) -> None:
    found = town.data("{ dispatches { nodes { code via } } }")["dispatches"]["nodes"]
    assert {each["code"]: each["via"] for each in found} == {
        "DSP-1": "DIRECT",
        "DSP-2": "VIA_BRANCH",
        "DSP-3": "VIA_BRAND",
    }


@pytest.mark.parametrize(
    ("code", "day", "days"),
    [
        ("REQ-1", "2022-01-04", None),  # not yet raised
        ("REQ-1", "2022-01-05", 0),
        ("REQ-1", "2022-01-10", 5),
        ("REQ-1", "2022-01-14", 9),
        ("REQ-1", "2022-01-15", 10),  # solved
        ("REQ-1", "2022-08-02", 10),
        ("REQ-2", "2022-06-30", 121),
        ("REQ-2", "2022-08-02", None),  # solved some day in July
        ("REQ-3", "2022-08-02", 154),
        ("REQ-4", "2022-08-02", None),  # raised some day in March
        ("REQ-5", "2022-08-02", None),
    ],
)
def test_a_request_is_open_from_its_raising_to_its_solution_or_the_day(
    town: Api, code: str, day: str, days: int | None
) -> None:
    found = town.data(f'{{ serviceRequest(code: "{code}", asOf: "{day}") {{ daysOpen }} }}')
    assert found["serviceRequest"] == {"daysOpen": days}
