"""The root fields that find nodes: by global id, one a type by code, and a list a type in pages."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from inspect import Parameter
from typing import Any, Final

import numpy as np
from graphql import GraphQLResolveInfo
from strawberry.types.field import StrawberryField

from graph_api.graphql.entity_types import ENTITY_TYPES
from graph_api.graphql.failures import BadInput
from graph_api.graphql.filter_types import connection_arguments
from graph_api.graphql.identity import GlobalId
from graph_api.graphql.making import Argument, described, made_field, planned
from graph_api.graphql.naming import plural_name, root_name
from graph_api.graphql.plans import objects
from graph_api.graphql.plans.connections import connection
from graph_api.graphql.plans.ordering import Order
from graph_api.graphql.plans.pages import (
    Window,
    bound_to,
    day_of_cursor,
    ordered,
    page,
    selected_rows,
)
from graph_api.graphql.plans.reading import Reading
from graph_api.graphql.plans.selection import Selected
from graph_api.graphql.request import Complete, Request
from schema.catalog import NODE_TYPES
from schema.text import Text

MOST_IDS: Final = 500
"""How many nodes one field may ask for."""

Info = GraphQLResolveInfo[Request]

AS_OF: Final = Argument(
    "Day | None",
    "截至哪一天，默认今天（上海时间） the day to answer for, by default today in Shanghai",
)
CODE: Final = Argument(
    "str",
    "编码、统一社会信用代码或 id its code, unified social credit code or id",
    Parameter.empty,
)
ID: Final = Argument("ID", "全局 id a global id", Parameter.empty)
IDS: Final = Argument(
    "list[ID]", f"全局 id，至多 {MOST_IDS} 个 global ids, at most {MOST_IDS}", Parameter.empty
)


def _node(_: object, info: Info, **arguments: Any) -> Complete:
    found = _by_ids(info, [arguments["id"]], arguments)
    return Complete(found[0])


def _nodes(_: object, info: Info, **arguments: Any) -> Complete:
    ids = arguments["ids"]
    if len(ids) > MOST_IDS:
        raise BadInput(
            Text(
                f"一次最多 {MOST_IDS} 个 id，收到 {len(ids)} 个",
                f"{len(ids)} ids, at most {MOST_IDS} at once",
            ),
            Text("分几次查询", "ask in several requests"),
            where="ids",
        )
    return Complete(_by_ids(info, ids, arguments))


def _by_ids(info: Info, ids: list[str], arguments: dict[str, Any]) -> list[Any]:
    """The nodes of the ids, those of one type and day at once."""
    request = info.context
    wanted = [GlobalId.parse(each) for each in ids]
    groups: dict[tuple[str, date | None], list[int]] = defaultdict(list)
    for place, each in enumerate(wanted):
        groups[each.type_name, each.on(arguments.get("asOf"))].append(place)
    found: list[Any] = [None] * len(wanted)
    request.read(info, arguments.get("asOf"))
    for (type_name, day), places in groups.items():
        if type_name in ENTITY_TYPES:
            reading, selected = request.read(info, day), request.selected(info, arguments)
            numbers = np.array([wanted[place].number for place in places], np.int64)
            _put(
                reading, type_name, reading.picture.tables[type_name].rows(numbers), selected, (places, found)
            )
    return found


def _put(
    reading: Reading, type_name: str, rows: Any, selected: Selected, into: tuple[list[int], list[Any]]
) -> None:
    """Put the objects of the rows into their places, where there is a row."""
    places, found = into
    there = np.flatnonzero(rows >= 0)
    made = objects.shared(reading, type_name, rows[there], selected)
    for place, each in zip(there.tolist(), made, strict=True):
        found[places[place]] = each


def _by_code(type_name: str, _: object, info: Info, **arguments: Any) -> Complete:
    request = info.context
    reading, row = find(request, info, type_name, arguments["code"], arguments.get("asOf"))
    if row < 0:
        return Complete(None)
    fields = request.selected(info, arguments).below(type_name)
    return Complete(objects.objects(reading, type_name, np.array([row]), fields)[0])


def find(request: Request, info: Info, type_name: str, code: str, as_of: date | None) -> tuple[Reading, int]:
    """The row of the node of that type with that code, USCC or id; -1 where there is none.

    Raises BadInput for an id of another type or day.
    """
    wanted = GlobalId.recognise(code)
    if wanted is None:
        reading = request.read(info, as_of)
        return reading, reading.picture.by_code(type_name, code)
    if wanted.type_name != type_name:
        raise BadInput(
            Text(f"这是 {wanted.type_name} 的 id", f"this is the id of a {wanted.type_name}"),
            Text(f"此处要 {type_name} 的编码或 id", f"give the code or the id of a {type_name}"),
            where="code",
        )
    reading = request.read(info, wanted.on(as_of))
    return reading, int(reading.picture.tables[type_name].rows(np.array([wanted.number]))[0])


def _list(type_name: str, _: object, info: Info, **arguments: Any) -> Complete:
    request = info.context
    window = Window.of(arguments, request.asked.largest_page)
    bound = bound_to((plural_name(type_name),), arguments, masking=request.asked.masking)
    as_of = arguments.get("asOf")
    kept = day_of_cursor(arguments, request.asked.key, bound)
    reading = request.read(info, as_of, kept)
    order = Order.of(reading, type_name, arguments.get("orderBy"))
    rows = ordered(order, selected_rows(reading, type_name, arguments.get("where")))
    selected = request.selected(info, arguments)
    return Complete(connection(reading, type_name, page(order, rows, window, bound), selected))


def root_fields() -> list[StrawberryField]:
    """All of them, as the schema shows them; `RESOLVERS` answers them."""
    fields = [
        made_field(
            "node",
            "Node | None",
            planned({"id": ID, "asOf": AS_OF}),
            "按全局 id 查一个节点 one node by its global id",
        ),
        made_field(
            "nodes",
            "list[Node | None] | None",
            planned({"ids": IDS, "asOf": AS_OF}),
            "按全局 id 查多个节点 several nodes by global ids",
        ),
    ]
    for name in ENTITY_TYPES:
        label = NODE_TYPES[name].about.label
        one = described(
            Text(f"按编码查{label.zh}", f"one {label.en} by code"),
            Text("不存在则为空", "null where there is none"),
        )
        several = described(
            Text(f"在案的所有{label.zh}，分页", f"all on record of the type {name}, in pages")
        )
        fields += [
            made_field(root_name(name), f"{name} | None", planned({"code": CODE, "asOf": AS_OF}), one),
            made_field(
                plural_name(name),
                f"{name}Connection | None",
                planned({**connection_arguments(name), "asOf": AS_OF}),
                several,
            ),
        ]
    return fields


RESOLVERS: Final[Mapping[tuple[str, str], Callable[..., Complete]]] = {
    ("Query", "node"): _node,
    ("Query", "nodes"): _nodes,
    **{("Query", root_name(name)): partial(_by_code, name) for name in ENTITY_TYPES},
    **{("Query", plural_name(name)): partial(_list, name) for name in ENTITY_TYPES},
}
"""What answers each root field, past Strawberry's own resolvers: whole selections at once."""
