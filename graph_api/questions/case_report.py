"""How do the figures of the published case stand, on any day and in any division?

Recomputed from the graph, never stored. Each figure is the number of its subjects; of
TRAINING_PERSON_TIMES it is the sum of their person-times, of POSTS and PEOPLE_DISPATCHED the same
dispatches are looked at. Facts are fetched first and judged second.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, LiteralString

from graph_api.questions.case_figures import CaseFigureKey
from graph_api.questions.ground import Lies, Run, any_lies, everywhere, read_ground, with_start
from graph_api.questions.ties import begun, current, in_force, last_day, lasts

POSTS: LiteralString = """
MATCH (d:Dispatch)-[p:POSTED_TO]->(t:Entity) WHERE d.post IN ['FIRST_CHAIR', 'FIRST_SECRETARY']
RETURN d.id AS id, d.post AS post, coalesce(d.from, p.from, p.seen) AS from, d.until AS until,
  [l IN labels(t) WHERE l <> 'Entity'][0] AS target_type, t.id AS target,
  COLLECT { MATCH (c:Cadre)-[:SERVES]->(d) RETURN c.id } AS cadres
ORDER BY d.code
"""

UNIONS: LiteralString = """
MATCH (u:Union)-[v:FOUNDED_VIA]->(:PartyBranch)
RETURN DISTINCT u.id AS id, u.code AS code, coalesce(u.established, v.from, v.seen) AS from
ORDER BY code
"""

PEOPLE: LiteralString = """
MATCH (a:Activist) WHERE EXISTS { (a)-[:UNION_MEMBER_OF]->(:Union) }
RETURN a.id AS id,
  COLLECT {
    MATCH (a)-[r:UNION_MEMBER_OF]->(u:Union)
    RETURN {key: r.key, target_type: 'Union', target: u.id, from: r.from, until: r.until, seen: r.seen}
  } AS unions,
  COLLECT {
    MATCH (a)<-[:OF]-(e:StageEvent)
    WHERE e.kind IN ['ACTIVIST', 'APPROVAL'] AND coalesce(e.held, true)
      AND coalesce(e.outcome, 'PASSED') = 'PASSED'
    RETURN {kind: e.kind, date: e.date}
  } AS events,
  COLLECT {
    MATCH (a)-[:IS]->(:Person)-[r:EMPLOYED_BY]->(e:Enterprise)
    RETURN {key: r.key, target_type: 'Enterprise', target: e.id, from: r.from, until: r.until, seen: r.seen}
  } AS employers
ORDER BY a.code
"""

TRAININGS: LiteralString = """
MATCH (a:Activity) WHERE a.kind = 'TRAINING' AND a.party_affairs
RETURN a.id AS id, a.date AS date, a.person_times AS stated,
  COUNT { (:Person)-[:ATTENDED]->(a) } AS listed,
  COLLECT { MATCH (a)-[:ORGANISED_BY]->(o:Agency) RETURN o.id } AS organisers
ORDER BY a.code
"""

PROBLEMS: LiteralString = """
MATCH (r:ServiceRequest) WHERE r.channel = 'MEETING' AND r.resolved_on IS NOT NULL
  AND EXISTS { MATCH (r)-[:ABOUT]->(t:Topic) WHERE t.code IN ['PRODUCTION', 'MANAGEMENT'] }
RETURN r.id AS id, r.resolved_on AS resolved_on,
  COLLECT { MATCH (r)-[:RAISED_BY]->(e:Enterprise) RETURN e.id } AS enterprises
ORDER BY r.code
"""

BASES: LiteralString = """
MATCH (p:ServicePlatform) WHERE p.kind = 'TRAINING_BASE'
RETURN p.id AS id, p.opened AS opened, p.closed AS closed,
  COLLECT {
    MATCH (p)-[r:SERVES]->(t:Entity)
    RETURN {source_properties: {opened: p.opened}, key: r.key,
      target_type: [l IN labels(t) WHERE l <> 'Entity'][0], target: t.id,
      from: r.from, until: r.until, seen: r.seen}
  } AS serves
ORDER BY p.code
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its value and the nodes that it counts, by type and number, in a fixed order."""

    key: CaseFigureKey
    value: int
    subjects: Sequence[tuple[str, int]]


async def case_report(run: Run, day: int, division: str | None) -> list[Figure]:
    """The ten figures on `day` (yyyymmdd), in the division with that code or everywhere."""
    lies: Lies = (await read_ground(run, division, day)).holds if division else everywhere
    posts = posts_in_force(await run(POSTS), day, lies)
    people = await run(PEOPLE)
    trainings = trainings_held(await run(TRAININGS), day, lies)
    chairs = [each for each in posts if each["post"] == "FIRST_CHAIR"]
    brands = [
        each for each in posts if each["post"] == "FIRST_SECRETARY" and each["target_type"] == "IndustryBrand"
    ]
    counted = [
        each for each in posts if each["post"] == "FIRST_CHAIR" or each["target_type"] == "IndustryBrand"
    ]
    cadres = list(dict.fromkeys(cadre for each in counted for cadre in each["cadres"]))
    activists = activists_by(people, day, lies)
    members = [each for each in activists if admitted(each["events"], day)]
    unions = [
        each
        for each in await run(UNIONS)
        if begun(each["from"], day) and any_lies(lies, [("Union", each["id"])])
    ]
    problems = [
        each
        for each in await run(PROBLEMS)
        if begun(each["resolved_on"], day)
        and any_lies(lies, [("Enterprise", one) for one in each["enterprises"]])
    ]
    bases = bases_open(await run(BASES), day, lies)
    return [
        _figure(CaseFigureKey.FIRST_CHAIRS, "Dispatch", chairs),
        _figure(CaseFigureKey.FIRST_SECRETARIES_OF_BRANDS, "Dispatch", brands),
        Figure(CaseFigureKey.PEOPLE_DISPATCHED, len(cadres), [("Cadre", each) for each in cadres]),
        _figure(CaseFigureKey.POSTS, "Dispatch", counted),
        _figure(CaseFigureKey.UNIONS_FOUNDED_VIA_BRANCH, "Union", unions),
        _figure(CaseFigureKey.ACTIVISTS, "Activist", activists),
        _figure(CaseFigureKey.MEMBERS_DEVELOPED, "Activist", members),
        Figure(
            CaseFigureKey.TRAINING_PERSON_TIMES,
            sum(person_times(each) for each in trainings),
            [("Activity", each["id"]) for each in trainings],
        ),
        _figure(CaseFigureKey.PROBLEMS_SOLVED, "ServiceRequest", problems),
        _figure(CaseFigureKey.TRAINING_BASES, "ServicePlatform", bases),
    ]


def _figure(key: CaseFigureKey, type_name: str, rows: Sequence[Mapping[str, Any]]) -> Figure:
    return Figure(key, len(rows), [(type_name, each["id"]) for each in rows])


def posts_in_force(rows: Sequence[Mapping[str, Any]], day: int, lies: Lies) -> list[Mapping[str, Any]]:
    """The dispatches that certainly hold on the day, whose target lies where asked."""
    return [
        each
        for each in rows
        if begun(each["from"], day)
        and lasts(each["until"], day)
        and any_lies(lies, [(each["target_type"], each["target"])])
    ]


def activists_by(rows: Sequence[Mapping[str, Any]], day: int, lies: Lies) -> list[Mapping[str, Any]]:
    """The union members who were certainly named activists by the day, by their employer then."""
    found = []
    for each in rows:
        named = any(one["kind"] == "ACTIVIST" and begun(one["date"], day) for one in each["events"])
        union = any(since <= day for _, since in _ties(each["unions"], "Activist", "UNION_MEMBER_OF"))
        if named and union and (lies is everywhere or _works_in(each["employers"], day, lies)):
            found.append(each)
    return found


def _works_in(employers: Sequence[Mapping[str, Any]], day: int, lies: Lies) -> bool:
    employer = current(_ties(employers, "Person", "EMPLOYED_BY"), day)
    return employer is not None and lies("Enterprise", employer.other_id)


def _ties(rows: Sequence[Mapping[str, Any]], source_type: str, kind: str) -> list[Any]:
    return [with_start(each, source_type, kind) for each in rows]


def admitted(events: Sequence[Mapping[str, Any]], day: int) -> bool:
    """Whether an admission was certainly approved by the day."""
    return any(each["kind"] == "APPROVAL" and begun(each["date"], day) for each in events)


def trainings_held(rows: Sequence[Mapping[str, Any]], day: int, lies: Lies) -> list[Mapping[str, Any]]:
    """The Party-affairs trainings certainly held by the day, by their organiser."""
    return [
        each
        for each in rows
        if begun(each["date"], day) and any_lies(lies, [("Agency", one) for one in each["organisers"]])
    ]


def person_times(training: Mapping[str, Any]) -> int:
    """Listed attendees, else the stated number, else none that is known."""
    return int(training["listed"] or training["stated"] or 0)


def bases_open(rows: Sequence[Mapping[str, Any]], day: int, lies: Lies) -> list[Mapping[str, Any]]:
    """The training bases in operation on the day, by whom they serve.

    Without a day of opening one is in operation since the first roster that says whom it serves.
    """
    found = []
    for each in rows:
        serves = _ties(each["serves"], "ServicePlatform", "SERVES")
        since = last_day(each["opened"]) if each["opened"] else min((s for _, s in serves), default=None)
        if since is None or since > day or not lasts(each["closed"], day):
            continue
        if any_lies(lies, [(tie.other_type, tie.other_id) for tie in in_force(serves, day)]):
            found.append(each)
    return found
