"""Secretaries and chairs: the person who leads an organisation, with the time in that post."""

from itertools import zip_longest

from loaders.cells.spans import Span
from loaders.facts import Mention
from loaders.rosters.row import Row


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
