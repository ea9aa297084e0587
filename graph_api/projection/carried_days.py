"""What was computed of the days asked for last, brought to the next version."""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np

from graph_api.projection.columns import Rows
from graph_api.projection.day_view import DayView
from graph_api.projection.observations import Seen
from graph_api.projection.picture import Picture, same
from schema.catalog import NODE_TYPES
from schema.lifetimes import ending_of, happening_of

_DAYS: Final = 4
"""So many days are carried on; others are made anew when somebody asks for them."""
_FEW_ROWS: Final = 50
"""Of so many rows an order is patched; where more became others it is made anew."""


def carry_days(
    old: Picture,
    new: Picture,
    touched: Mapping[str, Rows],
    again: Mapping[str, tuple[Rows, Rows] | None],
) -> None:
    """Bring what is known of the last days on; `touched` are rows by type, `again` those seen anew."""
    made = {key: found for key, of, found in new.derived.made() if key[0] != "seen" or _is_of(new, key, of)}
    before = {key: found for key, _, found in old.derived.made()}
    for view in old.recent(_DAYS):
        coming = new.on(view.day)
        for key, value in list(view.kept.items()):
            if not isinstance(key, tuple):
                continue
            seen_again = again.get(key[1]) if key[0] == "observed" else None
            if seen_again is not None and ("seen", *key[1:]) in made:
                seen: Seen = made["seen", *key[1:]]
                _carry_observed(view, coming, (key[1], key[2]), seen, seen_again[0])
            elif key[0] == "holding" and _holds_still(old, new, key, before, made):
                coming.kept[key] = value
        _carry_orders(view, coming, touched)


def _is_of(picture: Picture, key: tuple[Any, ...], made_from: tuple[object, ...]) -> bool:
    return same(made_from, picture.basis_of_seen(key[1], key[2]))


def _carry_observed(view: DayView, coming: DayView, of: tuple[str, str], seen: Seen, rows: Rows) -> None:
    """The column of an observed field, where some rows were seen anew."""
    value = view.kept["observed", *of]
    if len(rows) or len(value[0]) < seen.sightings.rows:
        patched = seen.patched_on(view.day, value, rows)
        if patched is not None:
            coming.kept["observed", *of] = patched
        return
    for what in ("observed", "ranks"):
        if (what, *of) in view.kept:
            coming.kept[what, *of] = view.kept[what, *of]


def _holds_still(
    old: Picture, new: Picture, key: tuple[Any, ...], before: Mapping[Any, Any], made: Mapping[Any, Any]
) -> bool:
    """Whether which ties hold is told by the very same columns."""
    _, relation, target, onward, _, with_life = key
    one, other = (of.get(("bonds", relation), {}).get(target) for of in (before, made))
    if one is None or other is None or one.intervals is not other.intervals:
        return False
    if one.sources is not other.sources or one.targets is not other.targets:
        return False
    far = NODE_TYPES[target if onward else relation[0]]
    columns = [each for each in (happening_of(far), ending_of(far)) if each and with_life]
    return all(_as_long(old.column(far.name, each), new.column(far.name, each)) for each in columns)


def _as_long(old: Any, new: Any) -> bool:
    """Whether a column says the same of all rows that the older one has."""
    return old is new or bool(np.array_equal(old, new[: len(old)]))


def _carry_orders(view: DayView, coming: DayView, touched: Mapping[str, Rows]) -> None:
    """Keep each order with the rows that became others, as long as these are few."""
    known = dict(view.older) | {key: (rows, rows[:0]) for key, rows in list(view.orders.items())}
    for key, (rows, before) in known.items():
        others = touched.get(key[0]) if isinstance(key, tuple) else None
        if others is not None:
            since = np.union1d(before, others)
            if len(since) <= _FEW_ROWS:
                coming.older[key] = rows, since
