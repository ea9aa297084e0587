"""From when to when each tie certainly holds: the rules of valid time, re-derived for one tie at a time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from benchmarks.oracle.days import EVER, after, first_of, last_of
from benchmarks.oracle.facts import Graph, Node, Tie
from schema.catalog import NODE_TYPES
from schema.fields import Relation
from schema.lifetimes import beginning_of, ending_of, happening_of, is_happening


@dataclass(frozen=True, slots=True, eq=False)
class Stay:
    """A tie with the days on which it certainly holds, `[begin, end)`, and its first possible one."""

    tie: Tie
    begin: date
    possible: date
    end: date

    def answers(self, when: str, day: date) -> bool:
        """Whether it is among those that `when` asks for on the day."""
        return {
            "IN_FORCE": self.begin <= day < self.end,
            "ENDED": self.end <= day,
            "COMING": self.possible > day and day < self.end,
            "ALL": True,
        }[when]


def stays_from(graph: Graph, source: Node, relation: Relation) -> list[Stay]:
    """The ties of a relation that lead from one node, in the order of their begin."""
    stays = _of_source(graph, source, relation)
    if not relation.inverse_one:
        return stays
    targets = {each.tie.target.id: each.tie.target for each in stays}
    found = [each for target in targets.values() for each in stays_into(graph, target, relation)]
    return sorted((each for each in found if each.tie.source is source), key=_age)


def stays_into(graph: Graph, target: Node, relation: Relation) -> list[Stay]:
    """The ties of a relation that lead to one node, in the order of their begin."""
    key = ("into", target.id, relation.source, relation.kind)
    if key not in graph.remembered:
        sources = {each.source.id: each.source for each in graph.into.get((target.id, relation.kind), ())}
        stays = [
            stay
            for source in sources.values()
            for stay in _of_source(graph, source, relation)
            if stay.tie.target is target
        ]
        stays.sort(key=_age)
        graph.remembered[key] = _one_at_a_time(stays) if relation.inverse_one else stays
    found: list[Stay] = graph.remembered[key]
    return found


def lived(stay: Stay, other: Node) -> Stay:
    """The stay for as long as the node it leads to is there itself, by its own recorded days.

    What happened on an unknown day had happened by the day of the roster that told of the tie.
    """
    node_type = NODE_TYPES[other.type]
    begins, ends = happening_of(node_type), ending_of(node_type)
    begin, possible, end = stay.begin, stay.possible, stay.end
    if begins:
        happened = last_of(other.properties.get(begins) or stay.tie.properties.get("seen"), EVER)
        begin, possible = max(begin, happened), max(possible, happened)
    if ends:
        end = min(end, after(other.properties.get(ends)))
    return Stay(stay.tie, begin, possible, end)


def _of_source(graph: Graph, source: Node, relation: Relation) -> list[Stay]:
    """The ties of one node, as far as it alone decides on their days."""
    key = ("from", source.id, relation.source, relation.kind)
    if key not in graph.remembered:
        graph.remembered[key] = _made(graph, source, relation)
    found: list[Stay] = graph.remembered[key]
    return found


def _made(graph: Graph, source: Node, relation: Relation) -> list[Stay]:
    ties = [
        each
        for each in graph.out.get((source.id, relation.kind), ())
        if source.type == relation.source and each.target.type in relation.targets
    ]
    stays = [_stay(tie, relation, ties) for tie in ties]
    ending = ending_of(NODE_TYPES[relation.source])
    if relation.ends_with_source and ending:
        gone = after(source.properties.get(ending))
        stays = [replace(each, end=min(each.end, gone)) for each in stays]
    stays.sort(key=_age)
    return _one_at_a_time(stays) if relation.one else stays


def _stay(tie: Tie, relation: Relation, of_source: Sequence[Tie]) -> Stay:
    """One tie, of all those that its source has by the relation."""
    end = after(tie.properties.get("until"))
    from_ = tie.properties.get("from")
    if from_:
        return Stay(tie, last_of(from_, EVER), first_of(from_, EVER), end)
    begin, possible = _undated(tie, relation)
    changed = relation.one and relation.since == "established"
    if changed and any(_told(each) < _told(tie) for each in of_source):
        begin = max(begin, _told(tie)[0])
    return Stay(tie, begin, possible, end)


def _undated(tie: Tie, relation: Relation) -> tuple[date, date]:
    """From when a tie without a `from` holds, certainly and possibly."""
    source, target = NODE_TYPES[relation.source], NODE_TYPES[tie.target.type]
    if relation.kind == "IS" or is_happening(source) or is_happening(target):
        return EVER, EVER
    seen = last_of(tie.properties.get("seen"), EVER)
    if relation.since == "established":
        beginning = beginning_of(source)
        if beginning is None:
            return EVER, EVER
        established = tie.source.properties.get(beginning)
        return last_of(established, seen), first_of(established, EVER)
    return seen, min(seen, max(_possibly(tie.source), _possibly(tie.target)))


def _possibly(node: Node) -> date:
    """The first day on which a node can have existed."""
    beginning = beginning_of(NODE_TYPES[node.type])
    return first_of(node.properties.get(beginning), EVER) if beginning else EVER


def _told(tie: Tie) -> tuple[date, int]:
    return last_of(tie.properties.get("from") or tie.properties.get("seen"), EVER), tie.key


def _age(stay: Stay) -> tuple[date, int]:
    return stay.begin, stay.tie.key


def _one_at_a_time(stays: Sequence[Stay]) -> list[Stay]:
    """The start of the next ends the one before; the stays come in the order of their begin."""
    following = [each.begin for each in stays[1:]]
    return [
        replace(each, end=min([each.end, *following[place : place + 1]])) for place, each in enumerate(stays)
    ]
