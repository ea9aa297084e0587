"""Faults to plant in the service, one a function: each must be found by the comparison with the oracle."""

import dataclasses
from collections.abc import Callable, Iterable
from typing import Any, Final

import numpy as np
import pytest

from graph_api.graphql import masking, root_fields
from graph_api.graphql.plans import (
    cells,
    comparisons,
    conditions,
    cursors,
    names,
    objects,
    ordering,
    pages,
    relations,
    selection,
)
from graph_api.graphql.plans.reading import Reading
from graph_api.graphql.plans.truth import Truth
from graph_api.projection import bonds, epoch_days, intervals
from graph_api.projection.columns import taken
from graph_api.projection.day_view import DayView, When
from graph_api.projection.observations import Observations
from graph_api.projection.orders import LAST_RANK
from graph_api.projection.picture import Picture
from graph_api.projection.sightings import Sightings
from graph_api.projection.table import Table
from graph_api.projection.touched import Touched
from schema.fields import Personal, Relation

Plant = Callable[[pytest.MonkeyPatch], None]
Monkey = pytest.MonkeyPatch


def a_tie_is_shown_on_the_day_after_its_end(monkey: Monkey) -> None:
    after = epoch_days.days_after
    monkey.setattr(
        intervals,
        "days_after",
        lambda stored, missing: after(stored, missing) + (stored > 0).astype(np.int32),
    )


def a_vague_begin_is_certain_from_its_first_day(monkey: Monkey) -> None:
    monkey.setattr(intervals, "last_days", epoch_days.first_days)


def the_next_stay_does_not_end_the_one_before(monkey: Monkey) -> None:
    monkey.setattr(bonds, "succeeded", lambda given, _of, _keys: given)


def what_ended_is_listed_as_in_force(monkey: Monkey) -> None:
    holding = DayView.holding

    def open_ended(self: DayView, bond: Any, leg: Any, when: When, **others: Any) -> Any:
        found = holding(self, bond, leg, when, **others)
        ended = holding(self, bond, leg, When.ENDED, **others)
        return found if found is None or ended is None or when is not When.IN_FORCE else found | ended

    monkey.setattr(DayView, "holding", open_ended)


def unknown_is_selected_by_a_negation(monkey: Monkey) -> None:
    monkey.setattr(Truth, "__invert__", lambda self: Truth.certain(~self.true))


def a_lower_bound_compares_as_exact(monkey: Monkey) -> None:
    monkey.setattr(comparisons, "AT_LEAST", -1)


def a_vague_day_compares_by_its_first(monkey: Monkey) -> None:
    monkey.setattr(comparisons, "last_days", epoch_days.first_days)


def none_holds_where_some_do(monkey: Monkey) -> None:
    counted = conditions._counted
    monkey.setattr(conditions, "_counted", lambda *given: np.maximum(counted(*given) - 1, 0))


def a_cursor_skips_equal_keys(monkey: Monkey) -> None:
    compare = ordering.Order._compare

    def by_the_first_keys(self: ordering.Order, one: Any, other: Any) -> int:
        return compare(self, one, (*other[:-1], one[-1])) if self.keys else compare(self, one, other)

    monkey.setattr(ordering.Order, "_compare", by_the_first_keys)


def a_cursor_repeats_its_row(monkey: Monkey) -> None:
    before = ordering.Order.before
    monkey.setattr(
        ordering.Order,
        "before",
        lambda self, rows, key, **_: before(self, rows, key, inclusive=False),
    )


def a_cursor_of_another_list_is_taken(monkey: Monkey) -> None:
    monkey.setattr(cursors, "_mac", lambda *_: b"0" * cursors._MAC_BYTES)


def unknown_comes_first_where_an_order_descends(monkey: Monkey) -> None:
    columns = ordering.Order._columns

    def reversed_whole(self: ordering.Order) -> list[Any]:
        made = columns(self)
        falling = [False, *(descending for _, descending in reversed(self.keys))]
        return [
            np.where(each == LAST_RANK, -LAST_RANK, each) if falls else each
            for each, falls in zip(made, falling, strict=True)
        ]

    monkey.setattr(ordering.Order, "_columns", reversed_whole)


def a_masked_field_orders_equal_rows(monkey: Monkey) -> None:
    columns = ordering.Order._columns

    def with_the_hidden_name(self: ordering.Order) -> list[Any]:
        made = columns(self)
        if self.type_name == "Enterprise":
            made.insert(1, self._ranks("legal_representative"))
        return made

    monkey.setattr(ordering.Order, "_columns", with_the_hidden_name)


def the_total_is_that_of_the_page(monkey: Monkey) -> None:
    page = pages.page

    def short(*given: Any) -> pages.Page:
        made = page(*given)
        return dataclasses.replace(made, total=len(made.rows))

    for module in (relations, root_fields):
        monkey.setattr(module, "page", short)


def everybody_bears_the_full_name(monkey: Monkey) -> None:
    public = DayView.in_public_post
    monkey.setattr(DayView, "in_public_post", lambda self: public(self) | True)


def an_activist_bears_the_full_name(monkey: Monkey) -> None:
    monkey.setattr(names, "masked_name", lambda name: name)


def a_birthday_shows_its_month(monkey: Monkey) -> None:
    masked = masking.masked
    monkey.setattr(cells, "masked", lambda value, how: value if how is Personal.YEAR else masked(value, how))


def a_count_is_always_exact(monkey: Monkey) -> None:
    shown = cells.bounds_shown
    monkey.setattr(objects, "bounds_shown", lambda values, _bounds, rows: shown(values, None, rows))


def what_is_skipped_is_shown(monkey: Monkey) -> None:
    monkey.setattr(selection, "_included", lambda *_: True)


def an_earlier_observation_outlives_a_later_one(monkey: Monkey) -> None:
    of = Sightings.of

    def earliest(subject: Any, stored_day: Any, rows: int) -> Sightings:
        made = of(subject, stored_day, rows)
        first = np.append(True, made.subject[1:] != made.subject[:-1])[: len(made.subject)]
        return Sightings(made.subject[first], made.begin[first], made.given[first], rows)

    monkey.setattr(Sightings, "of", earliest)


def an_id_forgets_its_day(monkey: Monkey) -> None:
    monkey.setattr(Reading, "suffix", "")


def a_row_of_a_write_is_lost_at_the_merge(monkey: Monkey) -> None:
    patched = Table.patched

    def without_the_last(self: Table, fresh: Table, removed: Iterable[int]) -> Table:
        kept = np.arange(max(len(fresh.ids) - 1, 0))
        columns = {name: taken(values, kept) for name, values in fresh.columns.items()}
        return patched(self, Table.of(fresh.type, fresh.ids[kept], columns), removed)

    monkey.setattr(Table, "patched", without_the_last)


def a_removed_node_stays(monkey: Monkey) -> None:
    patched = Table.patched
    monkey.setattr(Table, "patched", lambda self, fresh, _removed: patched(self, fresh, ()))


def an_observation_stays_as_it_was(monkey: Monkey) -> None:
    monkey.setattr(Observations, "patched", lambda self, _fresh, _touched: self)


def a_removed_tie_stays(monkey: Monkey) -> None:
    add: Callable[..., None] = Touched._add

    def but_removals_of_ties(self: Touched, *given: Any) -> None:
        *others, change = given
        add(self, *others, [_without_removed_ties(each) for each in change])

    monkey.setattr(Touched, "_add", but_removals_of_ties)


def _without_removed_ties(fact: Any) -> Any:
    """A fact of a Change; if it is the list of operations, without those that remove a tie."""
    if not isinstance(fact, list) or not all(isinstance(each, str) for each in fact):
        return fact
    return [each for each in fact if not (each[0] == "-" and each[1:].split(":")[0].isupper())]


def a_relation_is_read_from_another_version(monkey: Monkey) -> None:
    bonds_now = Picture.bonds
    first: dict[tuple[str, str], Any] = {}

    def of_the_first_version(self: Picture, relation: Relation) -> Any:
        return first.setdefault((relation.source, relation.field), bonds_now(self, relation))

    monkey.setattr(Picture, "bonds", of_the_first_version)


PLANTS: Final[tuple[Plant, ...]] = (
    a_tie_is_shown_on_the_day_after_its_end,
    a_vague_begin_is_certain_from_its_first_day,
    the_next_stay_does_not_end_the_one_before,
    what_ended_is_listed_as_in_force,
    unknown_is_selected_by_a_negation,
    a_lower_bound_compares_as_exact,
    a_vague_day_compares_by_its_first,
    none_holds_where_some_do,
    a_cursor_skips_equal_keys,
    a_cursor_repeats_its_row,
    a_cursor_of_another_list_is_taken,
    unknown_comes_first_where_an_order_descends,
    a_masked_field_orders_equal_rows,
    the_total_is_that_of_the_page,
    everybody_bears_the_full_name,
    an_activist_bears_the_full_name,
    a_birthday_shows_its_month,
    a_count_is_always_exact,
    what_is_skipped_is_shown,
    an_earlier_observation_outlives_a_later_one,
    an_id_forgets_its_day,
    a_row_of_a_write_is_lost_at_the_merge,
    a_removed_node_stays,
    an_observation_stays_as_it_was,
    a_removed_tie_stays,
    a_relation_is_read_from_another_version,
)
"""All of them."""
