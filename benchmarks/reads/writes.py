"""Small writes by the one way in which facts get into the graph: a roster of one row, loaded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from benchmarks.reads.stores import Store
from loaders.pipeline import Loader, open_roster
from schema.partial_date import PartialDate

HEADER: Final = "统一社会信用代码,企业名称,职工人数"
REVISION: Final = "MATCH (c:Counter {name: 'revision'}) RETURN c.value"
FIRST_NUMBER: Final = 5001
"""More employees than any enterprise of a synthetic district has."""


@dataclass(frozen=True, slots=True)
class Written:
    """An enterprise and the number of employees that was just committed for it."""

    code: str
    number: int


@dataclass(frozen=True, slots=True)
class Writes:
    """Writes to a store, by way of files in a folder."""

    store: Store
    folder: Path

    def numbers(self, codes: Sequence[str]) -> Iterator[Written]:
        """Give each enterprise a new number of employees, and say so as soon as it is committed.

        Numbers go on from the revision, so that no file of an earlier run is loaded again. Raises
        RuntimeError where the loader does not take the row.
        """
        one = self.store.database
        loader = Loader(one.driver, one.name, self.store.settings.key(), "benchmark")
        day = PartialDate.on(date.today() - timedelta(days=1))  # noqa: DTZ011 (a roster's day, not an instant)
        with one.driver.session(database=one.name) as session:
            statement = "MATCH (e:Enterprise {code: $code}) RETURN e.uscc, e.name"
            rows = [session.run(statement, code=code).single(strict=True).values() for code in codes]
            first = FIRST_NUMBER + session.run(REVISION).single(strict=True)[0]
        for number, (code, (uscc, name)) in enumerate(zip(codes, rows, strict=True), start=first):
            path = self.folder / f"企业-{code}-{number}.csv"
            path.write_text(f"{HEADER}\n{uscc},{name},{number}\n", encoding="utf-8")
            report = loader.load(open_roster(path, as_of=day))
            if report.rejections or report.revision is None:
                raise RuntimeError(f"{path.name}: {report.rejections[:1]}")
            yield Written(code, number)
