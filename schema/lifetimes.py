"""Since when and until when the nodes of a type exist or happen, by the fields that say so."""

from functools import cache

from schema.catalog import NodeType
from schema.fields import Kind

BEGINNINGS = ("established", "opened", "from")
"""The fields that say since when a subject exists, the first that its type has."""

HAPPENINGS = ("from", "opened", "date", "raised_on", "found_on", "day")
"""The fields that say when something happens or holds, the first that its type has."""

ENDINGS = ("dissolved", "until", "closed")
"""The fields that say the last day of a subject."""


@cache
def is_happening(node_type: NodeType) -> bool:
    """Whether nodes of this type happen, as a step or a request does, instead of lasting.

    The ties of what happens are part of it: without days of their own they hold always.
    """
    return node_type.about.name_parts[0] not in ("name", "person.name") or any(
        each.name == "date" and each.kind is Kind.DATE for each in node_type.fields
    )


@cache
def beginning_of(node_type: NodeType) -> str | None:
    """The field that says since when a node of this type exists; None where no field does."""
    return _first(node_type, BEGINNINGS)


@cache
def happening_of(node_type: NodeType) -> str | None:
    """The field by whose day a node is shown among others' relations; None where it is always shown.

    An aim 目标 is for a day to come, so its day says nothing about since when it is there.
    """
    if node_type.name == "Target" or not (is_happening(node_type) or "from" in _dates(node_type)):
        return None
    return _first(node_type, HAPPENINGS)


@cache
def ending_of(node_type: NodeType) -> str | None:
    """The field after whose day a node is no longer shown among others' relations.

    A closed enterprise stays listed where it was: who counts the operating ones tells it apart.
    """
    if node_type.name in ("Enterprise", "StageEvent"):
        return None
    return _first(node_type, ENDINGS)


def _dates(node_type: NodeType) -> set[str]:
    return {each.name for each in node_type.fields if each.kind is Kind.DATE}


def _first(node_type: NodeType, names: tuple[str, ...]) -> str | None:
    return next((name for name in names if name in _dates(node_type)), None)
