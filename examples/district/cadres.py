"""Cadres: officials who can be sent, each at an agency; six of them move to another one."""

from dataclasses import dataclass, field
from random import Random
from typing import Final

from examples.district.agencies import DISTRICT_AGENCIES, TOWN_AGENCIES
from examples.district.chance import chance
from examples.district.days import day
from examples.district.enterprises import Enterprise
from examples.district.identifiers import landline
from examples.district.people import People, Person
from schema.partial_date import PartialDate

COUNT: Final = 124
MOVES_ON: Final = day(2025, 3, 10)
"""The day on which those who move begin at the next agency."""

_POSITIONS: Final = (
    "副局长",
    "党组成员",
    "四级调研员",
    "股长",
    "一级科员",
    "办公室主任",
    "组织委员",
    "工会专干",
)


@dataclass(slots=True)
class Cadre:
    """An official; `next_agency` is where those who move work from MOVES_ON."""

    number: int
    person: Person
    agency: str
    source: str
    position: str
    party_status: str
    available: str
    conflicts: list[Enterprise] = field(default_factory=list)
    contact: str = ""
    next_agency: str = ""

    def agency_on(self, at: PartialDate) -> str:
        """Where the cadre works that day."""
        return self.next_agency if self.next_agency and at >= MOVES_ON else self.agency


def build(people: People, enterprises: list[Enterprise]) -> list[Cadre]:
    """All cadres. The first 110 are full members; what the last are, rosters do not always say."""
    draw = chance("cadres")
    made = [_one(number, people, draw) for number in range(1, COUNT + 1)]
    for cadre in made[9::23]:
        cadre.conflicts = draw.sample(enterprises[:60], 1 + cadre.number % 2)
    for cadre in made[62:86:4]:
        others = [each.name for each in DISTRICT_AGENCIES if each.name != cadre.agency]
        cadre.next_agency = draw.choice(others)
    return made


def _one(number: int, people: People, draw: Random) -> Cadre:
    of_town = number % 3 == 0
    agency = (TOWN_AGENCIES if of_town else DISTRICT_AGENCIES)[number % (6 if of_town else 16)].name
    source = "镇直" if of_town else "区直"
    if number > 112:
        agency, source = "区委组织部", ("两新组织员", "大学生村官", "社区组织员")[number % 3]
    status = "中共党员"
    if number > 110:
        status = ("中共党员", "群众", "", "中共预备党员", "不详", "共青团员")[number % 6]
    return Cadre(
        number,
        people.person(born=(1968, 1996), identified=number % 9 != 0 or 62 < number < 87),
        agency,
        source,
        draw.choice(_POSITIONS),
        status,
        "" if number % 13 == 0 else "否" if number % 17 == 0 else "是",
        contact=landline(700 + number) if number % 4 == 0 else "",
    )
