"""Words of a vocabulary: 在营, 中共党员, 联合."""

from functools import lru_cache

from loaders.cells.findings import TERM_UNKNOWN
from loaders.cells.names import read_names
from loaders.cells.reading import UNKNOWN, Reading, unknown
from loaders.cells.remembered import remembered
from loaders.cells.text import is_blank, match_key, plain, says_none, shown
from loaders.sheets.workbook import Note, Value
from schema.terms import Term


@lru_cache(maxsize=256)
def _words(vocabulary: type[Term]) -> dict[str, Term]:
    return {match_key(word): term for term in vocabulary for word in (term.name, *term.words)}


@remembered
def _read(text: str, vocabulary: type[Term]) -> Reading:
    term = _words(vocabulary).get(match_key(text))
    if term is not None:
        return Reading(term)
    if is_blank(plain(text)) or says_none(plain(text)):
        return UNKNOWN
    return unknown(TERM_UNKNOWN.about(words=" ".join(term.zh for term in vocabulary)))


def read_term(value: Value, vocabulary: type[Term], note: Note = Note.NONE) -> Reading:
    """A member of `vocabulary`; a word that it lacks is unknown, with a warning."""
    del note
    return _read(shown(value), vocabulary)


def read_terms(value: Value, vocabulary: type[Term], note: Note = Note.NONE) -> Reading:
    """A tuple of members, several words in one cell split as names are; unknown words warn."""
    names = read_names(value, note)
    if not isinstance(names.value, tuple):
        return UNKNOWN if names.rejection is None else names
    readings = [_read(name, vocabulary) for name in names.value]
    members = dict.fromkeys(each.value for each in readings if each.value is not None)
    warnings = dict.fromkeys(warning for each in readings for warning in each.warnings)
    return Reading(tuple(members) or None, tuple(warnings))
