"""What one roster row states, before it is known which nodes of the graph it speaks of."""

from dataclasses import dataclass, field
from typing import Any

from loaders.cells.text import match_key


@dataclass(eq=False, slots=True)
class Mention:
    """One node that a row speaks of.

    `types` has one type for a node that the row may create, several where a reference may mean
    any of them (派驻企业 names an enterprise, a branch or a brand). `strong` holds unique fields
    and their values (`code`, `uscc`, `id_hash`), tried in order. `parts` make the match key: texts
    are normalised, other mentions count by their id. `unit` tells nodes of one name apart; with
    `unit_required` a name without its unit never matches (no person by name alone). `column` is
    the cell that names the node, for messages. One that is `optional` and not on record costs a
    warning, not the row. `fields` and `observed` are what the row states of it, by stored property;
    `defaults` are given to it only if it is new: the row does not state them. Matching fills in `id`,
    `type`, and whether the node is yet to be created.
    """

    types: tuple[str, ...]
    column: str
    prefix: str = ""
    strong: tuple[tuple[str, str], ...] = ()
    parts: "tuple[str | int | Mention, ...]" = ()
    unit: "Mention | None" = None
    unit_required: bool = False
    may_create: bool = False
    optional: bool = False
    fields: dict[str, Any] = field(default_factory=dict)
    observed: dict[str, Any] = field(default_factory=dict)
    defaults: dict[str, Any] = field(default_factory=dict)
    id: int = 0
    type: str = ""
    is_new: bool = False

    @property
    def depth(self) -> int:
        """How many rounds of matching must go before this one."""
        needed = [part.depth for part in self.parts if isinstance(part, Mention)]
        if self.unit is not None:
            needed.append(self.unit.depth)
        return 1 + max(needed, default=-1)

    def match(self) -> str:
        """The match key, once the mentions in it have their ids; empty where there is none."""
        return "|".join(
            f"#{part.id}" if isinstance(part, Mention) else match_key(str(part)) for part in self.parts
        )

    @property
    def means(self) -> str:
        """The texts by which the row names the node, as a message shows them."""
        texts = [part for part in self.parts if isinstance(part, str)]
        said = [*(value for name, value in self.strong if name != "id_hash"), *texts]
        return " ".join(dict.fromkeys(said))


@dataclass(slots=True)
class TieFact:
    """One relationship that a row states; `relation` is its field on the source's type."""

    source: Mention
    relation: str
    target: Mention
    from_: int | None = None
    until: int | None = None
    properties: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class RowFacts:
    """Everything that one row states."""

    sheet: str
    row: int
    mentions: list[Mention] = field(default_factory=list)
    ties: list[TieFact] = field(default_factory=list)

    subjects: list[Mention] = field(default_factory=list)

    def subject_is(self, mention: Mention) -> None:
        """Say which node the row is about; a row may be about several (two posts of one cadre)."""
        self.subjects.append(mention)

    @property
    def about(self) -> list[Mention]:
        """The nodes that the row is about; the first one it mentions where none was named."""
        return self.subjects or self.mentions[:1]
