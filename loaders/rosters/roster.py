"""What a roster kind declares: the columns it may have, those it must have, and what a row states."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from schema.catalog import NODE_TYPES
from schema.fields import Field, Kind, Personal
from schema.terms import Term
from schema.text import Text

if TYPE_CHECKING:
    from loaders.rosters.row import Row


class RosterKind(Term):
    """The kinds of rosters, in the order in which one may refer to those before it."""

    DIVISIONS = "行政区划", "divisions", "区划表"
    PARKS = "园区", "parks", "园区名录"
    TOPICS = "服务事项", "topics", "事项清单"
    AGENCIES = "机关单位", "agencies", "单位名录"
    PROGRAMMES = "工程行动", "programmes", "行动一览"
    BRANDS = "行业品牌", "brands", "党建品牌"
    ENTERPRISES = "企业名册", "enterprises", "企业基本情况", "两新组织", "非公企业"
    BRANCHES = "党组织名册", "branches", "党组织情况", "党组织台账"
    UNIONS = "工会名册", "unions", "工会组织", "建会台账"
    CADRES = "干部名册", "cadres", "干部信息"
    SELECTIONS = "选派程序", "selections", "选派审批", "人选推荐"
    DISPATCHES = "选派名单", "dispatches", "选派任职", "双选派"
    MEMBERS = "党员名册", "members", "党员信息"
    CULTIVATION = "培养台账", "cultivation", "发展党员", "积极分子"
    VENUES = "阵地名册", "venues", "阵地"
    PLATFORMS = "服务平台", "platforms", "平台名录"
    REQUESTS = "诉求台账", "requests", "问题诉求", "诉求"
    POLICIES = "政策清单", "policies", "惠企政策"
    ACTIVITIES = "活动台账", "activities", "活动情况"
    ATTENDANCE = "签到表", "attendance", "签到"
    APPRAISALS = "考核", "appraisals", "考评", "测评"
    RECTIFICATIONS = "问题整改", "rectifications", "整改台账"


@dataclass(frozen=True, slots=True)
class Column:
    """One column that a roster may have.

    `name` is how the roster's function asks for it; `field` says how its cells are read. `fills`
    says that a merged cell, or 同上, repeats the cell above (text and references; never counts or
    personal fields). `several` takes every column of the header (培养联系人 1|2), `pattern` every
    column whose header it matches, as a tuple of (header, value). `owner` is the type whose property
    the column states.
    """

    name: str
    field: Field
    fills: bool = False
    several: bool = False
    pattern: re.Pattern[str] | None = None
    owner: str = ""

    @property
    def headers(self) -> tuple[str, ...]:
        """The headers under which it stands."""
        return self.field.headers

    @property
    def personal(self) -> bool:
        """Whether its raw cells are masked in reports."""
        return self.field.personal is not None


@dataclass(frozen=True, slots=True)
class Roster:
    """One kind of roster.

    `required` are the columns without which a table is not of this kind, each a choice of names;
    `keys` those whose unreadable cell rejects the row (R28). `state` says what a row states.
    """

    kind: RosterKind
    columns: tuple[Column, ...]
    required: tuple[tuple[str, ...], ...]
    keys: tuple[str, ...]
    state: "Callable[[Row], None]"


def property_columns(
    type_name: str, prefix: str = "", *, only: tuple[str, ...] = (), without: tuple[str, ...] = ()
) -> tuple[Column, ...]:
    """A column for each field of the type that declares headers, named `prefix` + field."""
    return tuple(
        Column(prefix + each.name, each, fills=_fills(each), owner=type_name)
        for each in NODE_TYPES[type_name].fields
        if each.headers and (each.name in only if only else each.name not in without)
    )


def relation_column(
    type_name: str,
    relation: str,
    name: str = "",
    *headers: str,
    kind: Kind = Kind.TEXT,
    several: bool = False,
) -> Column:
    """The column by which a roster states a relation, under the relation's own headers or others."""
    found = NODE_TYPES[type_name].relation(relation)
    of_people = "Person" in found.targets or "PartyMember" in found.targets or type_name == "PartyMember"
    declared = Field(
        name or relation,
        kind,
        found.label,
        headers=headers or found.headers,
        personal=Personal.NAME if of_people else None,
    )
    return Column(declared.name, declared, fills=not of_people, several=several)


def plain_column(
    name: str,
    kind: Kind,
    *headers: str,
    vocabulary: type[Term] | None = None,
    fills: bool = False,
    several: bool = False,
    pattern: str | None = None,
    personal: Personal | None = None,
    many: bool = False,
) -> Column:
    """A column that stands for no single field, such as a date from which an event is made."""
    declared = Field(
        name, kind, Text(headers[0] if headers else name, name), headers=headers, vocabulary=vocabulary,
        personal=personal, many=many,
    )  # fmt: skip
    return Column(name, declared, fills, several, re.compile(pattern) if pattern else None)


def _fills(declared: Field) -> bool:
    return (
        declared.personal is None
        and not declared.observed
        and declared.name in ("batch", "document", "kind", "period", "scheme", "name")
    )
