"""What happened to a file: each row's outcome, what was said of its cells, and the counts."""

from collections import Counter
from dataclasses import dataclass, field

from loaders.findings import Finding
from schema.terms import Term


class RowOutcome(Term):
    """What became of a row."""

    LOADED = "新增", "loaded"
    CHANGED = "变更", "changed"
    UNCHANGED = "未变", "unchanged"
    REJECTED = "拒绝", "rejected"
    NON_DATA = "非数据", "non-data"


@dataclass(frozen=True, slots=True)
class Message:
    """What is said of one cell. `value` is raw, masked where the field is protected."""

    sheet: str
    row: int
    column: str
    value: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class RecognisedTable:
    """One table that was found; `header_row` is numbered as a spreadsheet shows it."""

    sheet: str
    kind: str
    confidence: float
    header_row: int


@dataclass(slots=True)
class Report:
    """Everything that a loader is told of one file.

    `rows` counts rows by outcome; `read` is their sum. `batch` and `revision` are None where
    nothing was written; `day` is the stored form of the roster's day.
    """

    file: str
    sha256: str
    tables: list[RecognisedTable] = field(default_factory=list)
    read: int = 0
    rows: Counter[RowOutcome] = field(default_factory=Counter)
    rejections: list[Message] = field(default_factory=list)
    warnings: list[Message] = field(default_factory=list)
    ignored_columns: list[tuple[str, str]] = field(default_factory=list)
    ignored_sheets: list[tuple[str, str]] = field(default_factory=list)
    day: int | None = None
    batch: str | None = None
    revision: int | None = None
    nodes: int = 0
    ties: int = 0
