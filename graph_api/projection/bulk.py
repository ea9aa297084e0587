"""The whole picture, read from the database: several sessions at once, in parts of some ten thousand nodes.

Writes may come in meanwhile: the picture is then of the revision that was in force before, with some facts
that are newer; whoever keeps it brings it to one revision by the Changes since (see `following`).
"""

import itertools
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final, LiteralString

import neo4j

from graph_api.database.progress import Progress, silent
from graph_api.projection.bonds import read_ties, ties_together
from graph_api.projection.observations import observations_together, observed_fields, read_observations
from graph_api.projection.picture import Picture
from graph_api.projection.table import LAST, read_range, stacked
from graph_api.projection.touched import mark_at, settled_revision
from loaders.statements import about_label
from schema.catalog import NODE_TYPES, RELATIONS, NodeType
from schema.text import Text

_SESSIONS: Final = 3
_NODES_A_PART: Final = 20_000
_COUNT: Final[LiteralString] = "MATCH (n:$($label)) RETURN count(n)"
_CODES: Final[LiteralString] = "MATCH (n:LABEL) WHERE n.code > '' RETURN collect(n.code)"

HELD: Final[tuple[NodeType, ...]] = tuple(each for each in NODE_TYPES.values() if each.about.in_graph)
"""The types whose nodes a picture holds."""


def read_picture(driver: neo4j.Driver, database: str | None, progress: Progress = silent) -> Picture:
    """The picture of the revision in force when reading began; see the module about writes meanwhile."""
    with driver.session(database=database) as session:
        began_at = settled_revision(session)
        mark = mark_at(session, began_at)
        parts = {each.name: _parts(session, each.name) for each in HELD}
    jobs: list[tuple[tuple[str, object], Callable[[neo4j.Session], Any]]] = []
    for node_type in HELD:
        for low, high in parts[node_type.name]:
            jobs.append((("table", node_type.name), _reading(read_range, node_type.name, low, high)))
    for relation in RELATIONS:
        for low, high in parts.get(relation.source, ()):
            key = ("ties", (relation.source, relation.field))
            jobs.append((key, _reading(read_ties, relation, low, high)))
    for node_type in HELD:
        for low, high in parts["Observation"] if observed_fields(node_type.name) else ():
            jobs.append((("seen", node_type.name), _reading(read_observations, node_type.name, low, high)))
    found = _done(driver, database, jobs, progress)
    return Picture(
        began_at,
        {name: stacked(each) for (what, name), each in found.items() if what == "table"},
        {name: ties_together(each) for (what, name), each in found.items() if what == "ties"},
        {name: observations_together(each) for (what, name), each in found.items() if what == "seen"},
        mark,
    )


def _parts(session: neo4j.Session, type_name: str) -> list[tuple[str, str]]:
    """Ranges of codes that hold some ten thousand nodes each, in their order."""
    if session.run(_COUNT, label=type_name).single(strict=True)[0] <= _NODES_A_PART:
        return [("", LAST)]
    codes: list[str] = session.run(about_label(_CODES, type_name)).single(strict=True)[0]
    codes.sort()
    limits = ["", *codes[_NODES_A_PART::_NODES_A_PART], LAST]
    return list(itertools.pairwise(limits))


def _reading(read: Callable[..., Any], what: Any, low: str, high: str) -> Callable[[neo4j.Session], Any]:
    return lambda session: read(session, what, low, high)


def _done(
    driver: neo4j.Driver,
    database: str | None,
    jobs: Sequence[tuple[tuple[str, object], Callable[[neo4j.Session], Any]]],
    progress: Progress,
) -> dict[tuple[str, Any], list[Any]]:
    """The results of the jobs by their key, in the order of the jobs."""

    def run(job: Callable[[neo4j.Session], Any]) -> Any:
        with driver.session(database=database, default_access_mode=neo4j.READ_ACCESS) as session:
            return job(session)

    found: dict[tuple[str, Any], list[Any]] = defaultdict(list)
    told = 0
    with ThreadPoolExecutor(_SESSIONS) as pool:
        for number, (key, part) in enumerate(
            zip((key for key, _ in jobs), pool.map(run, (job for _, job in jobs)), strict=True), 1
        ):
            found[key].append(part)
            tenth = number * 10 // len(jobs)
            if tenth > told:
                told = tenth
                progress(Text(f"读取图 {tenth * 10}%", f"reading the graph {tenth * 10}%"))
    return found
