"""The whole district: every noun built in the order in which one needs the other."""

from dataclasses import dataclass

from examples.district import (
    activists,
    activities,
    appraisals,
    branches,
    cadres,
    dispatches,
    enterprises,
    members,
    programmes,
    requests,
    sightings,
    unions,
    venues,
)
from examples.district.activists import Activist
from examples.district.activities import Activity
from examples.district.appraisals import Appraisal, Rectification
from examples.district.branches import Branch
from examples.district.cadres import Cadre
from examples.district.chance import chance
from examples.district.dispatches import Dispatch, Selection
from examples.district.enterprises import Enterprise
from examples.district.members import Member
from examples.district.people import People
from examples.district.programmes import Brand, Policy
from examples.district.requests import Request
from examples.district.unions import Union
from examples.district.venues import Platform, Venue


@dataclass(frozen=True, slots=True)
class District:
    """The model of the district's life; places, agencies and programmes are constants of their modules."""

    enterprises: list[Enterprise]
    branches: list[Branch]
    unions: list[Union]
    brands: list[Brand]
    policies: list[Policy]
    cadres: list[Cadre]
    dispatches: list[Dispatch]
    selections: list[Selection]
    members: list[Member]
    activists: list[Activist]
    venues: list[Venue]
    platforms: list[Platform]
    requests: list[Request]
    activities: list[Activity]
    appraisals: list[Appraisal]
    rectifications: list[Rectification]


def build() -> District:
    """The district, the same at every call."""
    people = People(chance("people"))
    firms = enterprises.build(people)
    parties = branches.build(firms, people)
    labour = unions.build(firms, parties, people)
    brands, policies = programmes.brands(firms), programmes.policies(firms)
    officials = cadres.build(people, firms)
    posts = dispatches.build(officials, firms, parties, labour, brands)
    comrades = members.build(parties, people)
    workers = activists.build(parties, labour, comrades, people)
    sightings.see(firms, parties, labour, comrades, workers)
    return District(
        firms, parties, labour, brands, policies, officials, posts,
        dispatches.selections(officials, posts, labour), comrades, workers,
        venues.venues(firms), venues.platforms(firms), requests.build(firms, posts),
        activities.build(posts, parties, labour, policies, (officials, workers)),
        appraisals.build(parties, labour, firms, officials),
        appraisals.rectifications(parties, labour, firms),
    )  # fmt: skip
