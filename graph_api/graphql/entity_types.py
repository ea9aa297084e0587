"""GraphQL types made from the catalog: one a node type, with its fields and its relations.

Nothing here names a type or a property: a new line in a schema file is a new field of the API. The fields
have no resolvers of their own: plans answer whole selections (see `plans`).
"""

import inspect

import strawberry
from graphql import GraphQLAbstractType, GraphQLResolveInfo
from strawberry.types.field import StrawberryField

from graph_api.graphql.filter_types import connection_arguments, when_argument
from graph_api.graphql.making import SPACE, Argument, described, made_field, made_type, planned
from graph_api.graphql.naming import TIES, camel, fields_shown, links_shown, pages, tie_type
from graph_api.graphql.plans.derived import DERIVED
from graph_api.graphql.vocabularies import enum_of, plain_enum
from graph_api.projection.links import Link
from schema.catalog import NODE_TYPES, NodeType
from schema.fields import Field, Kind
from schema.observation import Bound
from schema.partial_date import PartialDate
from schema.text import Text

SCALAR_OF = {
    Kind.TEXT: "str",
    Kind.CODE: "str",
    Kind.USCC: "str",
    Kind.PHONES: "str",
    Kind.NAMES: "str",
    Kind.COUNT: "int",
    Kind.DECIMAL: "float",
    Kind.YES_NO: "bool",
    Kind.DATE: "PartialDate",
    Kind.SPANS: "Span",
}


@strawberry.type(description="一段期间，两端都算在内。 A period; both ends belong to it.")
class Span:
    """A period between two PartialDates; an open end is None."""

    from_: PartialDate | None = strawberry.field(name="from", description="起 first day, month or year in it")
    until: PartialDate | None = strawberry.field(description="止 last day, month or year in it")


SPACE["Span"] = Span
SPACE["Via"] = plain_enum(
    "Via",
    {
        "DIRECT": "直接派驻企业 posted to the enterprise",
        "VIA_BRANCH": "派驻覆盖企业的党组织 posted to a branch that covers it",
        "VIA_BRAND": "派驻企业所属的行业品牌 posted to a brand that it belongs to",
    },
    "派驻方式。 How a post reaches an enterprise.",
)
SPACE["Bound"] = enum_of(Bound, "准确程度")


@strawberry.type(description="国民经济行业。 An industry, GB/T 4754.")
class Industry:
    """An industry by its code."""

    code: str = strawberry.field(description="代码 its code, as recorded")
    name: str | None = strawberry.field(
        description="名称，代码表未载则为空 its name; null where no table knows it"
    )


SPACE["Industry"] = Industry


def resolve_type(shown: object, _info: GraphQLResolveInfo[object], _abstract: GraphQLAbstractType) -> str:
    """Never asked: plans know the type of each node."""
    raise AssertionError(shown)


def _identifier() -> StrawberryField:
    return made_field("id", "ID", planned(), "全局唯一的不透明标识 opaque id, unique everywhere")


Node = made_type(
    "Node",
    (),
    [_identifier()],
    "有全局标识的对象。 Whatever has a global id.",
    interface=True,
    resolve_type=staticmethod(resolve_type),
)
Entity = made_type(
    "Entity",
    (Node,),
    [
        made_field("code", "str", planned(), "编码，在其类型中唯一 code, unique in its type"),
        made_field(
            "name", "str | None", planned(), "名称；未记录时由其他事实组成 name, or one composed of facts"
        ),
    ],
    "图中的每一个节点。 Every node of the graph.",
    interface=True,
)

AS_OBSERVED = Text("截至所问之日的最近观测值", "as last observed by the day asked for")
MASKED = Text("个人信息，默认遮蔽", "personal, masked by default")


def annotation_of(field: Field) -> str:
    """The annotation of a field: unknown is null; a list that is not personal is never null."""
    if field.vocabulary:
        SPACE.setdefault(field.vocabulary.__name__, enum_of(field.vocabulary))
        scalar = field.vocabulary.__name__
    else:
        scalar = "Industry" if field.table == "industries" else SCALAR_OF[field.kind]
    if not field.is_list:
        return f"{scalar} | None"
    return f"list[{scalar}] | None" if field.personal else f"list[{scalar}]"


def scalar_fields(node_type: NodeType) -> list[StrawberryField]:
    """The fields of a type's own values; an observed count has its bound beside it."""
    made = []
    for name, field in fields_shown(node_type.name).items():
        if name in ("code", "name"):
            continue
        notes = (
            field.note,
            field.unit and Text(f"单位：{field.unit.zh}", f"in {field.unit.en}"),
            AS_OBSERVED if field.observed else None,
            MASKED if field.personal else None,
        )
        made.append(made_field(name, annotation_of(field), planned(), described(field.label, *notes)))
        if field.observed and field.kind is Kind.COUNT:
            bound = described(Text(f"{field.label.zh}的准确程度", f"how exact {field.label.en} is"))
            made.append(made_field(f"{name}Bound", "Bound | None", planned(), bound))
    return made


def relation_fields(node_type: NodeType) -> list[StrawberryField]:
    """The fields that lead to other nodes as of the day, and those of the ties themselves."""
    made = []
    for name, link in links_shown(node_type.name).items():
        text = described(link.label, _targets(link.targets))
        made.append(made_field(name, _leads_to(link), planned(_arguments(link)), text))
        if link.tied and not pages(link):
            tie = _make_tie_type(link)
            days = described(Text(f"{link.label.zh}的各段关系", f"{link.label.en}: its ties with their days"))
            made.append(made_field(f"{name}{TIES}", f"list[{tie}]", planned(when_argument()), days))
    return made


def _leads_to(link: Link) -> str:
    target = link.targets[0] if len(link.targets) == 1 else "Entity"
    if link.one:
        return f"{target} | None"
    return f"{target}Connection" if pages(link) else f"list[{target}]"


def _arguments(link: Link) -> dict[str, Argument]:
    when = when_argument() if link.dated else {}
    return {**connection_arguments(link.targets[0]), **when} if pages(link) else when


def _targets(targets: tuple[str, ...]) -> Text | None:
    if len(targets) == 1:
        return None
    zh = "、".join(NODE_TYPES[each].about.label.zh for each in targets)
    return Text(f"可能是{zh}", "one of " + ", ".join(targets))


def _make_tie_type(link: Link) -> str:
    """Make the type of a relation's ties, seen from the link's owner, and name it."""
    name = tie_type(link)
    target = link.targets[0] if len(link.targets) == 1 else "Entity"
    day = "PartialDate | None"
    fields = [
        made_field("from", day, planned(), "起始，未记录则为空 since when, as recorded"),
        made_field("until", day, planned(), "截止，含当日 until when, that day included, as recorded"),
        made_field(
            "seen",
            day,
            planned(),
            "未记起始者，最早见于哪一天的名册 the earliest roster that says so, where no start is recorded",
        ),
        made_field("node", target, planned(), described(Text("另一端", "the node at the other end"))),
    ]
    for own in link.legs[0].relation.properties:
        text = described(own.label, own.unit and Text(f"单位：{own.unit.zh}", f"in {own.unit.en}"))
        fields.append(made_field(camel(own.name), annotation_of(own), planned(), text))
    made_type(name, (), fields, described(Text(f"{link.label.zh}：一段关系", f"{link.label.en}: one tie")))
    return name


def entity_type(node_type: NodeType) -> type:
    """The GraphQL type of a node type."""
    return made_type(
        node_type.name,
        (Entity,),
        [
            *scalar_fields(node_type),
            *relation_fields(node_type),
            *computed_fields(node_type),
            *cold_fields(node_type),
        ],
        described(node_type.about.label, node_type.about.note),
    )


def computed_fields(node_type: NodeType) -> list[StrawberryField]:
    """The fields that are computed of others."""
    return [
        made_field(name, each.annotation, planned(), described(each.label))
        for name, each in DERIVED.get(node_type.name, {}).items()
    ]


def cold_fields(node_type: NodeType) -> list[StrawberryField]:
    """The fields that Neo4j is asked for: where facts came from, what was observed when."""
    text = "各字段现值的出处 for each field the roster row that its value in force was read from"
    made = [made_field("provenance", "list[Provenance]", planned(), text)]
    if node_type.observed:
        field = Argument("str", "随时间变化的字段名，如 employees the name of a field that changes with time")
        made.append(
            made_field(
                "observations",
                "list[ObservedValue]",
                planned({"field": Argument(field.annotation, field.description, inspect.Parameter.empty)}),
                "一个字段的历次观测，最早的在前 all that was observed of a field, the earliest first",
            )
        )
    return made


ENTITY_TYPES: dict[str, type] = {
    name: entity_type(node_type) for name, node_type in NODE_TYPES.items() if node_type.about.in_graph
}
"""The GraphQL types of the nodes that the API shows, by name."""

_PLACE = [
    made_field("batch", "ImportBatch | None", planned(), "导入批次 the import batch"),
    made_field("sheet", "str | None", planned(), "工作表 the sheet"),
    made_field(
        "row", "int | None", planned(), "行号，与电子表格所示一致 the row, as a spreadsheet numbers it"
    ),
]
made_type("Source", (), _PLACE, "名册中的出处。 A place in a roster.")
made_type(
    "Provenance",
    (),
    [made_field("field", "str", planned(), "字段名 the name of the field"), *_PLACE],
    "一个字段的出处。 Where the value of a field was read.",
)
made_type(
    "ObservedValue",
    (),
    [
        made_field("value", "str", planned(), "值，写作文字 the value as text"),
        made_field("number", "int | None", planned(), "计数的值 the value of a count"),
        made_field("bound", "Bound | None", planned(), "计数的准确程度 how exact a count is"),
        made_field("from", "PartialDate | None", planned(), "自哪一天 from which day it is true"),
        made_field(
            "until",
            "PartialDate | None",
            planned(),
            "下一次观测之日，在此之前有效 the day of the next one, before which it is true",
        ),
        made_field("source", "Source", planned(), "出处 where it was read"),
    ],
    "一次观测的值。 What was observed once.",
)
