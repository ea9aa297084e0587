"""What lists take: filters for each kind of value, conditions and orders for each type, pages."""

from graph_api.graphql.making import SPACE, Argument, made_field, made_input, made_type, planned
from graph_api.graphql.naming import TIES, camel, fields_filtered, fields_ordered, links_shown, snake
from graph_api.graphql.vocabularies import enum_of, plain_enum
from graph_api.projection.links import Link
from schema.catalog import NODE_TYPES
from schema.fields import Field, Kind
from schema.terms import Term
from schema.text import Text

UNKNOWN = ("bool | None", "是否未知 whether the value is unknown")
_COMPARISONS = {
    "eq": "等于 equal to",
    "ne": "不等于 not equal to",
    "lt": "小于 less than",
    "lte": "小于或等于 less than or equal to",
    "gt": "大于 greater than",
    "gte": "大于或等于 greater than or equal to",
}


def _comparing(name: str, scalar: str, label: Text, **others: tuple[str, str]) -> None:
    fields = {each: (f"{scalar} | None", text) for each, text in _COMPARISONS.items()}
    fields["in"] = (f"list[{scalar}] | None", "其中之一 one of")
    made_input(
        name,
        {**fields, **others, "isUnknown": UNKNOWN},
        f"对{label.zh}的条件，同时成立；不选未知的值。 Conditions on {label.en}, all of them, never unknown.",
    )


_comparing(
    "TextFilter", "str", Text("文字", "a text"),
    contains=("str | None", "含有 contains"), startsWith=("str | None", "以此开头 starts with"),
)  # fmt: skip
_comparing("IntFilter", "int", Text("整数", "a whole number"))
_comparing("FloatFilter", "float", Text("数", "a number"))
_comparing(
    "PartialDateFilter",
    "PartialDate",
    Text("日期：其中每一天都符合才算", "a date: every day that it can be must satisfy"),
)
made_input(
    "BooleanFilter",
    {
        "eq": ("bool | None", "等于 equal to"),
        "ne": ("bool | None", "不等于 not equal to"),
        "isUnknown": UNKNOWN,
    },
    "对是否的条件。 Conditions on yes or no.",
)
made_input(
    "TextListFilter",
    {
        "has": ("str | None", "其中有 has this very text"),
        "contains": ("str | None", "其中有含此字样的 has one that contains"),
        "isUnknown": UNKNOWN,
    },
    "对多个文字的条件。 Conditions on several texts.",
)
made_input(
    "IndustryFilter",
    {"code": ("TextFilter | None", "行业代码 the code")},
    "对行业的条件。 Conditions on an industry.",
)
made_input(
    "TieFilter",
    {
        "from": ("PartialDateFilter | None", "起始 since when, as recorded"),
        "until": ("PartialDateFilter | None", "截止 until when, as recorded"),
        "seen": ("PartialDateFilter | None", "最早所见名册的日期 the earliest roster that says so"),
    },
    "对关系所记日期的条件。 Conditions on the recorded days of a tie.",
)

_FILTER_OF = {
    Kind.COUNT: "IntFilter",
    Kind.DECIMAL: "FloatFilter",
    Kind.YES_NO: "BooleanFilter",
    Kind.DATE: "PartialDateFilter",
}


class Direction(Term):
    """Which way an order runs."""

    ASC = "升序", "the least first"
    DESC = "降序", "the greatest first"


SPACE["Direction"] = enum_of(Direction, "排序方向")
SPACE["When"] = plain_enum(
    "When",
    {
        "IN_FORCE": "当日确实有效 certainly holding on the day",
        "ENDED": "已结束 over by the day",
        "COMING": "尚未开始 not yet begun",
        "ALL": "全部在案 all on record",
    },
    "关系在何时。 Which ties are meant.",
)
made_type(
    "PageInfo",
    (),
    [
        made_field("hasNextPage", "bool", planned(), "后面还有 whether more follow"),
        made_field("hasPreviousPage", "bool", planned(), "前面还有 whether others come before"),
        made_field("startCursor", "str | None", planned(), "首行的游标 the cursor of the first"),
        made_field("endCursor", "str | None", planned(), "末行的游标 the cursor of the last"),
    ],
    "一页的位置。 Where a page stands in its list.",
)


def filter_of(field: Field) -> str:
    """The filter type of a field."""
    if field.table == "industries":
        return "IndustryFilter"
    if field.is_list:
        return "TextListFilter"
    if field.vocabulary:
        name = f"{field.vocabulary.__name__}Filter"
        if name not in SPACE:
            SPACE.setdefault(field.vocabulary.__name__, enum_of(field.vocabulary))
            term = field.vocabulary.__name__
            made_input(
                name,
                {
                    "eq": (f"{term} | None", "等于 equal to"),
                    "ne": (f"{term} | None", "不等于 not equal to"),
                    "in": (f"list[{term}] | None", "其中之一 one of"),
                    "isUnknown": UNKNOWN,
                },
                f"对{field.label.zh}的条件。 Conditions on {field.label.en}.",
            )
        return name
    return _FILTER_OF.get(field.kind, "TextFilter")


def _where(type_name: str) -> None:
    label = NODE_TYPES[type_name].about.label
    own = f"{type_name}Where"
    fields = {
        "and": (f"list[{own}] | None", "都成立 all of them"),
        "or": (f"list[{own}] | None", "至少一个成立 at least one of them"),
        "not": (f"{own} | None", "不成立；未知仍是未知 not; what is unknown stays so"),
    }
    for name, field in fields_filtered(type_name).items():
        fields[name] = (f"{filter_of(field)} | None", f"{field.label.zh} {field.label.en}")
    for name, link in links_shown(type_name).items():
        text = f"{link.label.zh} {link.label.en}"
        if link.one:
            fields[name] = (f"{_leading_to(link)} | None", text)
        else:
            fields[name] = (f"{_many(link, tied=False)} | None", text)
        if link.tied:
            fields[f"{name}{TIES}"] = (f"{_many(link, tied=True)} | None", f"各段关系：{text}")
    if type_name == "Division":
        fields["within"] = (
            "str | None",
            "在此区划之内（编码或 id） in the division of this code or id, or it itself",
        )
    made_input(own, fields, f"对{label.zh}的条件，同时成立。 Conditions on a {label.en}, all of them.")


def _leading_to(link: Link) -> str:
    """The condition on what a relation leads to; of several possible types, one a type."""
    if len(link.targets) == 1:
        return f"{link.targets[0]}Where"
    name = "Or".join(link.targets) + "Where"
    if name not in SPACE:
        fields = {
            camel(snake(each)): (f"{each}Where | None", f"是{NODE_TYPES[each].about.label.zh} is a {each}")
            for each in link.targets
        }
        made_input(name, fields, "按类型的条件，符合其一即可。 Conditions by type; one must hold.")
    return name


def _many(link: Link, *, tied: bool) -> str:
    inner = _leading_to(link)
    name = f"{inner.removesuffix('Where')}{'Ties' if tied else 'Dated' if link.dated else ''}Many"
    if name not in SPACE:
        fields = {
            "some": (f"{inner} | None", "有符合的 at least one fulfils it"),
            "all": (f"{inner} | None", "都符合；没有也算 all fulfil it, also where there is none"),
            "none": (f"{inner} | None", "没有符合的 none fulfils it"),
            "count": ("IntFilter | None", "个数 how many there are"),
        }
        if tied or link.dated:
            fields["when"] = ("When | None", "何时的，默认当日有效 of which time, by default in force")
        if tied:
            fields["tie"] = ("TieFilter | None", "只计所记日期符合的 only ties whose recorded days fulfil it")
        made_input(name, fields, "对多个对象的条件，只看确实有效者。 Conditions on what a relation leads to.")
    return name


def _order(type_name: str) -> None:
    label = NODE_TYPES[type_name].about.label
    values = {name: f"{each.label.zh} {each.label.en}" for name, each in fields_ordered(type_name).items()}
    field = f"{type_name}OrderField"
    SPACE[field] = plain_enum(field, values, f"{label.zh}可按何排序。 What a {label.en} can be ordered by.")
    made_input(
        f"{type_name}Order",
        {
            "field": (field, "按哪个字段 by which field"),
            "direction": ("Direction", "方向 which way"),
        },
        f"{label.zh}的排序；未知的总在最后。 An order; unknown values come last either way.",
        {"direction": SPACE["Direction"]["ASC"]},
    )


def _connection(type_name: str) -> None:
    label = NODE_TYPES[type_name].about.label
    made_type(
        f"{type_name}Edge",
        (),
        [
            made_field("cursor", "str", planned(), "游标 its cursor"),
            made_field("node", type_name, planned(), f"{label.zh} the {label.en}"),
        ],
        f"列表中的一个{label.zh}。 One of a list.",
    )
    made_type(
        f"{type_name}Connection",
        (),
        [
            made_field("edges", f"list[{type_name}Edge]", planned(), "这一页，带游标 the page, with cursors"),
            made_field("nodes", f"list[{type_name}]", planned(), "这一页 the page"),
            made_field("pageInfo", "PageInfo", planned(), "页的位置 where the page stands"),
            made_field("totalCount", "int", planned(), "总数 how many there are in all"),
        ],
        f"{label.zh}的列表，分页。 A list in pages.",
    )


def when_argument() -> dict[str, Argument]:
    """The argument of dated relations."""
    return {
        "when": Argument(
            "When", "何时的，默认当日有效 of which time, by default in force", SPACE["When"]["IN_FORCE"]
        )
    }


def connection_arguments(type_name: str) -> dict[str, Argument]:
    """The arguments of a list in pages."""
    return {
        "where": Argument(f"{type_name}Where | None", "条件 which of them"),
        "orderBy": Argument(
            f"list[{type_name}Order] | None", "排序，默认按编码 the order, by default by code"
        ),
        "first": Argument(
            "int | None", "取前几个，默认 50，至多 500 how many from the start, by default 50, at most 500"
        ),
        "after": Argument("str | None", "在此游标之后 after this cursor"),
        "last": Argument("int | None", "取后几个 how many from the end"),
        "before": Argument("str | None", "在此游标之前 before this cursor"),
    }


for _name, _type in NODE_TYPES.items():
    if _type.about.in_graph:
        _where(_name)
        _order(_name)
        _connection(_name)
