"""What the database must hold for the catalog: constraints, indexes and names, as Cypher.

A pure function of the catalog. `schema/generated/constraints.cypher` shows it; migrations bring a
database there (see migrations.py). Every statement may be run again: it does nothing where its work is
done. Names are those of the catalog, so no text of a user ever gets into a statement.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from schema import catalog
from schema.catalog import NODE_TYPES, NodeType
from schema.fields import Kind

SEARCH = "search"
"""The full-text index over names and codes; Chinese is cut into overlapping pairs of characters (`cjk`)."""

DAYS: Mapping[str, tuple[str, ...]] = {
    "Enterprise": ("established", "closed"),
    "PartyBranch": ("established", "dissolved"),
    "Union": ("established", "dissolved"),
    "Selection": ("opened",),
    "SelectionStep": ("date",),
    "Dispatch": ("from", "until"),
    "ServiceRequest": ("raised_on", "resolved_on"),
    "Activity": ("date",),
    "Rectification": ("due",),
    "StageEvent": ("date",),
    "Appraisal": ("date",),
    "Observation": ("day",),
}
"""The days by which statements select, by type; each gets an index."""

SYSTEM_LABELS = ("Entity", "Counter")
SYSTEM_PROPERTIES = (*catalog.BESIDE_FIELDS, *catalog.BATCH_TIE_PROPERTIES, "name", "value")
"""Labels and properties that nodes bear beside what their types declare."""

_NAMED = re.compile(r"CREATE (CONSTRAINT|(?:RANGE |TEXT |FULLTEXT )?INDEX) (\w+) IF NOT EXISTS")


@dataclass(frozen=True, slots=True)
class Rule:
    """One constraint or index: its name in the database, and the statement that creates it."""

    name: str
    statement: str

    @property
    def is_constraint(self) -> bool:
        """Whether it is a constraint; it then owns an index of the same name."""
        return self.statement.startswith("CREATE CONSTRAINT")

    @property
    def drop(self) -> str:
        """The statement that removes it."""
        return f"DROP {'CONSTRAINT' if self.is_constraint else 'INDEX'} {self.name} IF EXISTS"


@dataclass(frozen=True, slots=True)
class Names:
    """The names that statements may use; known ones, so that Neo4j does not warn of typing errors."""

    labels: frozenset[str]
    kinds: frozenset[str]
    properties: frozenset[str]


def rules() -> tuple[Rule, ...]:
    """Every constraint and index of the catalog, in a fixed order."""
    found = [_unique("Entity", "id"), _unique("Counter", "name"), _unique("Change", "revision")]
    for name, node_type in NODE_TYPES.items():
        found += [_unique(name, field.name) for field in node_type.stored if field.unique]
        if node_type.field("code").headers:
            found.append(_unique(name, "stated_code"))
        found.append(_range(name, "match"))
        found += [_text(name, field) for field in _named_fields(node_type)]
        found += [_range(name, node_type.field(day).name) for day in DAYS.get(name, ())]
    found += [_unique_key(kind) for kind in catalog.RELATIONSHIP_KINDS]
    found.append(_search())
    return tuple(found)


def names() -> Names:
    """Every label, relationship kind and property that the database may hold."""
    fields = [field for node_type in NODE_TYPES.values() for field in node_type.fields]
    fields += [field for relation in catalog.RELATIONS for field in relation.properties]
    bounds = {f"{field.name}_bound" for field in fields if field.kind is Kind.COUNT}
    return Names(
        labels=frozenset({*SYSTEM_LABELS, *NODE_TYPES}),
        kinds=frozenset(catalog.RELATIONSHIP_KINDS),
        properties=frozenset(
            {field.name for field in fields} | bounds | {*SYSTEM_PROPERTIES, *catalog.TIE_PROPERTIES}
        ),
    )


def read_rule(statement: str) -> Rule | None:
    """The rule that a statement creates, or None where it creates none."""
    found = _NAMED.match(statement)
    return Rule(found[2], statement) if found is not None else None


def _named_fields(node_type: NodeType) -> list[str]:
    """The texts by which a type's nodes are searched; codes have their own index, lists have none."""
    return [
        field.name
        for field in node_type.stored
        if field.kind is Kind.TEXT and field.searchable and not field.is_list
    ]


def _unique(label: str, field: str) -> Rule:
    name = f"{_snake(label)}_{field}"
    return Rule(name, f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.`{field}` IS UNIQUE")


def _unique_key(kind: str) -> Rule:
    name = f"{kind.lower()}_key"
    return Rule(name, f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR ()-[r:{kind}]-() REQUIRE r.key IS UNIQUE")


def _range(label: str, field: str) -> Rule:
    name = f"{_snake(label)}_{field}"
    return Rule(name, f"CREATE RANGE INDEX {name} IF NOT EXISTS FOR (n:{label}) ON (n.`{field}`)")


def _text(label: str, field: str) -> Rule:
    name = f"{_snake(label)}_{field}_text"
    return Rule(name, f"CREATE TEXT INDEX {name} IF NOT EXISTS FOR (n:{label}) ON (n.`{field}`)")


def _search() -> Rule:
    shown = [node_type for node_type in NODE_TYPES.values() if node_type.about.in_graph]
    labels = "|".join(node_type.name for node_type in shown)
    fields = sorted({field.name for each in shown for field in each.stored if field.searchable})
    properties = ", ".join(f"n.`{field}`" for field in fields)
    return Rule(
        SEARCH,
        f"CREATE FULLTEXT INDEX {SEARCH} IF NOT EXISTS FOR (n:{labels}) ON EACH [{properties}] "
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}",
    )


def _snake(label: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", label).lower()
