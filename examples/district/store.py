"""Districts of any number of enterprises, straight into a store, for benchmarks.

Per 1,000 enterprises: 2 Observations each, 300 branches, 200 unions, 60 cadres, 120 dispatches, 400
members, 500 activists with 5 StageEvents each, 1,000 requests, 1,000 activities with 2 attendances each.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Final

import neo4j

from examples.district.agencies import AGENCIES
from examples.district.bulk_writer import BulkWriter
from examples.district.chance import chance
from examples.district.identifiers import mobile, uscc
from examples.district.places import COUNTY, PARKS, TOWNS
from schema.codes.topics import TABLE

A_THOUSAND: Final = 1000
_TOWN_HOLDS: Final = 2000
_MOST_TOWNS: Final = 90
_SEEN: Final = (20220720, 20260930)
_INDUSTRIES: Final = ("1819", "8030", "1713", "3484", "1411", "8310", "5430", "7020", "5132", "1812")
_STEPS: Final = (
    ("APPLICATION", 20190000), ("ACTIVIST", 20200000), ("REVIEW", 20210000), ("TARGET", 20220000),
    ("BRANCH_MEETING", 20230000),
)  # fmt: skip
_ACTIVITIES: Final = (
    "VISIT",
    "MEMBER_MEETING",
    "UNION_ACTIVITY",
    "TRAINING",
    "ENTERPRISE_MEETING",
    "POLICY_DELIVERY",
)
_CHANNELS: Final = ("VISIT", "MEETING", "HOTLINE", "PLATFORM")


@dataclass(slots=True)
class _Ground:
    """What every thousand refers to: ids of towns, parks, agencies, topics; counts so far."""

    towns: list[int] = field(default_factory=list)
    parks: list[int] = field(default_factory=list)
    agencies: list[int] = field(default_factory=list)
    topics: list[int] = field(default_factory=list)
    committees: list[int] = field(default_factory=list)
    people: int = 0


def write_district(
    driver: neo4j.Driver,
    database: str | None,
    enterprises: int,
    progress: Callable[[int], None] | None = None,
) -> int:
    """Write a district of so many enterprises into the store, which needs its constraints; its revision.

    `progress` is told how many enterprises are written. The store must have no other writer meanwhile.
    """
    draw = chance("store")
    writer = BulkWriter(driver, database)
    ground = _ground(writer, enterprises)
    for first in range(0, enterprises, A_THOUSAND):
        _thousand(writer, ground, draw, range(first, min(first + A_THOUSAND, enterprises)))
        writer.flush()
        if progress is not None:
            progress(min(first + A_THOUSAND, enterprises))
    return writer.commit()


def _ground(writer: BulkWriter, enterprises: int) -> _Ground:
    ground = _Ground()
    county = writer.node(
        "Division", COUNTY.name, {"stated_code": COUNTY.code, "name": COUNTY.name, "level": "COUNTY"}
    )
    count = min(_MOST_TOWNS, max(len(TOWNS), enterprises // _TOWN_HOLDS))
    for number in range(count):
        name = TOWNS[number].name if number < len(TOWNS) else f"样例{number}镇"
        code = f"{COUNTY.code}{107 + number:03}"
        town = writer.node("Division", name, {"stated_code": code, "name": name, "level": "TOWNSHIP"})
        writer.tie("PART_OF", town, county)
        ground.towns.append(town)
        committee = f"中共{name}委员会"
        above = writer.node("PartyBranch", committee, {
            "name": committee, "kind": "COMMITTEE", "may_approve": True, "established": 20120601,
        })  # fmt: skip
        writer.tie("LOCATED_IN", above, town)
        ground.committees.append(above)
    for park in PARKS:
        ground.parks.append(
            writer.node("IndustrialPark", park.name, {"stated_code": park.code, "name": park.name})
        )
        writer.tie("LOCATED_IN", ground.parks[-1], ground.towns[0])
    for row in TABLE.rows:
        ground.topics.append(
            writer.node("Topic", row.name.zh, {"stated_code": row.code, "name": row.name.zh})
        )
    for number, agency in enumerate(AGENCIES):
        ground.agencies.append(
            writer.node("Agency", agency.name, {"stated_code": agency.code, "name": agency.name})
        )
        writer.tie("RESPONSIBLE_FOR", ground.agencies[-1], ground.towns[number % count], seen=_SEEN[0])
        writer.tie("COMPETENT_FOR", ground.agencies[-1], ground.topics[number % len(ground.topics)])
    writer.flush()
    return ground


@dataclass(slots=True)
class _Made:
    """The ids of one thousand."""

    enterprises: list[int] = field(default_factory=list)
    branches: list[int] = field(default_factory=list)
    unions: list[int] = field(default_factory=list)
    cadres: list[int] = field(default_factory=list)
    people: list[int] = field(default_factory=list)
    members: list[int] = field(default_factory=list)


def _thousand(writer: BulkWriter, ground: _Ground, draw: Random, numbers: range) -> None:
    made = _Made()
    for number in numbers:
        made.enterprises.append(_enterprise(writer, ground, draw, number))
    share = len(numbers) / A_THOUSAND
    _organisations(writer, ground, made, draw, share)
    _posts(writer, ground, made, draw, share)
    _workers(writer, ground, made, draw, share)
    _requests(writer, ground, made, draw, numbers.start)
    _activities(writer, made, draw, numbers.start)


def _enterprise(writer: BulkWriter, ground: _Ground, draw: Random, number: int) -> int:
    name = f"福绵样例第{number}有限公司"
    town = number % len(ground.towns)
    made = writer.node("Enterprise", name, {
        "name": name, "uscc": uscc("91", number + 10_000),
        "established": draw.randint(2001, 2021) * 10000 + 315, "industry": draw.choice(_INDUSTRIES),
        "ownership": draw.choice(("PRIVATE", "PRIVATE", "FOREIGN")),
        "size": draw.choice(("MICRO", "SMALL", "MEDIUM")), "phones": [mobile(number)],
        "legal_representative": "样例",
    }, day=_SEEN[0])  # fmt: skip
    writer.tie("LOCATED_IN", made, ground.towns[town], seen=_SEEN[0])
    if number % 4 == 0:
        writer.tie("SITED_IN", made, ground.parks[number % len(ground.parks)], seen=_SEEN[0])
    for day in _SEEN:
        writer.observation(made, day, {
            "operating_status": "SUSPENDED" if number % 40 == 7 else "OPERATING",
            "employees": draw.randint(3, 400), "full_members": draw.randint(0, 5),
            "union_members": draw.randint(0, 200),
            "has_branch": number % 10 < 3, "has_union": number % 10 < 2,
        })  # fmt: skip
    return made


def _organisations(writer: BulkWriter, ground: _Ground, made: _Made, draw: Random, share: float) -> None:
    for index in range(round(300 * share)):
        covered = made.enterprises[index * 3 : index * 3 + (3 if index % 10 == 0 else 1)]
        name = f"中共福绵样例企业{covered[0]}支部委员会"
        started = draw.randint(2018, 2021) * 10000 + 601
        branch = writer.node("PartyBranch", name, {
            "name": name, "kind": "JOINT" if len(covered) > 1 else "SINGLE", "established": started,
            "terms": [started, started + 29999, started + 30000, 0],
        }, day=_SEEN[0])  # fmt: skip
        for enterprise in covered:
            writer.tie("COVERS", branch, enterprise)
        writer.tie("SUBORDINATE_TO", branch, ground.committees[index % len(ground.committees)])
        writer.tie("LOCATED_IN", branch, ground.towns[index % len(ground.towns)])
        writer.tie("SECRETARY", branch, _person(writer, ground, draw), start=started)
        made.branches.append(branch)
    for index in range(round(200 * share)):
        name = f"福绵样例企业{made.enterprises[index * 3]}工会委员会"
        founded = draw.randint(2018, 2022) * 10000 + 501
        union = writer.node("Union", name, {
            "name": name, "kind": "ENTERPRISE", "established": founded, "terms": [founded, founded + 49999],
        }, day=_SEEN[0])  # fmt: skip
        writer.tie("COVERS", union, made.enterprises[index * 3])
        if index % 3 == 0:
            writer.tie("FOUNDED_VIA", union, made.branches[index])
        writer.tie("CHAIRED_BY", union, _person(writer, ground, draw), start=founded)
        made.unions.append(union)


def _person(writer: BulkWriter, ground: _Ground, draw: Random) -> int:
    ground.people += 1
    name = f"样例{ground.people}"
    return writer.node("Person", name, {
        "name": name, "gender": draw.choice(("MALE", "FEMALE")),
        "birth": draw.randint(1965, 2000) * 10000 + 500,
    })  # fmt: skip


def _posts(writer: BulkWriter, ground: _Ground, made: _Made, draw: Random, share: float) -> None:
    for index in range(round(60 * share)):
        person = _person(writer, ground, draw)
        agency = ground.agencies[index % len(ground.agencies)]
        writer.tie("WORKS_AT", person, agency, seen=_SEEN[0])
        cadre = writer.node("Cadre", f"#{person}", {"source": "DISTRICT_AGENCY"}, day=_SEEN[0])
        writer.tie("IS", cadre, person)
        writer.observation(cadre, _SEEN[0], {"party_status": "FULL", "available": True})
        made.cadres.append(cadre)
        for post, spread in (("FIRST_SECRETARY", 5), ("FIRST_CHAIR", 7)):
            target = made.enterprises[index * spread % len(made.enterprises)]
            start = draw.choice((20220501, 20240901))
            dispatch = writer.node("Dispatch", f"#{cadre}|{post.lower()}|#{target}|{start}", {
                "post": post, "from": start, "until": start + 29999, "batch": "样例",
            })  # fmt: skip
            writer.tie("SERVES", cadre, dispatch)
            writer.tie("POSTED_TO", dispatch, target)
            writer.tie("BACKS", agency, dispatch, seen=_SEEN[0])


def _workers(writer: BulkWriter, ground: _Ground, made: _Made, draw: Random, share: float) -> None:
    for index in range(round(400 * share)):
        branch = made.branches[index % len(made.branches)]
        person = _employed(writer, ground, made, draw, index)
        member = writer.node("PartyMember", f"#{person}", {"joined": draw.randint(1995, 2016) * 10000 + 701})
        writer.tie("IS", member, person)
        writer.tie("BELONGS_TO", member, branch, seen=_SEEN[0])
        made.members.append(member)
    for index in range(round(500 * share)):
        person = _employed(writer, ground, made, draw, index)
        activist = writer.node(
            "Activist", f"#{person}", {"backbone_since": 20210500 if index % 5 == 0 else None}
        )
        writer.tie("IS", activist, person)
        writer.tie("CULTIVATED_BY", activist, made.branches[index % len(made.branches)], start=20190315)
        writer.tie("UNION_MEMBER_OF", activist, made.unions[index % len(made.unions)], seen=_SEEN[0])
        writer.tie(
            "MENTORS", made.members[index % len(made.members)], activist, start=20200315, role="CONTACT"
        )
        for kind, year in _STEPS:
            date = year + draw.randint(1, 12) * 100 + draw.randint(1, 28)
            event = writer.node(
                "StageEvent", f"#{activist}|{kind.lower()}|{date}", {"kind": kind, "date": date}
            )
            writer.tie("OF", event, activist)


def _employed(writer: BulkWriter, ground: _Ground, made: _Made, draw: Random, index: int) -> int:
    person = _person(writer, ground, draw)
    writer.tie("EMPLOYED_BY", person, made.enterprises[index * 3 % len(made.enterprises)], seen=_SEEN[0])
    made.people.append(person)
    return person


def _requests(writer: BulkWriter, ground: _Ground, made: _Made, draw: Random, first: int) -> None:
    for index, enterprise in enumerate(made.enterprises):
        raised = _day(draw)
        text = f"样例诉求{first + index}"
        request = writer.node("ServiceRequest", f"#{enterprise}|{raised}|{text}", {
            "raised_on": raised, "text": text, "channel": _CHANNELS[index % 4], "proactive": index % 2 == 0,
            "resolved_on": raised + 1 if index % 10 else None,
        })  # fmt: skip
        writer.tie("RAISED_BY", request, enterprise)
        writer.tie("ABOUT", request, ground.topics[index % len(ground.topics)])
        writer.tie("ASSIGNED_TO", request, ground.agencies[index % len(ground.agencies)], start=raised)


def _activities(writer: BulkWriter, made: _Made, draw: Random, first: int) -> None:
    attending = _in_turn(made.people)
    for index, enterprise in enumerate(made.enterprises):
        date = _day(draw)
        name = f"样例活动{first + index}"
        activity = writer.node("Activity", f"{name}|{date}", {
            "stated_code": f"HDX{first + index:08}", "name": name, "date": date,
            "kind": _ACTIVITIES[index % 6],
        })  # fmt: skip
        writer.tie("FOR", activity, enterprise)
        writer.tie("LED", made.cadres[index % len(made.cadres)], activity)
        for _ in range(2):
            writer.tie("ATTENDED", next(attending), activity)


def _in_turn(people: list[int]) -> Iterator[int]:
    while True:
        yield from people


def _day(draw: Random) -> int:
    return draw.randint(2020, 2026) * 10000 + draw.randint(1, 10) * 100 + draw.randint(1, 27)
