"""An office that loads small CSV rosters into the tests' Neo4j, written in the test itself."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, LiteralString

from graph_api.database.connection import Database
from loaders.fingerprint import fingerprint
from loaders.outcome import Report, RowOutcome
from loaders.pipeline import Loader, open_roster
from schema.partial_date import PartialDate

PLACES = """
填报日期：2022-07-31
区划代码,区划名称,级别,上级区划
450903,福绵区,县级,
450903107,福绵镇,镇,450903
450903108,成均镇,镇,450903
"""


@dataclass
class Office:
    """Loads what it is given; every file gets a name of its own unless the test names it."""

    database: Database
    folder: Path
    key: bytes = b"an invented key"
    numbers: int = field(default=0)

    @property
    def loader(self) -> Loader:
        return Loader(self.database.driver, self.database.name, self.key, "clerk")

    def file(self, text: str, name: str = "") -> Path:
        self.numbers += 1
        path = self.folder / (name or f"名册{self.numbers}.csv")
        path.write_text(text.strip() + "\n", encoding="utf-8")
        return path

    def load(self, text: str, name: str = "", **how: Any) -> Report:
        as_of = PartialDate.parse(how.pop("as_of")) if "as_of" in how else None
        return self.loader.load(open_roster(self.file(text, name), how.pop("kind", None), as_of), **how)

    def rows(self, statement: LiteralString, **parameters: object) -> list[list[Any]]:
        with self.database.driver.session(database=self.database.name) as session:
            return [list(record.values()) for record in session.run(statement, parameters)]

    def one(self, statement: LiteralString, **parameters: object) -> Any:
        (row,) = self.rows(statement, **parameters)
        return row[0] if len(row) == 1 else row

    def fingerprint(self) -> str:
        with self.database.driver.session(database=self.database.name) as session:
            return fingerprint(session)

    def revision(self) -> int:
        found: list[list[Any]] = self.rows("MATCH (c:Counter {name: 'revision'}) RETURN c.value")
        return int(found[0][0]) if found else 0


def outcomes(report: Report) -> dict[str, int]:
    """The counts that are not 0, without the rows that are no data."""
    return {
        each.name: report.rows[each]
        for each in RowOutcome
        if report.rows[each] and each is not RowOutcome.NON_DATA
    }


def codes(report: Report) -> list[str]:
    """The codes of the rejections, in order."""
    return [each.finding.code for each in report.rejections]
