"""Observation 观测值: what was seen of one subject on one day."""

from dataclasses import dataclass
from typing import ClassVar

from schema.fields import About, Entity, Relation, date_field
from schema.partial_date import PartialDate
from schema.terms import Term
from schema.text import Text


class Bound(Term):
    """How exact a stated count is. 多 means a lower bound and stays one."""

    EXACT = "准确", "exact"
    ABOUT = "约", "about"
    AT_LEAST = "至少", "at least"


@dataclass(frozen=True, kw_only=True)
class Observation(Entity):
    """The values, on `day`, of the observed fields of its subject.

    The node bears a property for each observed field of the subject's type that was seen, and
    `<field>_bound` where a count was not exact.
    """

    about: ClassVar = About(
        label=Text("观测值", "observation"),
        note=Text("一个对象在一天的观测值。", "What was seen of one subject on one day."),
        plural="observations",
        prefix="OBS",
        matched_by=Text("对象加日期", "subject and day"),
        name_parts=("subject.name", "day"),
    )
    day: PartialDate | None = date_field("观测日期", "the day, or the month, of the roster")

    relations: ClassVar = (
        Relation(
            "OF", "subject", ("Enterprise", "Union", "Cadre", "PartyMember", "Activist"), "observations",
            Text("对象", "of whom"), one=True,
        ),
    )  # fmt: skip
