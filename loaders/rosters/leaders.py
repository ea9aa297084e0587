"""Secretaries and chairs: the person who leads an organisation, with the time in that post."""

from itertools import zip_longest

from loaders.cells.spans import Span
from loaders.facts import Mention
from loaders.rosters.row import Row
from schema.partial_date import PartialDate


def terms_of(row: Row) -> tuple[Span, ...] | None:
    """The terms of an organisation's committee: whole spans, or only the present one's end (届满时间)."""
    spans: tuple[Span, ...] = row["terms"] or ()
    ends: PartialDate | None = row["term_ends"]
    if ends is not None and all(span.until != ends for span in spans):
        spans = (*spans, Span(None, ends))
    return spans or None


def lead(row: Row, organisation: Mention, post: str) -> None:
    """State the people named in column `post`, one after the other, with the spans of `<post>_term`.

    A leader's unit is the organisation that they lead.
    """
    spans: tuple[Span, ...] = row[f"{post}_term"] or ()
    for name, span in zip_longest(row.texts(post), spans):
        if name is None:
            return
        person = row.node("Person", name, name=name, column=post, unit=organisation, unit_required=True)
        row.tie(
            organisation,
            post,
            person,
            span.start.stored if span is not None and span.start else None,
            span.until.stored if span is not None and span.until else None,
        )
