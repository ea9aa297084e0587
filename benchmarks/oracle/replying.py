"""The answer that a document should get: every field evaluated for itself, node by node."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from graphql import (
    DocumentNode,
    GraphQLField,
    GraphQLSchema,
    SelectionSetNode,
    get_named_type,
    get_nullable_type,
    is_list_type,
    is_non_null_type,
)

from benchmarks.oracle.conditions import selects
from benchmarks.oracle.days import written
from benchmarks.oracle.facts import Graph, Node
from benchmarks.oracle.holding import Stay
from benchmarks.oracle.identity import read_id
from benchmarks.oracle.listing import Cursor, Page, Row, page_of, place_of
from benchmarks.oracle.refusals import Refused
from benchmarks.oracle.selections import Selected, Selections
from benchmarks.oracle.showing import View, fields_of, relations_of
from schema.catalog import NODE_TYPES
from schema.codes.industries import name_of
from schema.fields import Field, Kind

MOST_IDS: Final = 500


@dataclass(frozen=True, slots=True)
class Expected:
    """What should be answered: `data`, the codes of the errors by the path they stand at, days by root field.

    In `data` a Cursor stands where the service may write any text that means it. It is None as a whole where
    a field that cannot be null is refused.
    """

    data: Mapping[str, Any] | None
    refused: Mapping[tuple[str | int, ...], Sequence[str]]
    days: Mapping[str, date]
    revision: int


@dataclass(slots=True)
class Oracle:
    """Answers documents from a graph. `cursors` are the meanings of texts that earlier answers contained."""

    schema: GraphQLSchema
    graph: Graph
    today: Callable[[], date]
    masking: bool = True
    cursors: dict[str, Cursor] = field(default_factory=dict)

    def answer(self, document: DocumentNode, variables: Mapping[str, Any]) -> Expected:
        """What the document should be answered with these variables."""
        selections = Selections.of(self.schema, document, variables)
        reply = _Reply(self, selections)
        data: dict[str, Any] = {}
        refused: dict[tuple[str | int, ...], Sequence[str]] = {}
        whole = True
        for each in selections.fields("Query", [selections.operation.selection_set]):
            try:
                data[each.response] = reply.root(each)
            except Refused as error:
                data[each.response] = None
                refused[each.response,] = error.codes
                whole = whole and not reply.is_never_null(each)
        days = {name: day for name, day in reply.days.items() if data[name] is not None}
        return Expected(data if whole else None, refused, days, self.graph.revision)


@dataclass(frozen=True, slots=True)
class _List:
    """What a connection is of, before anything is selected; `where` tells it from other lists."""

    view: View
    of_type: str
    nodes: Sequence[Node]
    where: tuple[Any, ...]


@dataclass(slots=True)
class _Reply:
    oracle: Oracle
    selections: Selections
    days: dict[str, date] = field(default_factory=dict)

    def root(self, selected: Selected) -> Any:
        """One root field."""
        if selected.name == "__typename":
            return "Query"
        query: Any = self.oracle.schema.query_type
        definition = query.fields[selected.name]
        arguments = self.selections.arguments(selected, definition)
        if selected.name == "nodes":
            return self._nodes(selected, arguments)
        if selected.name == "node":
            return self._by_id(selected, arguments["id"], arguments.get("asOf"), None)
        type_name = get_named_type(definition.type).name
        if type_name.endswith("Connection"):
            view = self._view(selected, arguments.get("asOf"))
            of_type = type_name.removesuffix("Connection")
            nodes = self.oracle.graph.by_type.get(of_type, ())
            return self._connection(_List(view, of_type, nodes, (selected.name,)), selected, arguments)
        return self._by_id(selected, arguments["code"], arguments.get("asOf"), type_name)

    def is_never_null(self, selected: Selected) -> bool:
        """Whether the schema says that a root field is never null."""
        query: Any = self.oracle.schema.query_type
        return is_non_null_type(query.fields[selected.name].type)

    def _view(self, selected: Selected, asked: str | None) -> View:
        day = date.fromisoformat(asked) if asked else self.oracle.today()
        self.days[selected.response] = day
        return View(self.oracle.graph, day, asked is not None, self.oracle.masking)

    def _nodes(self, selected: Selected, arguments: Mapping[str, Any]) -> list[Any]:
        if len(arguments["ids"]) > MOST_IDS:
            raise Refused("BAD_INPUT", "TOO_COSTLY")
        found = [self._by_id(selected, each, arguments.get("asOf"), None) for each in arguments["ids"]]
        days = {parsed[2] for each in arguments["ids"] if (parsed := read_id(each))} | {arguments.get("asOf")}
        if len(days - {arguments.get("asOf")}) > 0:
            self.days.pop(selected.response, None)  # ids of several days: no one day is theirs
        return found

    def _by_id(self, selected: Selected, text: str, asked: str | None, type_name: str | None) -> Any:
        """The node that an id names or, where a type is given, a code of that type."""
        parsed = read_id(text)
        if parsed is None:
            if type_name is None:
                raise Refused("BAD_INPUT")
            view, node = self._view(selected, asked), self.oracle.graph.by_code(type_name, text)
        else:
            named, number, day = parsed
            if (type_name and named != type_name) or (day and asked and day != asked):
                raise Refused("BAD_INPUT")
            view, node = self._view(selected, asked or day), self.oracle.graph.nodes.get(number)
            if node and (node.type != named or not NODE_TYPES[named].about.in_graph):
                node = None
        return self._object(view, node, selected.sets) if node else None

    def _object(self, view: View, node: Node, sets: Sequence[SelectionSetNode]) -> dict[str, Any]:
        shown = {}
        for each in self.selections.fields(node.type, sets):
            shown[each.response] = self._field(view, node, each)
        return shown

    def _field(self, view: View, node: Node, selected: Selected) -> Any:
        name = selected.name
        if name in _PLAIN:
            return _PLAIN[name](view, node)
        declared = fields_of(node.type).get(name)
        if declared and name == "industry" and node.type == "Enterprise" and selected.sets:
            return self._industry(view, node, declared, selected)
        if declared:
            value = view.shown(node, declared)
            return self._spans(value, selected) if declared.kind is Kind.SPANS else value
        if name.endswith("Bound") and name.removesuffix("Bound") in fields_of(node.type):
            return view.bound(node, fields_of(node.type)[name.removesuffix("Bound")])
        return self._related(view, node, selected)

    def _related(self, view: View, node: Node, selected: Selected) -> Any:
        definition = self._definition(node.type, selected.name)
        relation = relations_of(node.type)[selected.name.removesuffix("Ties")]
        arguments = self.selections.arguments(selected, definition)
        when = arguments.get("when", "IN_FORCE")
        of_type = get_named_type(definition.type).name
        if of_type.endswith("Connection"):
            nodes = [other for other, _ in view.led(node, relation, when)]
            whole = _List(view, of_type.removesuffix("Connection"), nodes, (node.id, relation, when))
            return self._connection(whole, selected, arguments)
        if is_list_type(get_nullable_type(definition.type)):
            found = view.led(node, relation, when)
            if selected.name.endswith("Ties"):
                return [self._tie(view, of_type, other, stay, selected) for other, stay in found]
            return [self._object(view, other, selected.sets) for other, _ in found]
        one = view.one(node, relation)
        return self._object(view, one, selected.sets) if one else None

    def _connection(self, whole: "_List", selected: Selected, arguments: Mapping[str, Any]) -> dict[str, Any]:
        view, chosen = whole.view, arguments.get("where")
        order = [{"direction": "ASC", **each} for each in arguments.get("orderBy") or ()]
        nodes = dict.fromkeys(each for each in whole.nodes if selects(view, each, chosen))
        rows = sorted((Row(each, place_of(view, each, order)) for each in nodes), key=lambda row: row.place)
        of = (whole.where, str(view.day), repr(chosen or {}), repr(order))
        bounds = (self._bound(arguments, "after", of), self._bound(arguments, "before", of))
        page = page_of(rows, arguments, bounds)
        shown: dict[str, Any] = {}
        for each in self.selections.fields(f"{whole.of_type}Connection", selected.sets):
            shown[each.response] = self._of_page(view, of, page, each, f"{whole.of_type}Edge")
        return shown

    def _bound(self, arguments: Mapping[str, Any], name: str, of: object) -> Cursor | None:
        text = arguments.get(name)
        if text is None:
            return None
        cursor = self.oracle.cursors.get(text)
        if cursor is None or cursor.list != of:
            raise Refused("BAD_INPUT")
        return cursor

    def _of_page(self, view: View, of: object, page: Page, selected: Selected, edge: str) -> Any:
        if selected.name == "totalCount":
            return page.total
        if selected.name == "nodes":
            return [self._object(view, row.node, selected.sets) for row in page.rows]
        if selected.name == "edges":
            return [self._edge(view, of, row, selected, edge) for row in page.rows]
        if selected.name == "pageInfo":
            return {
                each.response: _page_info(page, of, each.name)
                for each in self._plain_fields("PageInfo", selected)
            }
        return edge.removesuffix("Edge") + "Connection"

    def _edge(self, view: View, of: object, row: Row, selected: Selected, edge: str) -> dict[str, Any]:
        shown: dict[str, Any] = {}
        for each in self._plain_fields(edge, selected):
            if each.name == "node":
                shown[each.response] = self._object(view, row.node, each.sets)
            else:
                shown[each.response] = Cursor(of, row.place) if each.name == "cursor" else edge
        return shown

    def _tie(self, view: View, of_type: str, other: Node, stay: Stay, selected: Selected) -> dict[str, Any]:
        shown: dict[str, Any] = {}
        for each in self._plain_fields(of_type, selected):
            if each.name == "node":
                shown[each.response] = self._object(view, other, each.sets)
            else:
                shown[each.response] = _of_tie(stay, each.name, of_type)
        return shown

    def _industry(self, view: View, node: Node, declared: Field, selected: Selected) -> Any:
        code = view.shown(node, declared)
        if code is None:
            return None
        found = {"code": code, "name": (known := name_of(code)) and known.zh, "__typename": "Industry"}
        return {each.response: found[each.name] for each in self._plain_fields("Industry", selected)}

    def _spans(self, value: Sequence[Mapping[str, Any]] | None, selected: Selected) -> Any:
        if value is None:
            return None
        asked = self._plain_fields("Span", selected)
        return [{each.response: {**one, "__typename": "Span"}[each.name] for each in asked} for one in value]

    def _plain_fields(self, type_name: str, selected: Selected) -> list[Selected]:
        return self.selections.fields(type_name, selected.sets)

    def _definition(self, type_name: str, name: str) -> GraphQLField:
        of: Any = self.oracle.schema.type_map[type_name]
        definition: GraphQLField = of.fields[name]
        return definition


_PLAIN: Final[Mapping[str, Callable[[View, Node], Any]]] = {
    "__typename": lambda _view, node: node.type,
    "id": lambda view, node: view.global_id(node),
    "code": lambda _view, node: node.code,
    "name": lambda view, node: view.name(node),
}


def _page_info(page: Page, of: object, name: str) -> Any:
    rows = page.rows
    return {
        "hasNextPage": page.has_next,
        "hasPreviousPage": page.has_previous,
        "startCursor": Cursor(of, rows[0].place) if rows else None,
        "endCursor": Cursor(of, rows[-1].place) if rows else None,
        "__typename": "PageInfo",
    }[name]


def _of_tie(stay: Stay, name: str, of_type: str) -> Any:
    if name == "__typename":
        return of_type
    stored = stay.tie.properties.get(name)
    return written(stored) if stored and name in ("from", "until", "seen") else stored
