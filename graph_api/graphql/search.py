"""`search`: the search box, over names and codes of every type."""

from collections.abc import Sequence
from inspect import Parameter
from typing import Any, Final

from strawberry.types.field import StrawberryField

from graph_api.graphql.entity_types import ENTITY_TYPES
from graph_api.graphql.failures import BadInput, refuse_beyond
from graph_api.graphql.making import SPACE, Argument, made_field, made_type, planned
from graph_api.graphql.naming import snake
from graph_api.graphql.plans.cursors import Cursor, binding
from graph_api.graphql.plans.pages import Window, day_of_cursor
from graph_api.graphql.plans.reading import Reading
from graph_api.graphql.request import Complete
from graph_api.graphql.root_fields import AS_OF, Info
from graph_api.graphql.search_results import Results
from graph_api.graphql.time_limit import check
from graph_api.graphql.vocabularies import plain_enum
from graph_api.questions.search.hits import Place, search
from graph_api.questions.search.wanted import LONGEST, Wanted
from schema.catalog import NODE_TYPES
from schema.text import Text

MOST_SEARCHES: Final = 10
"""Searches that one request may hold: each looks through every name."""

TYPES: Final = {snake(name).upper(): name for name in NODE_TYPES}
"""The types by the values of the enum NodeType."""

SPACE["NodeType"] = plain_enum(
    "NodeType",
    {
        value: f"{NODE_TYPES[name].about.label.zh} {NODE_TYPES[name].about.label.en}"
        for value, name in TYPES.items()
    },
    "图中节点的类型。 The types of nodes.",
)
made_type(
    "SearchMatch",
    (),
    [
        made_field(
            "field",
            "str",
            planned(),
            "字段名，如 name、formerNames the name of the field, such as formerNames",
        ),
        made_field("text", "str", planned(), "该字段所载的原文 the text as it is recorded"),
    ],
    "命中的一处文字。 A text that answers to the search.",
)
made_type(
    "SearchEdge",
    (),
    [
        made_field("cursor", "str", planned(), "游标 its cursor"),
        made_field(
            "score",
            "float",
            planned(),
            "相关程度，1 为名称完全相同：相同、开头、包含、各词都有，依次降低 "
            "how well it answers: 1 where the name is just that, less where it begins so, contains it, or "
            "has all the words",
        ),
        made_field(
            "matched", "list[SearchMatch]", planned(), "命中之处，最相符的在前 what answers, the best first"
        ),
        made_field("node", "Entity", planned(), "节点 the node"),
    ],
    "搜索结果中的一项。 One result of a search.",
)
made_type(
    "SearchConnection",
    (),
    [
        made_field("edges", "list[SearchEdge]", planned(), "本页各项 what the page has"),
        made_field("nodes", "list[Entity]", planned(), "本页各节点 the nodes of the page"),
        made_field("pageInfo", "PageInfo", planned(), "本页的位置 where the page stands"),
        made_field("totalCount", "int", planned(), "共有多少 how many there are in all"),
    ],
    "搜索结果的一页。 A page of what a search finds.",
)

_ARGUMENTS: Final = {
    "text": Argument(
        "str",
        f"要找的文字，至多 {LONGEST} 字；空格隔开的各词都要有 what to look for, at most "
        f"{LONGEST} characters; of several words all must be there",
        Parameter.empty,
    ),
    "types": Argument("list[NodeType] | None", "只找这些类型，默认全部 only these types, by default all"),
    "asOf": AS_OF,
    "first": Argument("int | None", "取前几项，默认 50，至多 500 how many, by default 50, at most 500"),
    "after": Argument("str | None", "接在此游标之后 after this cursor"),
}


def _search(_: object, info: Info, **arguments: Any) -> Complete:
    request = info.context
    asked = request.asked
    request.searches += 1
    refuse_beyond(
        MOST_SEARCHES,
        request.searches,
        Text("一个请求中的搜索", "searches in one request"),
        Text("分成几个请求", "ask in several requests"),
        "search",
    )
    check()
    window = Window.of(arguments, asked.largest_page)
    wanted = _wanted(arguments["text"])
    types = _types(arguments.get("types"))
    bound = binding("search", wanted.text, types, asked.masking)
    reading = request.read(info, arguments.get("asOf"), day_of_cursor(arguments, asked.key, bound))
    after = _after(reading, window.after, bound)
    hits = search(reading.view, wanted, types, masking=asked.masking)
    found, before = hits.page(window.first or 0, after)
    selected = request.selected(info, arguments)
    return Complete(Results(reading, found, before, hits.total, bound).shown(selected))


def _wanted(typed: str) -> Wanted:
    wanted = Wanted.of(typed)
    if wanted is None:
        raise BadInput(
            Text(
                f"要找的文字有 {len(typed)} 字，或只有空格",
                f"the text has {len(typed)} characters, or only blanks",
            ),
            Text(f"写 1 至 {LONGEST} 个字", f"give 1 to {LONGEST} characters"),
            where="text",
        )
    return wanted


def _types(given: Sequence[Any] | None) -> tuple[str, ...]:
    """The types to look among, each once; those that are no nodes of the graph have nothing to find."""
    if given is None:
        return tuple(sorted(ENTITY_TYPES))
    chosen = {TYPES[str(getattr(each, "value", each))] for each in given}
    return tuple(sorted(chosen & ENTITY_TYPES.keys()))


def _after(reading: Reading, cursor: str | None, bound: bytes) -> Place | None:
    """The place that a cursor names. Raises BadInput for a cursor of another search or day."""
    if cursor is None:
        return None
    read = Cursor.read(cursor, reading.asked.key, bound, "after")
    if read.day != reading.day:
        raise BadInput(
            Text(
                f"游标属于 {read.day}，此处是 {reading.day}",
                f"the cursor is of {read.day}, this search of {reading.day}",
            ),
            Text(f"写 asOf: {read.day}", f"give asOf: {read.day}"),
            where="after",
        )
    return Place(*read.key)


def search_field() -> StrawberryField:
    """The root field."""
    return made_field(
        "search",
        "SearchConnection | None",
        planned(_ARGUMENTS),
        "按名称、曾用名、简称、编码和服务事项搜索，最相关的在前；遮蔽的姓名不可搜索 search names, former "
        "and short names, codes and topics, the most relevant first; names shown masked are not searched",
    )


RESOLVERS: Final = {("Query", "search"): _search}
"""What answers it."""
