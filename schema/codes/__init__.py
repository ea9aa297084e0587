"""Shipped code tables: what the codes and words of rosters mean, each with edition and source.

A code that no table has is kept as it is written and reported by whoever read it, never dropped.
"""

from dataclasses import dataclass

from schema.codes import (
    divisions,
    education,
    industries,
    nationalities,
    ownership,
    political_status,
    posts,
    sizes,
    stages,
    topics,
    working_days,
)
from schema.codes.code_table import CodeTable
from schema.text import Text

TABLES: tuple[CodeTable, ...] = (
    divisions.TABLE,
    industries.SECTIONS,
    industries.DIVISIONS,
    industries.CLASSES,
    ownership.TABLE,
    sizes.TABLE,
    topics.TABLE,
    posts.TABLE,
    stages.TABLE,
    nationalities.TABLE,
    education.TABLE,
    political_status.TABLE,
)


@dataclass(frozen=True, slots=True)
class Listing:
    """One line of the index: `rows` counts codes, for the calendar the years it covers."""

    name: str
    title: Text
    edition: str
    source: Text
    rows: int


INDEX: tuple[Listing, ...] = (
    *(Listing(each.name, each.title, each.edition, each.source, len(each)) for each in TABLES),
    Listing(
        "working_days",
        working_days.TITLE,
        working_days.EDITION,
        working_days.SOURCE,
        working_days.LAST_YEAR - working_days.FIRST_YEAR + 1,
    ),
)
