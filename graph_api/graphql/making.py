"""How GraphQL types are made at run time: fields by annotations that name types which are made later."""

import dataclasses
import inspect
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

import strawberry
from strawberry import UNSET
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.base import get_object_definition
from strawberry.types.field import StrawberryField

from graph_api.graphql.scalars import Day
from schema.partial_date import PartialDate
from schema.text import Text

SPACE: dict[str, Any] = {"PartialDate": PartialDate, "ID": strawberry.ID, "Day": Day}
"""What the annotations of generated fields may name; the generated types join it as they are made."""


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a generated field: the name of its type in SPACE, what it means, its default."""

    annotation: str
    description: str
    default: object = UNSET


def described(label: Text, *notes: Text | None) -> str:
    """A description in both languages, Chinese first."""
    zh = "；".join(each.zh.rstrip("。") for each in (label, *notes) if each)
    en = "; ".join(each.en.rstrip(".") for each in (label, *notes) if each)
    return f"{zh}。 {en[:1].upper()}{en[1:]}."


def planned(arguments: Mapping[str, Argument] | None = None) -> Callable[..., Any]:
    """What Strawberry takes for a resolver, with these arguments; a plan answers in its place."""

    def resolve(**_: object) -> None:
        raise AssertionError("a plan answers this field")

    given = [
        inspect.Parameter(
            python_name(name),
            inspect.Parameter.KEYWORD_ONLY,
            annotation=Annotated[
                _annotation(each.annotation), strawberry.argument(name=name, description=each.description)
            ],
            default=each.default,
        )
        for name, each in (arguments or {}).items()
    ]
    resolve.__signature__ = inspect.Signature(given)  # type: ignore[attr-defined] # functions may have one
    return resolve


def python_name(name: str) -> str:
    """An argument's name where Python reserves it."""
    return f"{name}_" if name in ("from", "in", "not", "and", "or") else name


def _annotation(text: str) -> Any:
    made: Any = eval(text, {**SPACE})  # noqa: S307  the texts are this package's own
    return made


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


def made_type(
    name: str,
    bases: tuple[type, ...],
    fields: list[StrawberryField],
    description: str,
    *,
    interface: bool = False,
    **others: object,
) -> type:
    """A GraphQL type of fields that `made_field` made; it joins SPACE."""
    body = {f"field_{each.graphql_name}": each for each in fields} | others
    bare = types.new_class(name, bases, {}, lambda space: space.update(body))
    made = strawberry.type(bare, description=description, is_interface=interface)
    for field in get_object_definition(made, strict=True).fields:
        if "annotation" in field.metadata:  # Strawberry would look for the names in this module
            field.type_annotation = StrawberryAnnotation(field.metadata["annotation"], namespace=SPACE)
    SPACE[name] = made
    return made


def made_input(
    name: str,
    fields: Mapping[str, tuple[str, str]],
    description: str,
    defaults: Mapping[str, object] | None = None,
) -> type:
    """A GraphQL input type, each field an annotation and a description; it joins SPACE.

    Fields are optional where their annotation allows None.
    """
    body: dict[str, Any] = {"__annotations__": {}}
    for field, (annotation, text) in fields.items():
        otherwise = UNSET if annotation.endswith("| None") else dataclasses.MISSING
        default = (defaults or {}).get(field, otherwise)
        body[python_name(field)] = strawberry.field(name=field, description=text, default=default)
        body["__annotations__"][python_name(field)] = str
    bare = types.new_class(name, (), {}, lambda space: space.update(body))
    made = strawberry.input(bare, description=description)
    for each in get_object_definition(made, strict=True).fields:
        annotation = fields[str(each.graphql_name)][0]
        each.type_annotation = StrawberryAnnotation(annotation, namespace=SPACE)
    SPACE[name] = made
    return made
