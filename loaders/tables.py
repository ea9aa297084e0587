"""Words that the shipped code tables know: what is stored for them, and a warning for those they lack."""

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from loaders.cells.findings import TERM_UNKNOWN
from loaders.cells.reading import Reader, Reading
from loaders.cells.text import read_text, shown
from loaders.findings import CODE_NOT_IN_TABLE
from loaders.sheets.workbook import Note, Value
from schema.cadre import PartyStatus
from schema.codes import INDEX, education, industries, nationalities, ownership, political_status, sizes
from schema.enterprise import Ownership, Size
from schema.fields import Field
from schema.terms import Term


def _industry(text: str) -> str | None:
    return text if industries.name_of(text) is not None else industries.code_of(text)


def _as_written(known: Callable[[str], object]) -> Callable[[str], str | None]:
    return lambda text: text if known(text) is not None else None


def _as_term(vocabulary: type[Term], known: Callable[[str], str | None]) -> Callable[[str], Term | None]:
    def look_up(text: str) -> Term | None:
        name = known(text)
        return vocabulary[name] if name is not None else vocabulary.from_word(text)

    return look_up


def _size(text: str) -> str | None:
    found = sizes.TABLE.from_word(text)
    return found.code if found is not None else None


_LOOK_UP: Final[dict[str, Callable[[str], str | Term | None]]] = {
    "industries": _industry,
    "ownership": _as_term(Ownership, ownership.ownership_of),
    "sizes": _as_term(Size, _size),
    "nationalities": _as_written(nationalities.TABLE.from_word),
    "education": _as_written(education.level_of),
    "political_status": _as_term(PartyStatus, political_status.party_status_of),
}
_TITLES: Final = {listing.name: listing.title for listing in INDEX}


def table_reader(field: Field) -> Reader:
    """The reader of a field whose words a code table knows.

    A text that the table lacks is kept as written; a word that no vocabulary has is unknown; both
    with a warning.
    """
    table = field.table or ""
    look_up = _LOOK_UP[table]
    title = _TITLES.get(table) or field.label

    @lru_cache(maxsize=16384)
    def read(text: str) -> Reading:
        reading = read_text(text)
        if not isinstance(reading.value, str):
            return Reading(None, reading.warnings, reading.rejection)
        found = look_up(reading.value)
        if found is not None:
            return Reading(found)
        if field.vocabulary is not None:
            return Reading(None, (TERM_UNKNOWN.about(words=" ".join(each.zh for each in field.vocabulary)),))
        return Reading(reading.value, (CODE_NOT_IN_TABLE.about(table=f"{title.zh} {title.en}"),))

    def reader(value: Value, note: Note) -> Reading:
        del note
        return read(shown(value))

    return reader
