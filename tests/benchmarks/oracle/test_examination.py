"""An honest answerer is found right, a liar is found out."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from graphql import parse

from benchmarks.oracle.examination import Ask, Examination
from benchmarks.oracle.facts import Graph
from benchmarks.oracle.listing import Cursor
from benchmarks.oracle.replying import Oracle
from graph_api.graphql.published import CORE
from tests.benchmarks.oracle.test_documents import walker

TODAY = date(2022, 8, 2)


def texts(value: Any) -> Any:
    """An expected answer as a service would write it."""
    if isinstance(value, Cursor):
        return repr(value)
    if isinstance(value, dict):
        return {name: texts(each) for name, each in value.items()}
    return [texts(each) for each in value] if isinstance(value, list) else value


def examination(seed: int, *, lie: bool = False) -> Examination:
    graph: Graph = walker(seed).pool.graph
    judge, answerer = (Oracle(CORE, graph, lambda: TODAY) for _ in range(2))
    answerer.cursors = judge.cursors

    def ask(text: str, variables: Mapping[str, Any]) -> Mapping[str, Any]:
        found = answerer.answer(parse(text), variables)
        errors = [{"path": path, "extensions": {"code": codes[0]}} for path, codes in found.refused.items()]
        days = {name: day.isoformat() for name, day in found.days.items()}
        data = None if found.data is None else texts(dict(found.data))
        return {
            "data": data,
            "errors": errors,
            "extensions": {"revision": found.revision + lie, "asOf": days},
        }

    asking: Ask = ask
    return Examination.of(CORE, judge, asking, seed)


def test_an_honest_answerer_is_right_page_by_page() -> None:
    made = examination(1)
    assert made.run(60) == []
    assert made.documents == 60
    assert made.followed > 100
    assert made.answers > made.followed + 60


def test_a_liar_is_found_out_and_enough_is_enough() -> None:
    made = examination(1, lie=True)
    findings = made.run(60, enough=3)
    assert len(findings) >= 3
    assert made.documents < 60
    assert "revision: expected 1, found 2" in str(findings[0])


def test_it_goes_on_with_the_graph_as_a_write_has_left_it() -> None:
    made = examination(1)
    other = walker(2).pool.graph
    made.renew(other)
    assert made.oracle.graph is made.walker.pool.graph is other
