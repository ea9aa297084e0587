"""One row as a roster's function sees it: values by column name, and the words to state facts with."""

import re
from collections.abc import Callable, Iterable
from typing import Any, Final

from loaders.cells.count import Counted
from loaders.cells.reading import NOTHING
from loaders.cells.spans import Span
from loaders.facts import Mention, RowFacts, TieFact
from loaders.findings import CELL_REQUIRED, Finding
from loaders.rosters.roster import Roster
from schema.catalog import NODE_TYPES
from schema.codes import topics
from schema.observation import Bound
from schema.partial_date import PartialDate
from schema.terms import Term

_CODE: Final = re.compile(r"[0-9A-Z][0-9A-Z-]+")


class Row:
    """The read values of one row, and the facts that the roster's function makes of them.

    A value is absent where the cell says nothing; `says_none` tells where it says 无. `title` are
    the lines above the table's header (an activity's name on a sign-in sheet).
    """

    def __init__(
        self,
        roster: Roster,
        facts: RowFacts,
        values: dict[str, Any],
        *,
        title: tuple[str, ...] = (),
        hash_id: Callable[[str], str],
    ) -> None:
        """Take the values by column name; what the roster states goes into `facts`."""
        self.facts = facts
        self.title = title
        self.problems: list[tuple[str, Finding]] = []
        self._columns = roster.columns
        self._keys = roster.keys
        self._properties = {(column.owner, column.name) for column in roster.columns if column.owner}
        self._values = values
        self._hash_id = hash_id

    def __getitem__(self, name: str) -> Any:
        """The value of the column, or None where the row says nothing or there is no such column."""
        value = self._values.get(name)
        return None if value is NOTHING else value

    def says_none(self, name: str) -> bool:
        """Whether the cell says that there is none (无)."""
        return self._values.get(name) is NOTHING

    def texts(self, name: str) -> tuple[str, ...]:
        """The names in a cell, none where it says nothing."""
        value = self[name]
        if value is None:
            return ()
        return (value,) if isinstance(value, str) else tuple(value)

    def day(self, name: str) -> int | None:
        """The stored form of a PartialDate."""
        value = self[name]
        return value.stored if isinstance(value, PartialDate) else None

    def refuse(self, column: str, finding: Finding) -> None:
        """Reject the row; `column` names the cell that is to blame."""
        self.problems.append((column, finding))

    def node(
        self,
        type_name: str,
        *parts: "str | int | Mention | None",
        prefix: str = "",
        column: str = "",
        unit: Mention | None = None,
        unit_required: bool = False,
        **more: Any,
    ) -> Mention:
        """A node that the row states and may create, with its properties from the columns of `prefix`.

        `parts` make its match key; one that is unknown leaves it without one. Further properties
        are given by name (`from_` for `from`).
        """
        node_type = NODE_TYPES[type_name]
        given = {name.rstrip("_"): value for name, value in more.items()}
        mention = Mention(
            (type_name,), column or self._named_by(type_name, prefix), prefix, unit=unit,
            unit_required=unit_required, may_create=True,
        )  # fmt: skip
        if all(part is not None and part != "" for part in parts):
            mention.parts = tuple(part for part in parts if part is not None)
        for each in node_type.fields:
            value = (
                given.pop(each.name) if each.name in given else self._stored(type_name, prefix + each.name)
            )
            if value is None:
                continue
            target = mention.observed if each.observed else mention.fields
            if isinstance(value, Counted):
                target[each.name] = value.value
                target[f"{each.name}_bound"] = None if value.bound is Bound.EXACT else value.bound.name
            else:
                target[each.name] = stored(value)
        if given:
            raise KeyError(*given)
        mention.strong = tuple(
            (each.name, str(mention.fields[each.name]))
            for each in node_type.fields
            if each.unique and each.name in mention.fields
        )
        if not mention.strong and not mention.parts:
            self.refuse(mention.column, CELL_REQUIRED.about(columns=self._blank_keys()))
        self.facts.mentions.append(mention)
        return mention

    def _blank_keys(self) -> str:
        """The headers of the key columns in which the row says nothing."""
        keys = (column for column in self._columns if column.name in self._keys)
        return "、".join(column.headers[0] for column in keys if self[column.name] is None)

    def _named_by(self, type_name: str, prefix: str) -> str:
        """The first column of the row that names a node of the type: its code, else its name."""
        for name in ("code", "uscc", "name"):
            if self[prefix + name] is not None and (type_name, prefix + name) in self._properties:
                return prefix + name
        return prefix + "name"

    def _stored(self, type_name: str, name: str) -> Any:
        value = self[name]
        if value is not None and name.endswith("id_hash"):
            return self._hash_id(str(value))
        return value if (type_name, name) in self._properties else None

    def refer(
        self,
        column: str,
        *types: str,
        text: str | None = None,
        unit: Mention | None = None,
        unit_required: bool = False,
        optional: bool = False,
    ) -> Mention | None:
        """A node that must be on record, named by the cell (or by `text`); None where it is blank."""
        named = text if text is not None else self[column]
        if not named:
            return None
        named = str(named)
        if types == ("Topic",) and (shipped := topics.TABLE.from_word(named)) is not None:
            topic = self.node("Topic", shipped.name.zh, code=shipped.code, column=column)
            topic.defaults = {"name": shipped.name.zh}
            return topic
        mention = Mention(
            types, column, parts=(named,), unit=unit, unit_required=unit_required, optional=optional
        )
        if _CODE.fullmatch(named):
            mention.strong = (("code", named), ("uscc", named))
        self.facts.mentions.append(mention)
        return mention

    def refer_all(self, column: str, *types: str, optional: bool = False) -> Iterable[Mention]:
        """The nodes that a cell with several names refers to."""
        for text in self.texts(column):
            found = self.refer(column, *types, text=text, optional=optional)
            if found is not None:
                yield found

    def tie(
        self,
        source: Mention | None,
        relation: str,
        target: Mention | None,
        from_: int | None = None,
        until: int | None = None,
        **properties: Any,
    ) -> None:
        """State a relationship; nothing where one end is unknown."""
        if source is not None and target is not None:
            kept = {name: stored(value) for name, value in properties.items() if value is not None}
            self.facts.ties.append(TieFact(source, relation, target, from_, until, kept))


def stored(value: Any) -> Any:
    """A read value in the form in which the graph stores it."""
    if isinstance(value, PartialDate):
        return value.stored
    if isinstance(value, Term):
        return value.name
    if isinstance(value, Counted):
        return value.value
    if isinstance(value, Span):
        return [value.start.stored if value.start else 0, value.until.stored if value.until else 0]
    if isinstance(value, tuple):
        listed: list[Any] = []
        for each in value:
            made = stored(each)
            listed.extend(made if isinstance(made, list) else [made])
        return listed
    return value
