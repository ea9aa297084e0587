"""Graphs of a few nodes, written down in a test."""

from datetime import date
from typing import Any

from benchmarks.oracle.facts import Graph, Node, Tie
from benchmarks.oracle.showing import View


def graph(
    nodes: list[tuple[str, int, dict[str, Any]]], ties: list[tuple[str, int, int, dict[str, Any]]]
) -> Graph:
    """Nodes by type, id and properties, each with a code; ties by kind, ends and properties."""
    made = {
        number: Node(name, number, {"id": number, "code": f"{number}", **more})
        for name, number, more in nodes
    }
    keyed = [
        Tie(kind, made[a], made[b], {"key": key, **more}) for key, (kind, a, b, more) in enumerate(ties, 1)
    ]
    return Graph.of(7, made.values(), keyed)


def on(whole: Graph, day: str) -> View:
    """The graph on a day that the caller named."""
    return View(whole, date.fromisoformat(day), explicit=True)
