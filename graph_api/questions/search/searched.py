"""What is looked into: names, former and short names, codes, and the guides of topics.

The names of those who are shown masked are not: a search that found them would tell them.
"""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types
import pyarrow.compute as pc  # type: ignore[import-untyped] # pyarrow ships no types

from graph_api.projection.columns import Column, Mask, Rows
from graph_api.projection.day_view import DayView
from graph_api.projection.links import links_of
from graph_api.projection.orders import TextIndex
from graph_api.questions.search.wanted import Hows, Wanted
from schema.catalog import NODE_TYPES
from schema.fields import Field, Kind
from schema.lifetimes import is_happening

GUIDES: Final = (("Topic", "guide"),)
"""Texts beside names that are looked into."""

WEIGHTS: Final = {"name": 100, "short_names": 98, "former_names": 96, "guide": 90}
CODES: Final = 94
"""How much a field counts, in hundredths: of two texts that answer equally well, the name comes first.

In what happens (activities, requests, steps) everything counts half: who searches mostly looks for those who
last, and would not see an enterprise for all the visits that bear its name.
"""


@dataclass(frozen=True, slots=True)
class Searched:
    """One field of a type's nodes.

    `texts` has a text, or a list of texts, a row; `codes` is the order of a column of codes; `shown` says
    whose text may be looked into, None for all.
    """

    field: str
    weight: int
    texts: Column
    codes: TextIndex | None = None
    shown: Mask | None = None

    def found(self, wanted: Wanted) -> tuple[Rows, Hows]:
        """The rows that answer, and how; a row of several texts may be there more than once."""
        if self.codes is not None:
            return wanted.among_codes(self.codes)
        if self.shown is not None:
            rows = np.flatnonzero(self.shown)
            places, hows = wanted.among(self.texts.take(pa.array(rows)))
            return rows[places], hows
        texts, owners = _flat(self.texts)
        places, hows = wanted.among(texts)
        return places if owners is None else owners[places], hows

    def matched(self, wanted: Wanted, rows: Rows) -> list[tuple[int, int, str]]:
        """Of some rows the texts that answer: the row's place among them, how, and the text as stored."""
        near = self.texts.take(pa.array(rows))
        if self.codes is not None:
            here = TextIndex.of(near)
            places, hows = wanted.among_codes(here)
            return _told(places, hows, near.take(pa.array(places)))
        texts, owners = _flat(near)
        places, hows = wanted.among(texts)
        at = places if owners is None else owners[places]
        kept = np.ones(len(at), np.bool_) if self.shown is None else self.shown[rows[at]]
        return _told(at[kept], hows[kept], texts.take(pa.array(places[kept])))


def searched(view: DayView, type_name: str, *, masking: bool) -> list[Searched]:
    """All that is looked into of a type, as a caller may see it on the day."""
    picture, node_type = view.picture, NODE_TYPES[type_name]
    columns = picture.tables[type_name].columns
    found = _names(view, type_name, masking=masking)
    for each in node_type.stored:
        if each.name != "name" and _is_text(type_name, each) and not each.personal:
            found.append(Searched(each.name, WEIGHTS.get(each.name, CODES), columns[each.name]))
    usccs = [each.name for each in node_type.stored if each.kind is Kind.USCC]
    for name in ("code", *usccs, "stated_code"):
        if columns[name].null_count < len(columns[name]):
            found.append(Searched(name, CODES, columns[name], codes=picture.index(type_name, name)))
    if is_happening(node_type):
        return [replace(each, weight=each.weight // 2) for each in found]
    return found


def _is_text(type_name: str, field: Field) -> bool:
    of_words = field.searchable and field.kind in (Kind.TEXT, Kind.NAMES)
    return of_words or (type_name, field.name) in GUIDES


def _names(view: DayView, type_name: str, *, masking: bool) -> list[Searched]:
    """The nodes' own names, or those of the people who they are."""
    about, picture = NODE_TYPES[type_name].about, view.picture
    if about.name_parts == ("name",):
        hidden = masking and NODE_TYPES[type_name].field("name").personal
        shown = view.in_public_post() if hidden else None
        return [Searched("name", WEIGHTS["name"], picture.column(type_name, "name"), shown=shown)]
    if about.name_parts == ("person.name",) and not (masking and about.personal_name):
        count = len(picture.tables[type_name])
        ((_, people),) = view.one(links_of(type_name)["person"], np.arange(count))
        names = picture.column("Person", "name").take(pa.array(people, mask=people < 0))
        return [Searched("name", WEIGHTS["name"], names)]
    return []


def _flat(texts: Column) -> tuple[Column, Rows | None]:
    """The texts one by one, and whose each is; None where each row has one of its own."""
    if not pa.types.is_list(texts.type):
        return texts, None
    return pc.list_flatten(texts), pc.list_parent_indices(texts).to_numpy().astype(np.int64)


def _told(places: Rows, hows: Hows, texts: Column) -> list[tuple[int, int, str]]:
    return list(zip(places.tolist(), hows.tolist(), texts.to_pylist(), strict=True))
