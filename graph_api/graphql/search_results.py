"""A page of what a search finds, as a caller sees it: whatever is selected of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from graph_api.graphql.naming import camel
from graph_api.graphql.plans import objects
from graph_api.graphql.plans.cursors import Cursor
from graph_api.graphql.plans.objects import plain
from graph_api.graphql.plans.reading import Reading
from graph_api.graphql.plans.selection import Selected
from graph_api.questions.search.hits import MOST_POINTS, Hit, Match


@dataclass(frozen=True, slots=True)
class Results:
    """A page of hits, of `total` in all, with `before` of them before it; cursors are bound to `bound`."""

    reading: Reading
    hits: Sequence[Hit]
    before: int
    total: int
    bound: bytes

    def shown(self, selected: Selected) -> dict[str, Any]:
        """The connection."""
        made: dict[str, Any] = {}
        for each in selected.below("SearchConnection"):
            if each.name == "totalCount":
                made[each.key] = self.total
            elif each.name == "pageInfo":
                made[each.key] = plain(self._info(), "PageInfo", each)
            elif each.name == "nodes":
                made[each.key] = self._nodes(each)
            elif each.name == "edges":
                made[each.key] = self._edges(each)
            else:
                made[each.key] = "SearchConnection"
        return made

    def _info(self) -> dict[str, Any]:
        ends = [self._cursor(each) for each in (*self.hits[:1], *self.hits[-1:])]
        return {
            "hasNextPage": self.before + len(self.hits) < self.total,
            "hasPreviousPage": self.before > 0,
            "startCursor": ends[0] if ends else None,
            "endCursor": ends[-1] if ends else None,
        }

    def _edges(self, selected: Selected) -> list[dict[str, Any]]:
        made: list[dict[str, Any]] = [{} for _ in self.hits]
        for each in selected.below("SearchEdge"):
            for edge, value in zip(made, self._of_edges(each), strict=True):
                edge[each.key] = value
        return made

    def _of_edges(self, selected: Selected) -> list[Any]:
        """One field of the edges."""
        if selected.name == "node":
            return self._nodes(selected)
        if selected.name == "matched":
            return [[self._match(one, selected) for one in hit.matches] for hit in self.hits]
        if selected.name == "score":
            return [hit.place.points / MOST_POINTS for hit in self.hits]
        if selected.name == "cursor":
            return [self._cursor(hit) for hit in self.hits]
        return ["SearchEdge"] * len(self.hits)

    @staticmethod
    def _match(match: Match, selected: Selected) -> dict[str, Any]:
        return plain({"field": camel(match.field), "text": match.text}, "SearchMatch", selected)

    def _nodes(self, selected: Selected) -> list[dict[str, Any]]:
        """The nodes, those of one type at once."""
        found: list[Any] = [None] * len(self.hits)
        for name in {hit.place.type for hit in self.hits}:
            at = [number for number, hit in enumerate(self.hits) if hit.place.type == name]
            rows = np.array([self.hits[number].row for number in at], np.int64)
            made = objects.objects(self.reading, name, rows, selected.below(name))
            for number, each in zip(at, made, strict=True):
                found[number] = each
        return found

    def _cursor(self, hit: Hit) -> str:
        place = hit.place
        key = (place.points, place.code, place.type)
        cursor = Cursor(self.reading.day, key, self.reading.explicit)
        return cursor.written(self.reading.asked.key, self.bound)
