"""What one client's page is made of, told from outside by requests that leave a part out.

document    a document never seen before (parsed, validated, costed, planned), less one kept from before
page        the page, less an answer without any node: run over the columns, written as JSON, sent
revision    the read of the revision by itself, as each request makes one
the rest    HTTP and all else of an answer without any node, less the read of the revision
"""

import contextlib
import itertools
import time
from collections.abc import Callable
from statistics import median
from typing import Final

from benchmarks.reads import ours, report
from benchmarks.reads.contenders import DAY, SIZE, Contender
from benchmarks.reads.stores import Store
from benchmarks.reads.writes import REVISION

TIMES: Final = 300
NO_NODE: Final = "query Nothing { __typename }"


def parts(service: Contender, store: Store) -> str:
    """A table of the parts in milliseconds, each the difference of two medians."""
    turns = itertools.cycle(service.requests)
    names = itertools.count()
    one = store.database
    with contextlib.closing(service.client()) as client, one.driver.session(database=one.name) as session:
        whole = _median(lambda: client.ask(next(turns)))
        unseen = _median(lambda: client.ask(_unseen(next(names))))
        nothing = _median(lambda: client.ask(ours.asking(NO_NODE)))
        revision = _median(lambda: session.run(REVISION).single(strict=True))
    rows = [
        ("the page, whole", whole),
        ("· page over the columns, written and sent", whole - nothing),
        ("· the read of the revision", revision),
        ("· HTTP and the rest", nothing - revision),
        ("more, where the document was never seen before", unseen - whole),
    ]
    return report.table(["one client's page", "ms"], [(name, f"{ms:.2f}") for name, ms in rows])


def _unseen(number: int) -> bytes:
    """The first page by a document of its own: its operation bears another name each time."""
    document = ours.PAGE.replace("query Enterprises(", f"query Enterprises{number}(")
    return ours.asking(document, first=SIZE, asOf=DAY)


def _median(ask: Callable[[], object]) -> float:
    """The median milliseconds of so many times."""
    took = []
    for _ in range(TIMES):
        began = time.perf_counter()
        ask()
        took.append((time.perf_counter() - began) * 1000)
    return median(took)
