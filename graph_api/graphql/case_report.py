"""`caseReport`: the figures of the published case as GraphQL shows them."""

import asyncio
from dataclasses import dataclass
from typing import Annotated, Any

import strawberry
from strawberry import UNSET
from strawberry.types import Info
from strawberry.types.field import StrawberryField

from graph_api.graphql.entity_types import SPACE, Entity, made_field
from graph_api.graphql.failures import BadInput, NotFound
from graph_api.graphql.reading import Key
from graph_api.graphql.request import Request
from graph_api.graphql.root_fields import AsOf, find
from graph_api.graphql.scalars import Day
from graph_api.graphql.vocabularies import enum_of
from graph_api.questions.case_figures import ACCOUNTS, CaseFigureKey
from graph_api.questions.case_report import Figure, case_report
from graph_api.questions.ties import stored
from schema.text import Text

PAGE = 50
LARGEST_PAGE = 500

CaseFigureKeyEnum = enum_of(CaseFigureKey, "案例的数字")


@strawberry.type(description="一个数字所计的对象。 What a figure counts.")
class FigureSubjects:
    """The subjects of a figure: how many there are, and the first of them."""

    total_count: int = strawberry.field(description="对象总数 how many there are")
    nodes: list[Entity] = strawberry.field(  # type: ignore[valid-type]  # made at run time
        description="按编码排列的前若干个 the first of them, in the order of their codes"
    )


@dataclass(frozen=True)
class _Source:
    figure: Figure
    day: Day
    explicit: bool


First = Annotated[
    int,
    strawberry.argument(
        description=f"取前几个，至多 {LARGEST_PAGE} how many of them, at most {LARGEST_PAGE}"
    ),
]


async def _subjects(root: Any, info: Info[Request, None], first: First = PAGE) -> FigureSubjects:
    """The first subjects; the trainings of TRAINING_PERSON_TIMES, whose person-times add up."""
    if not 0 <= first <= LARGEST_PAGE:
        raise BadInput(
            Text(f"first 是 {first}", f"first is {first}"),
            Text(f"写 0 至 {LARGEST_PAGE}", f"give 0 to {LARGEST_PAGE}"),
            where="first",
        )
    subjects = root.source.figure.subjects
    reader = info.context.reader
    found = await asyncio.gather(*(reader.node(Key(*each)) for each in subjects[:first]))
    nodes = [info.context.show(each, root.source.day, explicit=root.source.explicit) for each in found]
    return FigureSubjects(total_count=len(subjects), nodes=[each for each in nodes if each])


@strawberry.type(description="案例中的一个数字。 One figure of the case.")
class CaseFigure:
    """One figure with its meaning and the subjects behind it."""

    source: strawberry.Private[_Source]
    key: CaseFigureKeyEnum = strawberry.field(description="哪个数字 which figure")  # type: ignore[valid-type]  # made at run time
    label: str = strawberry.field(description="名称 its name")
    value: int = strawberry.field(description="由图重新计算的值 its value, recomputed from the graph")
    lower_bound: bool = strawberry.field(
        description="案例以“多”报告，是下限 whether the case reports it as “more than”"
    )
    reported: str = strawberry.field(description="案例原文所报 what the published case says")
    definition: str = strawberry.field(description="如何计算 how it is counted")

    subjects: FigureSubjects = strawberry.field(resolver=_subjects, description="所计的对象 what was counted")


@strawberry.type(description="案例各数字在某一天的值。 The figures of the published case on a day.")
class CaseReport:
    """All figures of one day."""

    as_of: Day = strawberry.field(description="截至哪一天 the day they are true of")
    figures: list[CaseFigure] = strawberry.field(description="十个数字 the ten figures")


SPACE["CaseReport"] = CaseReport

DivisionCode = Annotated[
    str | None,
    strawberry.argument(
        description="行政区划的编码或 id，只计其中的 code or id of a division: only what lies in it counts"
    ),
]


async def _report(info: Info[Request, None], as_of: AsOf = UNSET, division: DivisionCode = UNSET) -> Any:
    asked = as_of or None
    code = None
    if division:
        place = await find(info, "Division", division, asked)
        if place is None:
            raise NotFound(
                Text(f"没有行政区划“{division[:40]}”", f"there is no division '{division[:40]}'"),
                Text("用区划代码，如 450903107", "use a division's code, such as 450903107"),
                where="division",
            )
        code = str(place.facts.properties["code"])
    day = info.context.resolve_day(info, asked)
    figures = await case_report(info.context.reader.run, stored(day), code)
    language = info.context.language
    return CaseReport(
        as_of=Day(day),
        figures=[
            CaseFigure(
                source=_Source(each, Day(day), asked is not None),
                key=each.key.name,
                label=Text(each.key.zh, each.key.en).in_language(language),
                value=each.value,
                lower_bound=ACCOUNTS[each.key].lower_bound,
                reported=ACCOUNTS[each.key].reported.in_language(language),
                definition=ACCOUNTS[each.key].definition.in_language(language),
            )
            for each in figures
        ],
    )


def case_report_field() -> StrawberryField:
    """The root field."""
    return made_field(
        "caseReport",
        "CaseReport | None",
        _report,
        "案例的十个数字，由图重新计算 the ten figures of the published case, recomputed from the graph",
    )
