"""Load one file: read → recognise → parse → match → plan → commit."""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, LiteralString

import neo4j

from loaders.commit import READ_REVISION, Batch, RevisionMovedOn, write
from loaders.contradictions import reject_contradictions, reject_orphans
from loaders.directory import Directory
from loaders.graph_state import GraphState
from loaders.identities import Identities
from loaders.matching import match
from loaders.outcome import RecognisedTable, Report, RowOutcome
from loaders.parse import ParsedRow, check_totals, column_letter, parse
from loaders.plan import make_plan
from loaders.recognise import Recognised, recognise
from loaders.refusals import Conflict, DayRequired, RowsRejected
from loaders.room import check_room
from loaders.rosters import ROSTERS
from loaders.rosters.roster import RosterKind
from loaders.sheets.read import read_workbook
from loaders.sheets.workbook import Workbook
from schema.import_batch import BatchState
from schema.partial_date import PartialDate

_ATTEMPTS: Final = 5
_ORDER: Final = {kind: number for number, kind in enumerate(ROSTERS)}
_LOADED_BEFORE: Final[LiteralString] = """
    MATCH (b:ImportBatch {sha256: $sha256, state: 'COMMITTED'})
    RETURN b.code
    LIMIT 1
"""


def _silent(stage: str, done: int, total: int) -> None:
    del stage, done, total


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was read and whose tables were recognised."""

    workbook: Workbook
    recognised: Recognised

    @property
    def turn(self) -> tuple[int, int]:
        """Sorts files so that each comes after those that it may refer to, older days first."""
        kinds = [_ORDER[table.header.roster.kind] for table in self.recognised.tables]
        days = [table.day.stored for table in self.recognised.tables if table.day is not None]
        return max(kinds), min(days, default=0)


def open_roster(path: Path, kind: RosterKind | None = None, as_of: PartialDate | None = None) -> Opened:
    """Read a file and recognise its tables; `as_of` is the day of those that state none.

    Raises Refused where it cannot be read, or holds no roster (none of `kind` if that is named).
    """
    workbook = read_workbook(path)
    recognised = recognise(workbook, kind)
    for table in recognised.tables:
        table.day = table.day or as_of
    return Opened(workbook, recognised)


@dataclass(frozen=True, slots=True)
class Loader:
    """Loads files into one database, for one person.

    `key` hashes identity numbers. `progress` is told the stage and how many rows of how many.
    """

    driver: neo4j.Driver
    database: str | None
    key: bytes = field(repr=False)
    by: str
    progress: Callable[[str, int, int], None] = _silent

    def load(self, opened: "Opened", *, dry_run: bool = False, strict: bool = False) -> Report:
        """Load an opened file and say what happened to each row.

        Raises Refused where nothing of it may be written, Conflict where others kept writing.
        """
        for _ in range(_ATTEMPTS):
            try:
                return self._attempt(opened.workbook, opened.recognised, dry_run=dry_run, strict=strict)
            except RevisionMovedOn:
                continue
        raise Conflict(opened.workbook.file)

    def _attempt(self, workbook: Workbook, recognised: Recognised, *, dry_run: bool, strict: bool) -> Report:
        with self.driver.session(database=self.database) as session:
            planned_at: int = session.run(READ_REVISION).single(strict=True)[0]
            identities = Identities(self.driver, self.database, dry_run=dry_run)
            rows = self._matched(workbook, recognised, session, identities)
            state = GraphState(session)
            state.loaded_before = session.run(_LOADED_BEFORE, sha256=workbook.sha256).single() is not None
            self.progress("plan", 0, len(rows))
            plan, outcomes = make_plan(rows, state, identities)
            report = _report(workbook, recognised, rows, outcomes)
            report.nodes, report.ties = plan.node_count, plan.tie_count
            if not dry_run and _needs_day(rows):
                raise DayRequired(where=workbook.file)
            if strict and report.rejections:
                raise RowsRejected(where=workbook.file)
            if dry_run or not plan.sources or (plan.is_empty and state.loaded_before):
                return report
            check_room(session, plan, workbook.file)
            self.progress("write", 0, plan.node_count + plan.tie_count)
            batch = self._batch(workbook, recognised, report)
            report.revision = write(session, plan, batch, identities, planned_at)
            report.batch = batch.code
            return report

    def _matched(
        self, workbook: Workbook, recognised: Recognised, session: neo4j.Session, identities: Identities
    ) -> list[ParsedRow]:
        directory = Directory(session)
        rows: list[ParsedRow] = []
        for table in recognised.tables:
            self.progress("parse", len(rows), recognised.read)
            parsed = list(parse(table, workbook.format, self._hash_id))
            self.progress("match", len(rows), recognised.read)
            match(parsed, directory, identities)
            rows.extend(parsed)
        reject_contradictions(rows)
        reject_orphans(rows)
        return rows

    def _hash_id(self, number: str) -> str:
        return hmac.new(self.key, number.encode(), hashlib.sha256).hexdigest()

    def _batch(self, workbook: Workbook, recognised: Recognised, report: Report) -> Batch:
        counted = {f"rows_{each.name.lower()}": report.rows[each] for each in RowOutcome}
        values = {
            "file": workbook.file,
            "sha256": workbook.sha256,
            "kinds": sorted({table.header.roster.kind.name for table in recognised.tables}),
            "state": BatchState.COMMITTED.name,
            "imported_at": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "imported_by": self.by,
            "rows_read": report.read,
            **counted,
        }
        if report.day is not None:
            values["day"] = report.day
        return Batch(f"BAT-{secrets.token_hex(8)}", self.by, values)


def _needs_day(rows: list[ParsedRow]) -> bool:
    return any(
        mention.observed and row.table.day is None
        for row in rows
        if not row.rejections
        for mention in row.facts.mentions
    )


def _report(
    workbook: Workbook, recognised: Recognised, rows: list[ParsedRow], outcomes: list[RowOutcome]
) -> Report:
    report = Report(workbook.file, workbook.sha256)
    for table in recognised.tables:
        header = table.header
        report.tables.append(
            RecognisedTable(
                table.sheet.name, header.roster.kind.name, header.confidence, header.first + 1
            )
        )  # fmt: skip
        report.ignored_columns += [
            (table.sheet.name, f"{column_letter(index)} {text}".replace("\n", ""))
            for index, text in header.ignored
        ]
        report.warnings += check_totals(table)
        report.day = report.day or (table.day.stored if table.day is not None else None)
    report.ignored_sheets = recognised.ignored_sheets
    report.rows.update(outcomes)
    report.rows[RowOutcome.NON_DATA] += recognised.non_data
    report.read = recognised.read + sum(1 for row in rows if row.block)
    for row in rows:
        report.rejections += row.rejections
        report.warnings += row.warnings
    return report
