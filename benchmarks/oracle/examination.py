"""Documents by the hundred, each answer compared with the oracle's; lists followed page by page."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from graphql import DocumentNode, GraphQLSchema, parse

from benchmarks.oracle.chance import Chance
from benchmarks.oracle.comparison import Difference, differences
from benchmarks.oracle.documents import Asked, Paged, Walker
from benchmarks.oracle.facts import Graph
from benchmarks.oracle.pool import Pool
from benchmarks.oracle.replying import Oracle

Ask = Callable[[str, Mapping[str, Any]], Mapping[str, Any]]
"""Sends a document with variables to what is under test; returns the body of the answer."""
MOST_FOLLOWED: Final = 3
"""How many pages further a list is followed."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A document whose answer is not what it should be."""

    text: str
    variables: Mapping[str, Any]
    differences: Sequence[Difference]

    def __str__(self) -> str:
        """The document, its variables, the first differences."""
        told = "\n  ".join(str(each)[:600] for each in self.differences[:5])
        return f"{self.text}\n  with {dict(self.variables)}\n  {told}"


@dataclass(slots=True)
class Examination:
    """Asks what is under test, and counts: documents, answers, follow-up pages."""

    oracle: Oracle
    walker: Walker
    ask: Ask
    draw: Chance
    documents: int = 0
    answers: int = 0
    followed: int = 0
    seconds: float = 0.0
    findings: list[Finding] = field(default_factory=list)

    @classmethod
    def of(cls, schema: GraphQLSchema, oracle: Oracle, ask: Ask, seed: int) -> "Examination":
        """An examination whose draws follow from the seed."""
        draw = Chance(seed)
        return cls(oracle, Walker(schema, Pool(oracle.graph, draw), draw), ask, draw)

    def renew(self, graph: Graph) -> None:
        """Go on with the graph as a write has left it."""
        self.oracle.graph, self.walker.pool = graph, Pool(graph, self.draw)

    def run(self, documents: int, *, enough: int = 20) -> list[Finding]:
        """Examine so many more documents, or stop once there are `enough` findings."""
        for _ in range(documents):
            if len(self.findings) >= enough:
                break
            self.documents += 1
            self._examine(self.walker.document())
        return self.findings

    def _examine(self, asked: Asked) -> None:
        tree = parse(asked.text)
        for variables in asked.sets:
            data = self._compare(asked.text, tree, variables)
            for paged in asked.paged:
                if data is not None:
                    self._follow(asked.text, tree, variables, paged, data)

    def _compare(
        self, text: str, tree: DocumentNode, variables: Mapping[str, Any]
    ) -> Mapping[str, Any] | None:
        """The answer's data where it is right, else None."""
        self.answers += 1
        expected = self.oracle.answer(tree, variables)
        body = self.ask(text, variables)
        found = differences(expected, body, self.oracle.cursors)
        if found:
            self.findings.append(Finding(text, variables, found))
            return None
        data: Mapping[str, Any] | None = body["data"]
        return data

    def _follow(
        self,
        text: str,
        tree: DocumentNode,
        variables: Mapping[str, Any],
        paged: Paged,
        data: Mapping[str, Any],
    ) -> None:
        """Ask for the pages after and before, from the answers' cursors; now and then from a wrong one."""
        for _ in range(MOST_FOLLOWED):
            cursors = _cursors(_at(data, paged.path))
            if not cursors:
                return
            following = dict(variables) | self._turned(paged, cursors)
            self.followed += 1
            found = self._compare(text, tree, following)
            if found is None:
                return
            data = found

    def _turned(self, paged: Paged, cursors: Sequence[str]) -> dict[str, Any]:
        size, suffix = self.draw.choice((1, 2, 3, 7)), paged.suffix
        chosen = self.draw.choice((cursors[-1], self.draw.choice(cursors)))
        if self.draw.happens(0.05):
            chosen = self.draw.choice((*self.oracle.cursors, "x", chosen[:-1], ""))
        forwards = {
            f"first{suffix}": size,
            f"after{suffix}": chosen,
            f"last{suffix}": None,
            f"before{suffix}": None,
        }
        if self.draw.happens(0.65):
            return forwards
        return {
            f"first{suffix}": None,
            f"last{suffix}": size,
            f"after{suffix}": None,
            f"before{suffix}": chosen,
        }


def _at(data: Any, path: Sequence[str]) -> Any:
    for name in path:
        if not isinstance(data, Mapping):
            return None
        data = data.get(name)
    return data


def _cursors(page: Any) -> list[str]:
    """The cursors of a page in the order of its rows, so that the last one stands last."""
    return list(_texts(page)) if isinstance(page, Mapping) else []


def _texts(page: Mapping[str, Any]) -> Iterator[str]:
    info = page.get("pageInfo")
    if isinstance(info, Mapping):
        for name in ("startCursor", "endCursor"):
            if isinstance(info.get(name), str):
                yield info[name]
