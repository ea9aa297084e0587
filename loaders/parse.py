"""Read the cells of each recognised table, and let its roster say what each row states."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from loaders.cells.count import Counted
from loaders.cells.ditto import repeated
from loaders.cells.reading import NOTHING, Reader
from loaders.cells.readers import read_cell, reader_of
from loaders.cells.text import plain, shown
from loaders.facts import RowFacts
from loaders.findings import CELL_REQUIRED, MERGED_GROUP_BLANK, TOTAL_DISAGREES, Finding
from loaders.masking import masked
from loaders.outcome import Message
from loaders.recognise import Table
from loaders.rosters.roster import Column
from loaders.rosters.row import Row
from loaders.sheets.workbook import Format, Value
from loaders.tables import table_reader
from schema.fields import Kind

_LETTERS: Final = 26


@dataclass(slots=True)
class ParsedRow:
    """A data row: its facts, or why it was rejected; `block` counts tables side by side."""

    table: Table
    index: int
    block: int
    facts: RowFacts
    rejections: list[Message] = field(default_factory=list)
    warnings: list[Message] = field(default_factory=list)

    def message(self, column: str, finding: Finding) -> Message:
        """What is to be said of the cell of that column in this row."""
        header = self.table.header
        columns = header.columns[self.block] if self.block < len(header.columns) else {}
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
            masked(value, declared.field.personal),
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


def parse(table: Table, file_format: Format, hash_id: Callable[[str], str]) -> Iterator[ParsedRow]:
    """Every data row of the table, in order."""
    for block in range(max(len(table.header.columns), 1)):
        readings = _readings(table, block)
        for index in table.rows:
            row = _parse_row(table, index, block, readings, file_format, hash_id)
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
    value = reader_of(column.field)(cells[position] if position < len(cells) else None, 0).value  # type: ignore[arg-type]
    return value.value if isinstance(value, Counted) else None


def _readings(table: Table, block: int) -> list[_Reading]:
    header = table.header
    stated = header.columns[block] if block < len(header.columns) else {}
    made: list[_Reading] = []
    for column in header.roster.columns:
        positions = stated.get(column.name)
        if positions is None:
            continue
        reader = table_reader(column.field) if column.field.table else reader_of(column.field)
        filled = _filled(table, positions[0]) if column.fills else {}
        is_key = column.name in header.roster.keys
        made.append(_Reading(column, tuple(positions), reader, filled, is_key))
    return made


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


def _parse_row(
    table: Table,
    index: int,
    block: int,
    readings: list[_Reading],
    file_format: Format,
    hash_id: Callable[[str], str],
) -> ParsedRow | None:
    cells, sheet, roster = table.sheet.rows[index], table.sheet, table.header.roster
    facts = RowFacts(sheet.name, index + 1)
    parsed = ParsedRow(table, index, block, facts)
    values: dict[str, Any] = {}
    width = len(cells)
    for reading in readings:
        column = reading.column
        several: list[Any] = []
        for position in reading.positions:
            cell = reading.filled.get(index, cells[position] if position < width else None)
            if cell is None and not reading.filled:
                continue
            read = read_cell(reading.reader, cell, sheet.note(index, position))
            for warning in read.warnings:
                parsed.warnings.append(parsed.message(column.name, warning))
            if read.rejection is not None:
                said = parsed.rejections if reading.is_key else parsed.warnings
                said.append(parsed.message(column.name, read.rejection))
            elif read.value is not None:
                several.append(read.value)
        if several:
            values[column.name] = _joined(several) if column.several else several[0]
        elif reading.is_key and column.fills and file_format is Format.CSV and index != table.rows[0]:
            parsed.warnings.append(parsed.message(column.name, MERGED_GROUP_BLANK))
    for name, headers in table.header.patterns.items():
        values[name] = tuple((header, shown(cells[i]) if i < width else "") for header, i in headers)
    if block and not values:
        return None
    _require(parsed, values)
    row = Row(roster, facts, values, title=table.title, hash_id=hash_id)
    if not parsed.rejections:
        roster.state(row)
        parsed.rejections.extend(parsed.message(column, finding) for column, finding in row.problems)
    return parsed


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
