"""The shelf of roster files, in an order in which each refers only to those before it."""

from pathlib import Path

from examples.district.district import District
from examples.district.rosters import (
    enterprises,
    membership,
    organisations,
    places,
    postings,
    service_ledgers,
    work,
)
from examples.district.rosters.index_page import index_page
from examples.district.rosters.roster_file import RosterFile


def roster_files(district: District) -> tuple[RosterFile, ...]:
    """Every roster file of the sample, each named with the number of its turn."""
    made = (
        places.divisions(), places.parks_and_topics(), places.agencies(), places.programmes(),
        places.brands(district),
        enterprises.fumian_2022(district), enterprises.two_towns_2022(district),
        enterprises.two_tables_2022(district), enterprises.shihe_2022(district),
        enterprises.district_2024(district), enterprises.district_2026(district),
        places.brand_members(district), enterprises.parks_2026(district),
        organisations.branches_2022(district), organisations.branches_2026(district),
        organisations.unions_2022(district), organisations.unions_2026(district),
        postings.cadres_2022(district), postings.cadres_2025(district),
        postings.selections(district, 2022), postings.selections(district, 2026),
        *(postings.dispatches(district, year) for year in (2022, 2024, 2026)),
        membership.members_2022(district), membership.members_2026(district),
        membership.ledger_2022(district), membership.ledger_2024(district), membership.ledger_2026(district),
        service_ledgers.venues_and_platforms(district), places.policies(district),
        service_ledgers.requests_2022(district), service_ledgers.requests_2026(district),
        work.activities(district, early=True), work.activities(district, early=False),
        work.sign_in_sheets(district), work.appraisals(district), work.rectifications(district),
    )  # fmt: skip
    return tuple(sorted(made, key=lambda each: each.name))


def write(district: District, folder: Path) -> list[Path]:
    """Write every file and the page that lists them into the folder; what else is there is left alone."""
    folder.mkdir(parents=True, exist_ok=True)
    files = roster_files(district)
    written = [each.write(folder) for each in files]
    page = folder / "README.md"
    page.write_text(index_page(files), encoding="utf-8")
    return [*written, page]
