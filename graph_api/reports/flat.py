"""An answer of nested objects as tables: one for each root field.

The rows are those of the outermost list; what stands around it is repeated in each row. Objects inside a row
become columns with dotted names, lists inside a row share a cell. Of a connection the nodes are shown, with
what their edges say; how many there are in all is the table's own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

Cell = str | int | float | bool | None

BETWEEN: Final = "; "
"""What stands between the members of a list that share a cell."""


@dataclass(frozen=True, slots=True)
class Flat:
    """A table: its name, its columns, a value for each in each row; how many rows there are in all."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: int | None = None


def flat(data: Mapping[str, Any]) -> list[Flat]:
    """The tables of an answer's data, in the order of its root fields."""
    return [_table(name, value) for name, value in data.items()]


def _table(name: str, value: Any) -> Flat:
    total = value.get("totalCount") if _is_connection(value) else None
    rows = [_columns(each) for each in _rows(value, name)]
    names = tuple(dict.fromkeys(column for row in rows for column in row))
    return Flat(name, names, tuple(tuple(row.get(each) for each in names) for row in rows), total)


def _rows(value: Any, name: str) -> list[Mapping[str, Any]]:
    """The objects that are a table's rows."""
    items = _items(value)
    if items is not None:
        return [each if isinstance(each, Mapping) else {name: each} for each in items]
    if not isinstance(value, Mapping):
        return [] if value is None else [{name: value}]
    lists = [key for key, each in value.items() if _of_objects(each)]
    if len(lists) != 1:
        return [value]
    around = {key: each for key, each in value.items() if key != lists[0]}
    inner = [
        {f"{lists[0]}.{key}": each for key, each in row.items()} for row in _items(value[lists[0]]) or ()
    ]
    return [{**around, **row} for row in inner]


def _is_connection(value: Any) -> bool:
    return isinstance(value, Mapping) and (
        isinstance(value.get("edges"), list) or isinstance(value.get("nodes"), list)
    )


def _items(value: Any) -> Sequence[Any] | None:
    """The members of a list or a connection; None for what is neither."""
    if isinstance(value, list):
        return value
    if not _is_connection(value):
        return None
    if "nodes" in value:
        nodes: list[Any] = value["nodes"]
        return nodes
    return [_edge(each) for each in value["edges"]]


def _edge(edge: Mapping[str, Any]) -> Mapping[str, Any]:
    """A node with what its edge says of it."""
    node = edge.get("node")
    if not isinstance(node, Mapping):
        return edge
    return {**{key: each for key, each in edge.items() if key not in ("node", "cursor")}, **node}


def _of_objects(value: Any) -> bool:
    items = _items(value)
    return bool(items) and all(isinstance(each, Mapping) for each in items or ())


def _columns(row: Mapping[str, Any]) -> dict[str, Cell]:
    """A row's values by dotted names."""
    found: dict[str, Cell] = {}
    for key, value in row.items():
        items = _items(value)
        if items is not None:
            found[key] = BETWEEN.join(_in_words(each) for each in items)
        elif isinstance(value, Mapping):
            found |= {f"{key}.{inner}": each for inner, each in _columns(value).items()}
        else:
            found[key] = value
    return found


def _in_words(value: Any) -> str:
    """A member of a list, as it stands in a cell that it shares."""
    if isinstance(value, Mapping):
        return " ".join(text for text in (written(each) for each in _columns(value).values()) if text)
    return written(value)


def written(cell: Cell) -> str:
    """A value as text; unknown is empty, yes and no are `true` and `false` as in JSON."""
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)
