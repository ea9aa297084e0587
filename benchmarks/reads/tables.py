"""From the flat tables of the hand-written statement to the page that callers of GraphQL get."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from schema.codes.industries import name_of
from schema.partial_date import PartialDate

Row = list[Any]
Page = dict[str, Any]


def nested(record: Mapping[str, Any]) -> Page:
    """The page, with codes for cursors and the database's numbers for ids."""
    nodes = [_enterprise(row) for row in record["enterprises"]]
    for place, *seen in record["observations"]:
        known = zip(("operatingStatus", "employees", "fullMembers"), seen, strict=True)
        nodes[place] |= {name: value for name, value in known if value is not None}
    for table, field in (("divisions", "division"), ("parks", "park")):
        for place, at in _places(record[table]):
            nodes[place][field] = at
    for (place, _), row in _last(record["branches"]):
        nodes[place]["branches"].append(_branch(row))
    for (place, _), row in _last(record["unions"]):
        nodes[place]["unions"].append(_union(row))
    for (place, _), row in _last(record["dispatches"]):
        nodes[place]["dispatches"].append(_dispatch(row))
    edges = [{"cursor": node["code"], "node": node} for node in nodes]
    ends = (nodes[0]["code"], nodes[-1]["code"]) if nodes else (None, None)
    info = {"hasNextPage": record["more"], "startCursor": ends[0], "endCursor": ends[1]}
    return {"totalCount": record["total"], "pageInfo": info, "edges": edges}


def _enterprise(row: Row) -> Page:
    number, code, name, former, industry = row
    return {
        "id": number, "code": code, "name": name, "formerNames": former or [],
        "operatingStatus": None, "employees": None, "fullMembers": None,
        "industry": _industry(industry), "division": None, "park": None,
        "branches": [], "unions": [], "dispatches": [],
    }  # fmt: skip


def _places(rows: Iterable[Row]) -> Iterable[tuple[int, Page | None]]:
    """The one place in force of each enterprise: the last that has begun, where it lasts.

    The first of an enterprise's rows may hold since the enterprise was established.
    """
    seen: set[int] = set()
    for place, always, begun, lasts, code, name in rows:
        if begun or (always and place not in seen):
            yield place, {"code": code, "name": name} if lasts else None
        seen.add(place)


def _last(rows: Iterable[Row]) -> Iterable[tuple[tuple[int, str], Row]]:
    """The last row of each node of each enterprise."""
    return {(row[0], row[1]): row for row in rows}.items()


def _branch(row: Row) -> Page:
    _, code, name, kind, established, lasts, secretary, called = row
    one = {"code": secretary, "name": called} if lasts and secretary else None
    return {"code": code, "name": name, "kind": kind, "established": text(established), "secretary": one}


def _union(row: Row) -> Page:
    _, code, name, kind, lasts, chair = row
    return {"code": code, "name": name, "kind": kind, "electedChair": _named(chair) if lasts else None}


def _named(name: str | None) -> Page | None:
    return {"name": name} if name else None


def _dispatch(row: Row) -> Page:
    _, _, post, since, until, cadre, called, works, agency, agency_name, backs, backing, backing_name = row
    at = {"code": agency, "name": agency_name} if works and agency else None
    return {
        "post": post, "from": text(since), "until": text(until),
        "cadre": {"code": cadre, "name": called, "agency": at} if cadre else None,
        "backingAgency": {"code": backing, "name": backing_name} if backs and backing else None,
    }  # fmt: skip


@cache
def text(stored: int | None) -> str | None:
    """A stored day as callers see it."""
    return None if stored is None else str(PartialDate(stored))


@cache
def _industry(code: str | None) -> Page | None:
    if code is None:
        return None
    name = name_of(code)
    return {"code": code, "name": name.zh if name else None}
