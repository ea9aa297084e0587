"""The root fields that find nodes: by global id, and one a type by code."""

import asyncio
import re
from collections.abc import Callable
from typing import Annotated, Any

import strawberry
from strawberry import UNSET
from strawberry.types import Info
from strawberry.types.field import StrawberryField

from graph_api.graphql.entity_types import ENTITY_TYPES, camel, described, made_field
from graph_api.graphql.failures import BadInput
from graph_api.graphql.identity import GlobalId
from graph_api.graphql.reading import Key
from graph_api.graphql.request import Request
from graph_api.graphql.scalars import Day
from graph_api.graphql.shown import Shown
from schema.catalog import NODE_TYPES
from schema.text import Text

MOST_IDS = 500
"""How many nodes one field may ask for."""

SHORT_NAMES = {"ImportBatch": "batch"}
"""Root fields that callers know by a shorter name than their type's."""

Asked = Info[Request, None]
Code = Annotated[
    str,
    strawberry.argument(description="编码、统一社会信用代码或 id its code, unified social credit code or id"),
]
AsOf = Annotated[
    Day | None,
    strawberry.argument(
        description="截至哪一天，默认今天（上海时间） the day to answer for, by default today in Shanghai"
    ),
]
Id = Annotated[strawberry.ID, strawberry.argument(name="id", description="全局 id a global id")]
Ids = Annotated[
    list[strawberry.ID],
    strawberry.argument(description=f"全局 id，至多 {MOST_IDS} 个 global ids, at most {MOST_IDS}"),
]


async def _node(info: Asked, wanted: Id, as_of: AsOf = UNSET) -> Any:
    return await _by_id(info, GlobalId.parse(wanted), as_of or None)


async def _nodes(info: Asked, ids: Ids, as_of: AsOf = UNSET) -> Any:
    if len(ids) > MOST_IDS:
        raise BadInput(
            Text(
                f"一次最多 {MOST_IDS} 个 id，收到 {len(ids)} 个",
                f"{len(ids)} ids, at most {MOST_IDS} at once",
            ),
            Text("分几次查询", "ask in several requests"),
            where="ids",
        )
    parsed = [GlobalId.parse(each) for each in ids]
    return await asyncio.gather(*(_by_id(info, one, as_of or None) for one in parsed))


async def _by_id(info: Asked, wanted: GlobalId, asked: Day | None) -> Shown | None:
    explicit = wanted.on(asked)
    day = info.context.resolve_day(info, explicit)
    if wanted.type_name not in ENTITY_TYPES:
        return None
    facts = await info.context.reader.node(Key(wanted.type_name, wanted.number))
    return info.context.show(facts, day, explicit=explicit is not None)


def _by_code(type_name: str) -> Callable[..., Any]:
    async def resolve(info: Asked, code: Code, as_of: AsOf = UNSET) -> Any:
        return await find(info, type_name, code, as_of or None)

    return resolve


async def find(info: Asked, type_name: str, code: str, as_of: Day | None) -> Shown | None:
    """The node of that type with that code, USCC or id; raises BadInput for an id of another type."""
    wanted = GlobalId.recognise(code)
    if wanted is None:
        day = info.context.resolve_day(info, as_of)
        facts = await info.context.reader.by_code(type_name, code)
        return info.context.show(facts, day, explicit=as_of is not None)
    if wanted.type_name != type_name:
        raise BadInput(
            Text(f"这是 {wanted.type_name} 的 id", f"this is the id of a {wanted.type_name}"),
            Text(f"此处要 {type_name} 的编码或 id", f"give the code or the id of a {type_name}"),
            where="code",
        )
    return await _by_id(info, wanted, as_of)


def root_name(type_name: str) -> str:
    """The root field that finds a type by code: `PartyBranch` → `partyBranch`."""
    return SHORT_NAMES.get(type_name, camel(re.sub(r"(?<!^)(?=[A-Z])", "_", type_name).lower()))


def root_fields() -> list[StrawberryField]:
    """All of them."""
    single = [
        made_field(
            root_name(name),
            f"{name} | None",
            _by_code(name),
            described(
                Text(
                    f"按编码查{NODE_TYPES[name].about.label.zh}",
                    f"one {NODE_TYPES[name].about.label.en} by code",
                ),
                Text("不存在则为空", "null where there is none"),
            ),
        )
        for name in ENTITY_TYPES
    ]
    return [
        made_field("node", "Node | None", _node, "按全局 id 查一个节点 one node by its global id"),
        made_field("nodes", "list[Node | None]", _nodes, "按全局 id 查多个节点 several nodes by global ids"),
        *single,
    ]
