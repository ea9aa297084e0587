"""Every node type and relationship, listed by hand: what is not here does not exist."""

import dataclasses

from schema.activist import Activist
from schema.activity import Activity
from schema.agency import Agency
from schema.appraisal import Appraisal
from schema.cadre import Cadre
from schema.change import Change
from schema.dispatch import Dispatch
from schema.division import Division
from schema.enterprise import Enterprise
from schema.fields import About, Entity, Field, Relation, Shortcut, fields_of
from schema.gap_acknowledgement import GapAcknowledgement
from schema.import_batch import ImportBatch
from schema.industrial_park import IndustrialPark
from schema.industry_brand import IndustryBrand
from schema.observation import Observation
from schema.party_branch import PartyBranch
from schema.party_member import PartyMember
from schema.person import Person
from schema.policy import Policy
from schema.programme import Programme
from schema.rectification import Rectification
from schema.selection import Selection
from schema.selection_step import SelectionStep
from schema.service_platform import ServicePlatform
from schema.service_request import ServiceRequest
from schema.stage_event import StageEvent
from schema.target import Target
from schema.topic import Topic
from schema.union import Union
from schema.venue import Venue

_CLASSES: tuple[type[Entity], ...] = (
    Division,
    IndustrialPark,
    Agency,
    Person,
    Cadre,
    PartyMember,
    Activist,
    Enterprise,
    PartyBranch,
    Union,
    IndustryBrand,
    Selection,
    SelectionStep,
    Dispatch,
    Topic,
    ServicePlatform,
    Venue,
    ServiceRequest,
    Activity,
    Rectification,
    StageEvent,
    Appraisal,
    Policy,
    Programme,
    Target,
    GapAcknowledgement,
    Observation,
    ImportBatch,
    Change,
)


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class NodeType:
    """One type as the rest of the service sees it: everything its class declares. Compared by identity."""

    name: str
    declared_in: type[Entity]
    about: About
    fields: tuple[Field, ...]
    relations: tuple[Relation, ...]
    shortcuts: tuple[Shortcut, ...]

    def field(self, name: str) -> Field:
        """The field of that name; raises KeyError."""
        return {each.name: each for each in self.fields}[name]

    def relation(self, name: str) -> Relation:
        """The relation of that field name; raises KeyError."""
        return {each.field: each for each in self.relations}[name]

    @property
    def stored(self) -> tuple[Field, ...]:
        """The fields that the node itself bears; observed ones stand on Observations."""
        return tuple(each for each in self.fields if not each.observed)

    @property
    def observed(self) -> tuple[Field, ...]:
        """The fields that change with time and stand on Observations."""
        return tuple(each for each in self.fields if each.observed)


def describe(declared: type[Entity]) -> NodeType:
    """Everything that the class of a node type declares."""
    name = declared.__name__
    relations: tuple[Relation, ...] = getattr(declared, "relations", ())
    return NodeType(
        name=name,
        declared_in=declared,
        about=declared.about,  # type: ignore[attr-defined] # every type but Entity itself has it
        fields=fields_of(declared),
        relations=tuple(dataclasses.replace(each, source=name) for each in relations),
        shortcuts=getattr(declared, "shortcuts", ()),
    )


NODE_TYPES: dict[str, NodeType] = {each.__name__: describe(each) for each in _CLASSES}
"""Every node type by its name, which is its label and its GraphQL type."""

RELATIONS: tuple[Relation, ...] = tuple(
    relation for node_type in NODE_TYPES.values() for relation in node_type.relations
)
"""Every relation that a node type declares."""

RELATIONSHIP_KINDS: tuple[str, ...] = tuple(
    sorted({relation.kind for relation in RELATIONS} | {"FROM_BATCH"})
)
"""The kinds of relationships in the database."""

TIE_PROPERTIES: tuple[str, ...] = (
    "key", "from", "until", "seen", "day", "batch", "sheet", "row", "confirmed",
)  # fmt: skip
"""What every dated relationship may bear, beside its own properties.

`seen` is the roster's day where no `from` is recorded; `day` that of the roster whose `until` and own
properties are in force; `confirmed` lists the batches, sheets and rows
that said the same again."""

BATCH_TIE_PROPERTIES: tuple[str, ...] = ("sheet", "row", "day", "fields", "before", "kept")
"""What FROM_BATCH bears: the row, the roster's day, the fields that the row states, the values before
(JSON) of those it changed, and those stated but not taken because a newer roster says otherwise."""

BESIDE_FIELDS: tuple[str, ...] = ("id", "code", "stated_code", "match")
"""What every node bears beside its fields. `stated_code` is the office's own code, also where an earlier
roster without it made the service generate `code`; `match` is the derived key by which rosters find it."""
