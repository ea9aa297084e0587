"""Rosters of members and the cultivation ledgers."""

from pathlib import Path

from examples.district.activists import LEDGER_DAYS
from examples.district.district import District
from examples.district.rosters.membership import (
    ledger_2022,
    ledger_2024,
    ledger_2026,
    members_2022,
    members_2026,
)
from tests.examples.district.reading import Recognised, recognised


def test_each_is_recognised_with_its_day_and_every_row(district: District, tmp_path: Path) -> None:
    for make, kind, day in (
        (members_2022, "MEMBERS", 20220725), (members_2026, "MEMBERS", 20260928),
        (ledger_2022, "CULTIVATION", 20220731), (ledger_2024, "CULTIVATION", 20240630),
        (ledger_2026, "CULTIVATION", 20261031),
    ):  # fmt: skip
        file = make(district)
        assert recognised(file, tmp_path) == Recognised({kind}, {day}, file.rows, set()), file.name


def test_the_ledger_of_2022_states_nothing_of_later_steps(district: District) -> None:
    received = next(
        each for each in district.activists
        if each.step_on("BRANCH_MEETING", LEDGER_DAYS[2022]) and not each.admitted_on(LEDGER_DAYS[2022])
    )  # fmt: skip
    pages = ledger_2022(district).pages
    header = next(index for index, row in enumerate(pages[0].rows) if "审批时间" in row)
    column = pages[0].rows[header].index("审批时间")
    rows = [page.rows[row] for page in pages for row in page.data]
    mine = [row for row in rows if received.person.phone in row]
    assert [row[column] for row in mine] == [None]


def test_the_members_of_one_town_were_not_handed_in(district: District) -> None:
    written = repr(members_2022(district).pages[0].rows)
    assert not any(
        each.person.phone in written for each in district.members if each.employer.town == "石和镇"
    )
