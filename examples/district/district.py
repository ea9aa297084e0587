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
from examples.district.chance import chance
from examples.district.people import People


@dataclass(frozen=True, slots=True)
class District:
    """The model of the district's life; places, agencies and programmes stand as constants of their modules."""

    enterprises: list[enterprises.Enterprise]
    branches: list[branches.Branch]
    unions: list[unions.Union]
    brands: list[programmes.Brand]
    policies: list[programmes.Policy]
    cadres: list[cadres.Cadre]
    dispatches: list[dispatches.Dispatch]
    selections: list[dispatches.Selection]
    members: list[members.Member]
    activists: list[activists.Activist]
    venues: list[venues.Venue]
    platforms: list[venues.Platform]
    requests: list[requests.Request]
    activities: list[activities.Activity]
    appraisals: list[appraisals.Appraisal]
    rectifications: list[appraisals.Rectification]


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
