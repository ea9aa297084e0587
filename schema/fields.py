"""What one field of a node type may declare, and the constructors that declare it.

A node type is a frozen dataclass; each of its fields is one line that calls one of the
constructors below. That line drives everything else: the roster columns that carry the field, the
cell reader, the stored property, the constraint, the GraphQL field and the data dictionary.
"""

import dataclasses
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from schema.terms import Term
from schema.text import Text


class Kind(Enum):
    """How the cells of a field are read, and what is stored."""

    TEXT = "text"
    CODE = "code"
    USCC = "unified social credit code, 18 characters"
    ID_NUMBER = "citizen identity number; only its keyed hash is stored"
    PHONES = "phone numbers, several in a cell; a list of texts"
    NAMES = "names, several in a cell; a list of texts"
    COUNT = "whole number with a bound"
    DECIMAL = "number"
    YES_NO = "yes or no"
    DATE = "PartialDate, stored as an integer"
    SPANS = "terms; a flat list of first and last PartialDates, 0 where open"
    TERM = "a value of a vocabulary, stored by name"


class Personal(Enum):
    """How a personal field is shown by default (masking on)."""

    NAME = "张*"
    PHONE = "138****1234"
    YEAR = "the year only"
    WITHHELD = "never returned"


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """The facts of one field; declared once, so that two are the same only where they are one.

    `name` is the stored property, in snake_case; `table` the code table of `schema.codes` that its
    words come from; `begins_with` what every valid code starts with; `observed` says that it changes
    with time and stands on Observations.
    """

    name: str
    kind: Kind
    label: Text
    note: Text | None = None
    headers: tuple[str, ...] = ()
    unit: Text | None = None
    vocabulary: type[Term] | None = None
    table: str | None = None
    begins_with: str = ""
    many: bool = False
    unique: bool = False
    published: bool = True
    personal: Personal | None = None
    observed: bool = False
    searchable: bool = False

    @property
    def is_list(self) -> bool:
        """Whether the stored value is a list; a later roster adds to a list, never shortens it."""
        return self.many or self.kind in (Kind.PHONES, Kind.NAMES, Kind.SPANS)


@dataclass(frozen=True, slots=True)
class About:
    """The facts of one node type.

    `name_parts` says where its name comes from: its own `name`, or a composition of fields and of
    fields of related nodes (`target.name`). `prefix` begins the codes that the service generates.
    `units` are the relationships that tell nodes of one name apart: a person by whom they work for.
    """

    label: Text
    note: Text
    plural: str
    prefix: str
    matched_by: Text
    name_parts: tuple[str, ...] = ("name",)
    personal_name: bool = False
    units: tuple[str, ...] = ()
    in_graph: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Relation:
    """A relationship as its source declares it; compared by identity, as fields are.

    `field` names it on the source, `inverse` on each target. `one` means one at a time, of which
    the next one's start ends the one before; `inverse_one` says so of the target's side.
    `since` names what a missing `from` means: "established" (of the source for a place, of the
    organisation for COVERS) or "seen" (certainly from the roster's day). `many_targets` and
    `many_sources` say that one node may have more than 20 at that side, so that callers page through them.
    `ends_with_source` says that no tie outlives its source.
    """

    kind: str
    field: str
    targets: tuple[str, ...]
    inverse: str
    label: Text
    headers: tuple[str, ...] = ()
    one: bool = False
    inverse_one: bool = False
    many_targets: bool = False
    many_sources: bool = True
    ends_with_source: bool = False
    since: str = "seen"
    properties: tuple[Field, ...] = ()
    published: bool = True
    source: str = ""


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A relation through a node that is not shown itself: `employer` of an activist, by its person."""

    field: str
    steps: tuple[str, ...]
    target: str
    inverse: str
    label: Text


@dataclass(frozen=True, kw_only=True)
class Entity:
    """Every node of the graph: `id` is unique everywhere, `code` in its type; both are kept for ever."""

    id: int = 0
    code: str = field(
        default="",
        metadata={"field": Field("code", Kind.CODE, Text("编码", "code"), unique=True, searchable=True)},
    )


def _declared(kind: Kind, zh: str, en: str, *, headers: tuple[str, ...] = (), **facts: Any) -> Any:
    """One dataclass field that carries its facts; the name is filled in by `fields_of`."""
    made = Field("", kind, Text(zh, en), headers=(zh, *headers), **facts)
    return field(default=() if made.is_list else None, metadata={"field": made})


def text_field(zh: str, en: str, *headers: str, **facts: Any) -> Any:
    """A text, kept as written."""
    return _declared(Kind.TEXT, zh, en, headers=headers, **facts)


def code_field(*headers: str) -> Any:
    """The type's own `code`, where rosters state it under headers of their own."""
    made = Field("code", Kind.CODE, Text("编码", "code"), headers=headers, unique=True, searchable=True)
    return field(default="", metadata={"field": made})


def uscc_field(zh: str, en: str, *headers: str, **facts: Any) -> Any:
    """A unified social credit code 统一社会信用代码 (GB 32100)."""
    return _declared(Kind.USCC, zh, en, headers=headers, unique=True, searchable=True, **facts)


def id_number_field(zh: str, en: str, *headers: str) -> Any:
    """A citizen identity number (GB 11643), of which only a keyed hash is ever stored."""
    return _declared(
        Kind.ID_NUMBER, zh, en, headers=headers, unique=True, published=False, personal=Personal.WITHHELD
    )


def phones_field(zh: str, en: str, *headers: str, **facts: Any) -> Any:
    """Phone numbers; personal unless declared a public contact."""
    return _declared(Kind.PHONES, zh, en, headers=headers, **facts)


def names_field(zh: str, en: str, *headers: str, **facts: Any) -> Any:
    """Several names."""
    return _declared(Kind.NAMES, zh, en, headers=headers, **facts)


def count_field(zh: str, en: str, *headers: str, unit: Text = Text("人", "people"), **facts: Any) -> Any:
    """A whole number, by default of people."""
    return _declared(Kind.COUNT, zh, en, headers=headers, unit=unit, **facts)


def decimal_field(zh: str, en: str, *headers: str, **facts: Any) -> Any:
    """A number."""
    return _declared(Kind.DECIMAL, zh, en, headers=headers, **facts)


def yes_no_field(zh: str, en: str, *headers: str, **facts: Any) -> Any:
    """Yes, no or unknown."""
    return _declared(Kind.YES_NO, zh, en, headers=headers, **facts)


def date_field(zh: str, en: str, *headers: str, **facts: Any) -> Any:
    """A PartialDate."""
    return _declared(Kind.DATE, zh, en, headers=headers, **facts)


def spans_field(zh: str, en: str, *headers: str, **facts: Any) -> Any:
    """Several terms, each with its first and last PartialDate."""
    return _declared(Kind.SPANS, zh, en, headers=headers, **facts)


def term_field(vocabulary: type[Term], zh: str, en: str, *headers: str, **facts: Any) -> Any:
    """A value of `vocabulary`."""
    return _declared(Kind.TERM, zh, en, headers=headers, vocabulary=vocabulary, **facts)


def fields_of(node_type: type[Entity]) -> tuple[Field, ...]:
    """The declared fields of a node type in their order, `code` first."""
    return tuple(
        dataclasses.replace(each.metadata["field"], name=each.name.rstrip("_"))
        for each in dataclasses.fields(node_type)
        if "field" in each.metadata
    )
