"""GraphQL types made from the catalog: one a node type, with its fields and its to-one relations.

Nothing here names a type or a property: a new line in a schema file is a new field of the API.
"""

import types
from collections.abc import Callable
from typing import Any

import strawberry
from graphql import GraphQLAbstractType, GraphQLResolveInfo
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.base import get_object_definition
from strawberry.types.field import StrawberryField

from graph_api.graphql.shown import Shown
from graph_api.graphql.vocabularies import enum_of
from schema.catalog import NODE_TYPES, RELATIONS, NodeType
from schema.fields import Field, Kind, Personal
from schema.observation import Bound
from schema.partial_date import PartialDate
from schema.text import Text

SPACE: dict[str, Any] = {"PartialDate": PartialDate, "ID": strawberry.ID, "Bound": enum_of(Bound, "准确程度")}
"""What the annotations of generated fields may name; the generated types join it as they are made."""

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


def camel(name: str) -> str:
    """`full_members` → `fullMembers`."""
    first, *others = name.split("_")
    return first + "".join(each.capitalize() for each in others)


def made_field(name: str, annotation: str, resolve: Callable[..., Any], description: str) -> StrawberryField:
    """A field whose type is named by an annotation that SPACE can read once all types are there."""
    field: StrawberryField = strawberry.field(
        resolver=resolve,
        name=name,
        description=description,
        graphql_type=str,
        metadata={"annotation": annotation},
    )
    return field


def resolve_type(shown: Shown, _info: GraphQLResolveInfo[object], _abstract: GraphQLAbstractType) -> str:
    """The GraphQL type of a node, which bears the name of its node type."""
    return shown.type_name


async def _id(root: Shown) -> Any:
    return root.global_id


async def _code(root: Shown) -> Any:
    return root.facts.properties.get("code")


async def _name(root: Shown) -> Any:
    return await root.name()


def made_type(
    name: str,
    bases: tuple[type, ...],
    fields: list[StrawberryField],
    description: str,
    *,
    interface: bool = False,
    **others: object,
) -> type:
    """A GraphQL type of fields that `made_field` made."""
    body = {f"field_{each.graphql_name}": each for each in fields} | others
    bare = types.new_class(name, bases, {}, lambda space: space.update(body))
    made = strawberry.type(bare, description=description, is_interface=interface)
    for field in get_object_definition(made, strict=True).fields:
        if "annotation" in field.metadata:  # Strawberry would look for the names in this module
            field.type_annotation = StrawberryAnnotation(field.metadata["annotation"], namespace=SPACE)
    return made


def _identifier() -> StrawberryField:
    return made_field("id", "ID", _id, "全局唯一的不透明标识 opaque id, unique everywhere")


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
        made_field("code", "str", _code, "编码，在其类型中唯一 code, unique in its type"),
        made_field(
            "name", "str | None", _name, "名称；未记录时由其他事实组成 name, or one composed of facts"
        ),
    ],
    "图中的每一个节点。 Every node of the graph.",
    interface=True,
)
SPACE |= {"Node": Node, "Entity": Entity}


def described(label: Text, *notes: Text | None) -> str:
    """A description in both languages, Chinese first."""
    zh = "；".join(each.zh.rstrip("。") for each in (label, *notes) if each)
    en = "; ".join(each.en.rstrip(".") for each in (label, *notes) if each)
    return f"{zh}。 {en[:1].upper()}{en[1:]}."


AS_OBSERVED = Text("截至所问之日的最近观测值", "as last observed by the day asked for")
MASKED = Text("个人信息，默认遮蔽", "personal, masked by default")


def is_published(field: Field) -> bool:
    """Whether the API shows the field at all."""
    return field.published and field.personal is not Personal.WITHHELD


def annotation_of(field: Field) -> str:
    """The annotation of a field: unknown is null; a list that is not personal is never null."""
    if field.vocabulary:
        SPACE.setdefault(field.vocabulary.__name__, enum_of(field.vocabulary))
        scalar = field.vocabulary.__name__
    else:
        scalar = SCALAR_OF[field.kind]
    if not field.is_list:
        return f"{scalar} | None"
    return f"list[{scalar}] | None" if field.personal else f"list[{scalar}]"


def scalar_fields(node_type: NodeType) -> list[StrawberryField]:
    """The fields of a type's own values; an observed count has its bound beside it."""
    made = []
    for field in node_type.fields:
        if field.name in ("code", "name") or not is_published(field):
            continue
        notes = (
            field.note,
            field.unit and Text(f"单位：{field.unit.zh}", f"in {field.unit.en}"),
            AS_OBSERVED if field.observed else None,
            MASKED if field.personal else None,
        )
        text = described(field.label, *notes)
        made.append(made_field(camel(field.name), annotation_of(field), _value_of(field), text))
        if field.observed and field.kind is Kind.COUNT:
            bound = described(Text(f"{field.label.zh}的准确程度", f"how exact {field.label.en} is"))
            made.append(made_field(f"{camel(field.name)}Bound", "Bound | None", _bound_of(field), bound))
    return made


def to_one(node_type: NodeType) -> dict[str, tuple[Text, tuple[str, ...]]]:
    """The published relations of a type to one node at a time: name, label, possible types."""
    found: dict[str, tuple[Text, tuple[str, ...]]] = {}
    for each in RELATIONS:
        if not each.published:
            continue
        if each.source == node_type.name and each.one:
            found[each.field] = (each.label, each.targets)
        if node_type.name in each.targets and each.inverse_one:
            known = found.get(each.inverse, (each.label, ()))[1]
            label = NODE_TYPES[each.source].about.label
            found[each.inverse] = (label, (*known, each.source))
    for shortcut in node_type.shortcuts:
        found[shortcut.field] = (shortcut.label, (shortcut.target,))
    return found


def relation_fields(node_type: NodeType) -> list[StrawberryField]:
    """The fields that lead to one node, as of the day; to several possible types as an Entity."""
    return [
        made_field(
            camel(name),
            f"{targets[0] if len(targets) == 1 else 'Entity'} | None",
            _related_by(name),
            described(label, _targets(targets)),
        )
        for name, (label, targets) in to_one(node_type).items()
    ]


def _targets(targets: tuple[str, ...]) -> Text | None:
    if len(targets) == 1:
        return None
    zh = "、".join(NODE_TYPES[each].about.label.zh for each in targets)
    return Text(f"可能是{zh}", "one of " + ", ".join(targets))


def _value_of(field: Field) -> Callable[..., Any]:
    async def resolve(root: Shown) -> Any:
        value = root.value(field)
        return spans(value) if field.kind is Kind.SPANS else value

    return resolve


def _bound_of(field: Field) -> Callable[..., Any]:
    async def resolve(root: Shown) -> Any:
        return root.bound(field)

    return resolve


def _related_by(name: str) -> Callable[..., Any]:
    async def resolve(root: Shown) -> Any:
        return await root.related(name)

    return resolve


def spans(flat: list[int]) -> list[Span]:
    """A flat list of first and last days as periods; 0 is an open end."""
    return [
        Span(from_=PartialDate(first) if first else None, until=PartialDate(last) if last else None)
        for first, last in zip(flat[::2], flat[1::2], strict=True)
    ]


def entity_type(node_type: NodeType) -> type:
    """The GraphQL type of a node type."""

    def is_type_of(shown: object, _info: GraphQLResolveInfo[object]) -> bool:
        return isinstance(shown, Shown) and shown.type_name == node_type.name

    return made_type(
        node_type.name,
        (Entity,),
        [*scalar_fields(node_type), *relation_fields(node_type)],
        described(node_type.about.label, node_type.about.note),
        is_type_of=staticmethod(is_type_of),
    )


ENTITY_TYPES: dict[str, type] = {
    name: entity_type(node_type) for name, node_type in NODE_TYPES.items() if node_type.about.in_graph
}
"""The GraphQL types of the nodes that the API shows, by name."""

SPACE |= ENTITY_TYPES
