"""`caseReport`: the figures of the published case as GraphQL shows them."""

from typing import Any

import strawberry
from strawberry.types.field import StrawberryField

from graph_api.graphql.entity_types import Entity
from graph_api.graphql.failures import BadInput, NotFound
from graph_api.graphql.making import SPACE, Argument, made_field, planned
from graph_api.graphql.plans import objects
from graph_api.graphql.plans.reading import Reading
from graph_api.graphql.request import Complete
from graph_api.graphql.root_fields import AS_OF, Info, find
from graph_api.graphql.scalars import Day
from graph_api.graphql.vocabularies import enum_of
from graph_api.projection.columns import Rows
from graph_api.questions.case_figures import ACCOUNTS, CaseFigureKey
from graph_api.questions.case_report import Figure, case_report
from schema.text import Text

PAGE = 50
LARGEST_PAGE = 500

CaseFigureKeyEnum = enum_of(CaseFigureKey, "案例的数字")
FIRST = Argument("int", f"取前几个，至多 {LARGEST_PAGE} how many of them, at most {LARGEST_PAGE}", PAGE)


@strawberry.type(description="一个数字所计的对象。 What a figure counts.")
class FigureSubjects:
    """The subjects of a figure: how many there are, and the first of them."""

    reading: strawberry.Private[Reading]
    type: strawberry.Private[str]
    rows: strawberry.Private[Rows]
    total_count: int = strawberry.field(description="对象总数 how many there are")
    nodes: list[Entity] = strawberry.field(  # type: ignore[valid-type]  # made at run time
        resolver=planned(),
        graphql_type=list[Entity],  # type: ignore[valid-type]  # made at run time
        description="按编码排列的前若干个 the first of them, in the order of their codes",
    )


def _subjects(source: "CaseFigure", _info: Info, first: int) -> FigureSubjects:
    """The first subjects; the trainings of TRAINING_PERSON_TIMES, whose person-times add up."""
    if not 0 <= first <= LARGEST_PAGE:
        raise BadInput(
            Text(f"first 是 {first}", f"first is {first}"),
            Text(f"写 0 至 {LARGEST_PAGE}", f"give 0 to {LARGEST_PAGE}"),
            where="first",
        )
    figure = source.figure
    rows = figure.subjects[:first]
    return FigureSubjects(
        reading=source.reading, type=figure.type, rows=rows, total_count=len(figure.subjects)
    )


def _nodes(source: FigureSubjects, info: Info) -> Complete:
    """The subjects themselves."""
    selected = info.context.selected(info, {}).below(source.type)
    return Complete(objects.objects(source.reading, source.type, source.rows, selected))


@strawberry.type(description="案例中的一个数字。 One figure of the case.")
class CaseFigure:
    """One figure with its meaning and the subjects behind it."""

    reading: strawberry.Private[Reading]
    figure: strawberry.Private[Figure]
    key: CaseFigureKeyEnum = strawberry.field(description="哪个数字 which figure")  # type: ignore[valid-type]  # made at run time
    label: str = strawberry.field(description="名称 its name")
    value: int = strawberry.field(description="由图重新计算的值 its value, recomputed from the graph")
    lower_bound: bool = strawberry.field(
        description="案例以“多”报告，是下限 whether the case reports it as “more than”"
    )
    reported: str = strawberry.field(description="案例原文所报 what the published case says")
    definition: str = strawberry.field(description="如何计算 how it is counted")

    subjects: FigureSubjects = strawberry.field(
        resolver=planned({"first": FIRST}),
        graphql_type=FigureSubjects,
        description="所计的对象 what was counted",
    )


@strawberry.type(description="案例各数字在某一天的值。 The figures of the published case on a day.")
class CaseReport:
    """All figures of one day."""

    as_of: Day = strawberry.field(description="截至哪一天 the day they are true of")
    figures: list[CaseFigure] = strawberry.field(description="十个数字 the ten figures")


SPACE["CaseReport"] = CaseReport

DIVISION = Argument(
    "str | None",
    "行政区划的编码或 id，只计其中的 code or id of a division: only what lies in it counts",
)


def _report(_: object, info: Info, **arguments: Any) -> CaseReport:
    as_of, division = arguments.get("asOf"), arguments.get("division")
    reading, row = info.context.read(info, as_of), None
    if division:
        reading, row = find(info.context, info, "Division", division, as_of)
        if row < 0:
            raise NotFound(
                Text(f"没有行政区划“{division[:40]}”", f"there is no division '{division[:40]}'"),
                Text("用区划代码，如 450903107", "use a division's code, such as 450903107"),
                where="division",
            )
    figures = case_report(reading.view, row)
    language = info.context.asked.language
    return CaseReport(
        as_of=Day(reading.day),
        figures=[
            CaseFigure(
                reading=reading,
                figure=each,
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
        planned({"asOf": AS_OF, "division": DIVISION}),
        "案例的十个数字，由图重新计算 the ten figures of the published case, recomputed from the graph",
    )


RESOLVERS = {
    ("Query", "caseReport"): _report,
    ("CaseFigure", "subjects"): _subjects,
    ("FigureSubjects", "nodes"): _nodes,
}
"""What answers the fields that are not plain values."""
