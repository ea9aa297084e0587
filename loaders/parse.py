"""Read the cells of each recognised table, and let its roster say what each row states."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from loaders.cells.count import Counted
from loaders.cells.ditto import repeated
from loaders.cells.readers import read_cell, reader_of
from loaders.cells.reading import NOTHING, Reader
from loaders.cells.text import plain, read_text, shown
from loaders.facts import RowFacts
from loaders.findings import CELL_REQUIRED, MERGED_GROUP_BLANK, TOTAL_DISAGREES, Finding
from loaders.masking import masked, without_numbers
from loaders.outcome import Message
from loaders.recognise import Table
from loaders.rosters.roster import Column
from loaders.rosters.row import Row
from loaders.sheets.workbook import Format, Note, Value
from loaders.tables import table_reader
from schema.fields import Kind

_LETTERS: Final = 26


@dataclass(slots=True)
class Source:
    """What one row states of one node: FROM_BATCH as it will be written."""

    node: int
    sheet: str
    row: int
    day: int | None
    fields: list[str]
    before: dict[str, Any] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)


@dataclass(slots=True)
class ParsedRow:
    """A data row: its facts, or why it was rejected; `block` counts tables side by side."""

    table: Table
    index: int
    block: int
    facts: RowFacts
    rejections: list[Message] = field(default_factory=list)
    warnings: list[Message] = field(default_factory=list)

    @property
    def day(self) -> int | None:
        """The roster's day, as stored."""
        return self.table.day.stored if self.table.day is not None else None

    def source_of(self, node_id: int) -> Source:
        """The provenance of what this row states of a node, still without fields."""
        return Source(node_id, self.facts.sheet, self.facts.row, self.day, [])

    def message(self, column: str, finding: Finding) -> Message:
        """What is to be said of the cell of that column in this row."""
        header = self.table.header
        columns = header.columns[self.block] if self.block < len(header.columns) else {}
        finding = finding.said(without_numbers)
        if column not in columns:
            return Message(self.table.sheet.name, self.index + 1, column, "", finding)
        position = columns[column][0]
        cells = self.table.sheet.rows[self.index]
        value = shown(cells[position]) if position < len(cells) else ""
        declared = next(each for each in header.roster.columns if each.name == column)
        return Message(
            self.table.sheet.name,
            self.index + 1,
            f"{column_letter(position)} {header.texts[position]}".replace("\n", ""),
            without_numbers(
                masked(value, declared.field.personal), phones=declared.field.kind is not Kind.PHONES
            ),
            finding,
        )


@dataclass(frozen=True, slots=True)
class _Reading:
    """One column of one table, with the reader of its cells and the cells themselves, filled down."""

    column: Column
    positions: tuple[int, ...]
    reader: Reader
    filled: dict[int, Value]
    is_key: bool
    is_group: bool = False


def parse(table: Table, file_format: Format, hash_id: Callable[[str], str]) -> Iterator[ParsedRow]:
    """Every data row of the table, in order; tables side by side one after the other."""
    for block in range(max(len(table.header.columns), 1)):
        reader = _BlockReader(table, block, is_csv=file_format is Format.CSV, hash_id=hash_id)
        for index in table.rows:
            row = reader.row(index)
            if row is not None:
                yield row


def check_totals(table: Table) -> Iterator[Message]:
    """A warning for each 合计 that is not the sum of its column (R2)."""
    counts = [each for each in table.header.roster.columns if each.field.kind is Kind.COUNT]
    rows = table.sheet.rows
    for total in table.totals:
        if "小计" in "".join(map(plain, rows[total][:2])) or total != table.totals[-1]:
            continue
        for column in counts:
            for position in (table.header.columns or [{}])[0].get(column.name, ()):
                stated = _number(column, rows[total], position)
                summed = [_number(column, rows[index], position) for index in table.rows if index < total]
                known = [each for each in summed if each is not None]
                if stated is not None and stated != sum(known):
                    finding = TOTAL_DISAGREES.about(stated=stated, summed=sum(known))
                    header = f"{column_letter(position)} {table.header.texts[position]}"
                    yield Message(table.sheet.name, total + 1, header, str(stated), finding)


def column_letter(position: int) -> str:
    """The letters of a column, counted from 0."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def _number(column: Column, cells: list[Value], position: int) -> int | None:
    value = reader_of(column.field)(cells[position] if position < len(cells) else None, Note.NONE).value
    return value.value if isinstance(value, Counted) else None


def _filled(table: Table, position: int) -> dict[int, Value]:
    """What merged ranges and 同上 repeat in one column, by row (R5, R8)."""
    rows = table.sheet.rows
    merged = {
        row: rows[merge.first_row][position]
        for merge in table.sheet.merged
        if merge.first_column <= position <= merge.last_column and position < len(rows[merge.first_row])
        for row in range(merge.first_row + 1, merge.last_row + 1)
    }
    cells = [
        merged.get(index, rows[index][position] if position < len(rows[index]) else None)
        for index in table.rows
    ]
    return {
        index: after
        for index, after in zip(table.rows, repeated(cells), strict=True)
        if after is not None and (position >= len(rows[index]) or after != rows[index][position])
    }


def _looks_merged(table: Table, position: int) -> bool:
    """Whether a CSV column may have been merged cells: each text stands once, blanks follow it (R5)."""
    texts = [_text_at(table.sheet.rows[index], position) for index in table.rows]
    stated = [text for text in texts if text]
    return bool(texts and texts[0]) and len(stated) < len(texts) and len(set(stated)) == len(stated)


def _text_at(cells: list[Value], position: int) -> str:
    return plain(cells[position]) if position < len(cells) else ""


class _BlockReader:
    """Reads the rows of one table, or of one of several that stand side by side."""

    def __init__(self, table: Table, block: int, *, is_csv: bool, hash_id: Callable[[str], str]) -> None:
        self._table = table
        self._block = block
        self._hash_id = hash_id
        stated = table.header.columns[block] if block < len(table.header.columns) else {}
        self._readings = [
            _Reading(
                column,
                tuple(stated[column.name]),
                table_reader(column.field) if column.field.table else reader_of(column.field),
                _filled(table, stated[column.name][0]) if column.fills else {},
                column.name in table.header.roster.keys,
                is_csv and column.fills and _looks_merged(table, stated[column.name][0]),
            )
            for column in table.header.roster.columns
            if column.name in stated
        ]

    def row(self, index: int) -> ParsedRow | None:
        """One row with what it states; None where a block beside the first has nothing in it."""
        table = self._table
        parsed = ParsedRow(table, index, self._block, RowFacts(table.sheet.name, index + 1))
        values = {
            reading.column.name: value
            for reading in self._readings
            if (value := self._value(reading, parsed)) is not None
        }
        if self._block and not values:
            return None
        for name, headers in table.header.patterns.items():
            values[name] = tuple((header, self._item(position, parsed)) for header, position in headers)
        _require(parsed, values)
        if not parsed.rejections:
            roster = table.header.roster
            row = Row(roster, parsed.facts, values, title=table.title, hash_id=self._hash_id)
            roster.state(row)
            parsed.rejections.extend(parsed.message(column, finding) for column, finding in row.problems)
            if not parsed.rejections and not any(each.may_create for each in parsed.facts.mentions):
                parsed.rejections.append(_says_nothing(parsed, values))
        return parsed

    def _item(self, position: int, parsed: ParsedRow) -> str:
        """The text of a cell whose header is one of many of a pattern; empty where it says nothing."""
        cells = self._table.sheet.rows[parsed.index]
        note = self._table.sheet.note(parsed.index, position)
        read = read_cell(read_text, cells[position] if position < len(cells) else None, note)
        for finding in (*read.warnings, *([read.rejection] if read.rejection else [])):
            header = f"{column_letter(position)} {self._table.header.texts[position]}"
            parsed.warnings.append(Message(self._table.sheet.name, parsed.index + 1, header, "", finding))
        if read.value is NOTHING:
            return "无"
        return "" if read.value is None or read.value == "缺考" else str(read.value)

    def _value(self, reading: _Reading, parsed: ParsedRow) -> Any:
        """What the cells of a column say; None for nothing. Findings go to the row."""
        cells, name = self._table.sheet.rows[parsed.index], reading.column.name
        said: list[Any] = []
        for position in reading.positions:
            cell = reading.filled.get(parsed.index, cells[position] if position < len(cells) else None)
            note = self._table.sheet.note(parsed.index, position)
            if cell is None and not note:
                continue
            read = read_cell(reading.reader, cell, note)
            parsed.warnings += [parsed.message(name, warning) for warning in read.warnings]
            if read.rejection is not None or (reading.is_key and read.value is None and read.warnings):
                messages = parsed.rejections if reading.is_key else parsed.warnings
                messages.append(parsed.message(name, read.rejection or read.warnings[0]))
            elif read.value is not None:
                said.append(read.value)
        if said:
            return _joined(said) if reading.column.several else said[0]
        if reading.is_group and not _text_at(cells, reading.positions[0]):
            parsed.warnings.append(parsed.message(name, MERGED_GROUP_BLANK))
        return None


def _says_nothing(parsed: ParsedRow, values: dict[str, Any]) -> Message:
    """Why a row without any fact is rejected: the cells of its kind's keys that are blank."""
    roster = parsed.table.header.roster
    blank = [column for column in roster.columns if column.name in roster.keys and column.name not in values]
    headers = "、".join(column.headers[0] for column in blank)
    return parsed.message(blank[0].name if blank else roster.keys[0], CELL_REQUIRED.about(columns=headers))


def _require(parsed: ParsedRow, values: dict[str, Any]) -> None:
    """Reject a row that has none of the columns that its kind needs first."""
    needed = parsed.table.header.roster.required[0]
    if parsed.rejections or any(values.get(name) not in (None, NOTHING) for name in needed):
        return
    stated = parsed.table.header.columns[parsed.block] if parsed.table.header.columns else {}
    column = next((name for name in needed if name in stated), needed[0])
    headers = "、".join(parsed.table.header.texts[stated[name][0]] for name in needed if name in stated)
    parsed.rejections.append(parsed.message(column, CELL_REQUIRED.about(columns=headers or column)))


def _joined(several: list[Any]) -> Any:
    """One tuple of all that several columns of one header say; NOTHING where they only say 无."""
    named = [each for value in several if value is not NOTHING for each in value]
    return tuple(named) if named else NOTHING
