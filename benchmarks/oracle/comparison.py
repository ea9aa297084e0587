"""An answer beside the one that it should have been: every difference, by its path."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from benchmarks.oracle.listing import Cursor
from benchmarks.oracle.replying import Expected

Path = tuple[str | int, ...]
MOST_TOLD: Final = 5


@dataclass(frozen=True, slots=True)
class Difference:
    """Where an answer is not what it should be."""

    path: Path
    expected: object
    found: object

    def __str__(self) -> str:
        """Path, expected, found."""
        return f"{'.'.join(map(str, self.path))}: expected {self.expected!r}, found {self.found!r}"


def differences(expected: Expected, body: Mapping[str, Any], cursors: dict[str, Cursor]) -> list[Difference]:
    """Every difference of an answer's body; what its cursors mean is noted in `cursors`."""
    errors = body.get("errors", ())
    if expected.data is None or body.get("data") is None:
        right = body.get("data") is None and _is_refused(expected, errors)
        return [] if right else [Difference(("data",), expected.data, errors)]
    found = list(_errors(expected, errors))
    found += _data(("data",), expected.data, body["data"], cursors)
    extensions = body.get("extensions", {})
    if extensions.get("revision") != expected.revision:
        found.append(Difference(("revision",), expected.revision, extensions.get("revision")))
    days = extensions.get("asOf", {})
    for name, day in expected.days.items():
        if days.get(name) != day.isoformat():
            found.append(Difference(("asOf", name), day.isoformat(), days.get(name)))
    return found


def _is_refused(expected: Expected, errors: Sequence[Mapping[str, Any]]) -> bool:
    """Whether an answer without data says so for the right reasons; of several it may tell one."""
    told = {tuple(each.get("path", ())): each["extensions"]["code"] for each in errors}
    return bool(told) and all(code in expected.refused.get(path, ()) for path, code in told.items())


def _errors(expected: Expected, errors: Sequence[Mapping[str, Any]]) -> Iterator[Difference]:
    told = {tuple(each.get("path", ())): each["extensions"]["code"] for each in errors}
    for path, codes in expected.refused.items():
        if told.pop(path, None) not in codes:
            yield Difference(("errors", *path), codes, errors)
    for path in told:
        yield Difference(("errors", *path), "no error", errors)


def _data(path: Path, expected: Any, found: Any, cursors: dict[str, Cursor]) -> Iterator[Difference]:
    if isinstance(expected, Cursor):
        if not isinstance(found, str) or cursors.setdefault(found, expected) != expected:
            yield Difference(path, expected, found)
    elif isinstance(expected, Mapping):
        if not isinstance(found, Mapping) or list(expected) != list(found):
            yield Difference(path, _keys(expected), _keys(found))
            return
        for name, each in expected.items():
            yield from _data((*path, name), each, found[name], cursors)
    elif isinstance(expected, list):
        if not isinstance(found, list) or len(expected) != len(found):
            yield Difference(path, expected, found)
            return
        for place, (each, other) in enumerate(zip(expected, found, strict=True)):
            yield from _data((*path, place), each, other, cursors)
    elif expected != found or (type(expected) is not type(found) and not _same_number(expected, found)):
        yield Difference(path, expected, found)


def _same_number(expected: object, found: object) -> bool:
    """Whether 1 and 1.0 meet: a Float may be written either way."""
    return {type(expected), type(found)} == {int, float}


def _keys(value: object) -> object:
    return list(value) if isinstance(value, Mapping) else value
