"""Which reader reads the cells of a declared field, and what its notes add (R29, R33)."""

from dataclasses import replace
from typing import Final

from loaders.cells.code import read_code
from loaders.cells.count import read_count
from loaders.cells.dates import read_date
from loaders.cells.decimal import read_decimal
from loaders.cells.findings import FORMULA_ERROR, FORMULA_NO_RESULT, STRUCK_THROUGH
from loaders.cells.id_number import read_id_number
from loaders.cells.names import read_names
from loaders.cells.phones import read_phones
from loaders.cells.reading import Reader, Reading, rejected
from loaders.cells.spans import read_spans
from loaders.cells.terms import read_term, read_terms
from loaders.cells.text import read_text
from loaders.cells.uscc import UNION_BEGINS_WITH, read_union_uscc, read_uscc
from loaders.cells.yes_no import read_yes_no
from loaders.sheets.workbook import Note, Value
from schema.fields import Field, Kind

READERS: Final[dict[Kind, Reader]] = {
    Kind.TEXT: read_text,
    Kind.CODE: read_code,
    Kind.USCC: read_uscc,
    Kind.ID_NUMBER: read_id_number,
    Kind.PHONES: read_phones,
    Kind.NAMES: read_names,
    Kind.COUNT: read_count,
    Kind.DECIMAL: read_decimal,
    Kind.YES_NO: read_yes_no,
    Kind.DATE: read_date,
    Kind.SPANS: read_spans,
}
"""The reader of each kind but TERM, which needs the field's vocabulary."""

_ERRORS: Final = frozenset({"#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!"})


def reader_of(field: Field) -> Reader:
    """The reader of a field's cells; of a list of terms or texts, the one that splits the cell."""
    vocabulary = field.vocabulary
    if vocabulary is not None:
        read = read_terms if field.many else read_term
        return lambda value, note: read(value, vocabulary, note)
    if field.begins_with == UNION_BEGINS_WITH:
        return read_union_uscc
    if field.many and field.kind is Kind.TEXT:
        return read_names
    return READERS[field.kind]


def read_cell(reader: Reader, value: Value, note: Note = Note.NONE) -> Reading:
    """A cell as its reader reads it, after what holds for every kind.

    An error value is a rejection, also where CSV keeps only its word; a formula without a cached
    result is unknown with a warning; a struck cell is read with a warning.
    """
    if type(value) is str and value[:1] == "#" and value in _ERRORS:
        return rejected(FORMULA_ERROR)
    if note is Note.NONE:
        return reader(value, note)
    if Note.ERROR in note:
        return rejected(FORMULA_ERROR)
    if Note.NO_RESULT in note:
        return Reading(None, (FORMULA_NO_RESULT,))
    reading = reader(value, note)
    if Note.STRUCK in note:
        return replace(reading, warnings=(*reading.warnings, STRUCK_THROUGH))
    return reading
