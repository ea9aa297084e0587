"""What fields are asked with: filters, orders, days, page sizes, drawn by the types of the live schema."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from graphql import (
    GraphQLInputObjectType,
    GraphQLInputType,
    get_named_type,
    get_nullable_type,
    is_list_type,
)

from benchmarks.oracle.chance import Chance
from benchmarks.oracle.pool import Pool
from benchmarks.oracle.showing import fields_of
from schema.catalog import NODE_TYPES

PAGING: Final = frozenset({"first", "after", "last", "before"})
DEEPEST: Final = 3
_NESTING: Final = ("and", "or", "not")
_COMPARING: Final = ("eq", "ne", "lt", "lte", "gt", "gte")

Draw = Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Arguments:
    """Draws arguments."""

    pool: Pool
    draw: Chance

    def of(self, name: str, of_type: GraphQLInputType, node_type: str) -> Draw | None:
        """What draws values of an argument of a field that leads to `node_type`; None to leave it out."""
        named: Any = get_named_type(of_type)
        always: dict[str, Draw] = {
            "code": lambda: self.pool.code(node_type),
            "id": self.pool.id,
            "ids": lambda: [self.pool.id() for _ in range(self.draw.choice((0, 1, 2, 5)))],
        }
        often: dict[str, Draw] = {
            "asOf": self.pool.day,
            "when": lambda: self.draw.choice(list(named.values)),
            "where": lambda: self.where(named, node_type, 0),
            "orderBy": lambda: self.order(named),
        }
        return always.get(name) or (often.get(name) if self.draw.happens(0.6) else None)

    def order(self, of_type: GraphQLInputObjectType) -> list[dict[str, str]]:
        """An order by one to three keys."""
        fields: Any = get_named_type(of_type.fields["field"].type)
        directions: Any = get_named_type(of_type.fields["direction"].type)
        made = []
        for _ in range(self.draw.choice((1, 1, 2, 3))):
            key = {"field": self.draw.choice(list(fields.values))}
            if self.draw.happens(0.7):
                key["direction"] = self.draw.choice(list(directions.values))
            made.append(key)
        return made

    def where(self, of_type: GraphQLInputObjectType, node_type: str, depth: int) -> dict[str, Any]:
        """A condition on nodes of a type."""
        names = [name for name in of_type.fields if self._drawable(of_type, name, depth)]
        values = [name for name in names if get_named_type(of_type.fields[name].type).name.endswith("Filter")]
        seen = [name for name in values if fields_of(node_type)[name].observed]
        if "within" in names and self.draw.happens(0.3):
            names = ["within"]
        elif self.draw.happens(0.4):
            names = seen if seen and self.draw.happens(0.5) else values
        chosen = self.draw.sample(names, min(len(names), self.draw.choice((1, 1, 1, 2))))
        return {name: self._member(of_type, name, node_type, depth) for name in chosen}

    def _drawable(self, of_type: GraphQLInputObjectType, name: str, depth: int) -> bool:
        if name in _NESTING:
            return depth < DEEPEST and self.draw.happens(0.5)
        if name == "within":
            return True
        return get_named_type(of_type.fields[name].type).name.endswith("Filter") or depth < DEEPEST

    def _member(self, of_type: GraphQLInputObjectType, name: str, node_type: str, depth: int) -> Any:
        named: Any = get_named_type(of_type.fields[name].type)
        if name in ("and", "or"):
            return [self.where(of_type, node_type, depth + 1) for _ in range(self.draw.choice((1, 2, 2)))]
        made: Any
        if name == "not":
            made = self.where(of_type, node_type, depth + 1)
        elif name == "within":
            made = self.pool.place()
        elif named.name == "IndustryFilter":
            made = {"code": self.filter(get_named_type(named.fields["code"].type), node_type, name)}
        elif named.name.endswith("Filter"):
            made = self.filter(named, node_type, name)
        else:
            made = (self._many if named.name.endswith("Many") else self._inner)(named, depth + 1)
        return made

    def _inner(self, of_type: Any, depth: int) -> dict[str, Any]:
        """A condition on what a relation leads to; of several possible types, on one or two of them."""
        node_type = of_type.name.removesuffix("Where")
        if node_type in NODE_TYPES:
            return self.where(of_type, node_type, depth)
        names = self.draw.sample(list(of_type.fields), self.draw.choice((1, 1, 2)))
        return {name: self._inner(get_named_type(of_type.fields[name].type), depth) for name in names}

    def _many(self, of_type: Any, depth: int) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for name in self.draw.sample(list(of_type.fields), self.draw.choice((1, 1, 2))):
            named: Any = get_named_type(of_type.fields[name].type)
            if name == "count":
                made[name] = {self.draw.choice(_COMPARING): self.draw.choice((0, 1, 1, 2, 3))}
            elif name == "when":
                made[name] = self.draw.choice(list(named.values))
            elif name == "tie":
                days = get_named_type(named.fields["from"].type)
                made[name] = {self.draw.choice(list(named.fields)): self.filter(days, "Dispatch", "from")}
            else:
                made[name] = {} if self.draw.happens(0.2) else self._inner(named, depth)
        return made

    def filter(self, of_type: Any, node_type: str, field: str) -> dict[str, Any]:
        """A condition on one value."""
        made: dict[str, Any] = {}
        for name in self.draw.sample(list(of_type.fields), 1 if self.draw.happens(0.8) else 2):
            several = is_list_type(get_nullable_type(of_type.fields[name].type))
            values = [self.pool.value(node_type, field, name) for _ in range(self.draw.choice((1, 2, 3)))]
            made[name] = values if several else values[0]
        return made
