"""Which nodes a `where` selects: values are three-valued (None is unknown), relations are two-valued."""

import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from benchmarks.oracle.days import Span
from benchmarks.oracle.facts import Node
from benchmarks.oracle.holding import Stay
from benchmarks.oracle.refusals import Refused
from benchmarks.oracle.showing import View, fields_of, relations_of, ways_of
from schema.fields import Field, Kind

Verdict = bool | None
"""What a condition says of a node: None where the value it asks for is unknown."""

_COMPARISONS: Final[Mapping[str, Callable[[Any, Any], bool]]] = {
    "eq": operator.eq,
    "lt": operator.lt,
    "lte": operator.le,
    "gt": operator.gt,
    "gte": operator.ge,
}


def selects(view: View, node: Node, where: Mapping[str, Any] | None) -> bool:
    """Whether the condition certainly holds for the node."""
    return judged(view, node, where or {}) is True


def judged(view: View, node: Node, where: Mapping[str, Any]) -> Verdict:
    """What a condition says of a node; its members are and-ed."""
    return _all(_member(view, node, name, asked) for name, asked in where.items())


def _member(view: View, node: Node, name: str, asked: Any) -> Verdict:
    if name == "and":
        return _all(judged(view, node, each) for each in asked)
    if name == "or":
        return _any(judged(view, node, each) for each in asked)
    if name == "not":
        return _not(judged(view, node, asked))
    if name == "within":
        return lies_within(view, node, asked)
    field = fields_of(node.type).get(name)
    if field is not None:
        return _value(view, node, field, asked.get("code", {}) if field.table == "industries" else asked)
    return _relation(view, node, name, asked)


def _relation(view: View, node: Node, name: str, asked: Mapping[str, Any]) -> bool:
    relation = relations_of(node.type)[name.removesuffix("Ties")]
    if not ways_of(node.type)[relation].one or name.endswith("Ties"):
        return _many(view, node, relation, asked)
    others = [other for other, _ in view.led(node, relation)]
    if len(targets_of(node.type, relation)) == 1:
        return bool(others) and selects(view, others[-1], asked)
    return bool(others) and _chosen(view, others[-1], asked, several=True)


def targets_of(type_name: str, relation: str) -> tuple[str, ...]:
    """The types that a relation of a type may lead to."""
    last, onward = ways_of(type_name)[relation].legs[-1]
    return last.targets if onward else (last.source,)


def _many(view: View, node: Node, relation: str, asked: Mapping[str, Any]) -> bool:
    """`some`, `all`, `none` and `count` over the ties in force, or of `when`."""
    found = view.led(node, relation, asked.get("when", "IN_FORCE"))
    if "tie" in asked:
        found = [(other, stay) for other, stay in found if _recorded(stay, asked["tie"])]
    several = len(targets_of(node.type, relation)) > 1
    held = []
    for name in ("some", "all", "none"):
        if name in asked:
            chosen = [_chosen(view, other, asked[name], several=several) for other, _ in found]
            held.append({"some": any(chosen), "all": all(chosen), "none": not any(chosen)}[name])
    if "count" in asked:
        held.append(all(_plain(len(found), *each) for each in asked["count"].items()))
    return all(held)


def _recorded(stay: Stay, asked: Mapping[str, Any]) -> bool:
    """Whether the recorded days of a tie fulfil the conditions."""
    verdicts = []
    for name, inner in asked.items():
        stored = stay.tie.properties.get(name)
        for comparison, operand in inner.items():
            if comparison == "isUnknown":
                verdicts.append((stored is None) is operand)
            else:
                verdicts.append(
                    stored is not None and _dated(Span.stored(stored), comparison, operand) is True
                )
    return all(verdicts)


def _chosen(view: View, other: Node, asked: Mapping[str, Any], *, several: bool) -> bool:
    """Whether what a relation leads to is selected; of several types, by the condition on its own."""
    if not several or not asked:
        return selects(view, other, asked)
    by_type = {name.casefold(): inner for name, inner in asked.items()}
    return other.type.casefold() in by_type and selects(view, other, by_type[other.type.casefold()])


def lies_within(view: View, division: Node, code: str) -> bool:
    """Whether a division is the one of that code or id, or lies in it. Raises Refused where there is none."""
    place = view.graph.found("Division", code)
    if place is None:
        raise Refused("BAD_INPUT")
    at: Node | None = division
    passed: set[int] = set()
    while at is not None and at.id not in passed:
        if at is place:
            return True
        passed.add(at.id)
        at = view.one(at, "parent")
    return False


def _value(view: View, node: Node, field: Field, asked: Mapping[str, Any]) -> Verdict:
    value = view.stored(node, field)
    if field.is_list and not value:
        value = None  # nobody recorded a member
    verdicts: list[Verdict] = []
    for name, operand in asked.items():
        if name == "isUnknown":
            verdicts.append((value is None) is operand)
        elif value is None:
            verdicts.append(None)
        elif field.is_list:
            verdicts.append(_listed(value, name, operand))
        elif field.kind is Kind.COUNT:
            verdicts.append(
                _counted(value, view.bound(node, field) if field.observed else "EXACT", name, operand)
            )
        elif field.kind is Kind.DATE:
            verdicts.append(_dated(Span.stored(value), name, operand))
        else:
            verdicts.append(_plain(value, name, operand))
    return _all(verdicts)


def _listed(values: Sequence[str], name: str, operand: str) -> Verdict:
    return operand in values if name == "has" else any(operand in each for each in values)


def _plain(value: Any, name: str, operand: Any) -> Verdict:
    if name in _COMPARISONS:
        return _COMPARISONS[name](value, operand)
    if name == "ne":
        return bool(value != operand)
    if name == "in":
        return value in operand
    if name == "contains":
        return operand in value
    return str(value).startswith(operand)


def _counted(value: int, bound: str | None, name: str, operand: Any) -> Verdict:
    """A count against a number; "at least 100" may be any number from 100 on."""
    if bound != "AT_LEAST":
        return _plain(value, name, operand)
    if name == "in":
        return _any(_counted(value, bound, "eq", each) for each in operand)
    if name == "ne":
        return _not(_counted(value, bound, "eq", operand))
    if name in ("gt", "lte"):
        above: Verdict = True if value > operand else None
        return above if name == "gt" else _not(above)
    if name in ("gte", "lt"):
        reached: Verdict = True if value >= operand else None
        return reached if name == "gte" else _not(reached)
    return False if operand < value else None


def _dated(span: Span, name: str, operand: Any) -> Verdict:
    """A recorded day satisfies a comparison if every day in it does, and fails it if none does."""
    if name == "in":
        return _any(_dated(span, "eq", each) for each in operand)
    if name == "ne":
        return _not(_dated(span, "eq", operand))
    other = Span.text(operand)
    if name == "eq":
        if other.first <= span.first and span.last <= other.last:
            return True
        return False if span.last < other.first or other.last < span.first else None
    if name in ("lt", "gte"):
        before: Verdict = True if span.last < other.first else False if span.first >= other.first else None
        return before if name == "lt" else _not(before)
    by: Verdict = True if span.last <= other.last else False if span.first > other.last else None
    return by if name == "lte" else _not(by)


def _all(verdicts: Iterable[Verdict]) -> Verdict:
    found = list(verdicts)
    return False if False in found else None if None in found else True


def _any(verdicts: Iterable[Verdict]) -> Verdict:
    found = list(verdicts)
    return True if True in found else None if None in found else False


def _not(verdict: Verdict) -> Verdict:
    return None if verdict is None else not verdict
