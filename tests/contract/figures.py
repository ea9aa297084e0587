"""The ten figures counted a second time, by Cypher alone: it shares nothing with the service.

A stored month or year is certain from its last day: `certain` is the latest month and year that had
ended by the day.
"""

import calendar
from typing import LiteralString

from graph_api.database.connection import Database

_CERTAIN: LiteralString = """CASE
    WHEN DATE % 100 > 0 THEN DATE <= $day
    WHEN DATE % 10000 > 0 THEN DATE <= $month
    ELSE DATE <= $year END"""
_LASTS: LiteralString = """(DATE IS NULL OR CASE
    WHEN DATE % 100 > 0 THEN DATE >= $day
    WHEN DATE % 10000 > 0 THEN DATE >= $day / 100 * 100
    ELSE DATE >= $day / 10000 * 10000 END)"""


def certain(name: LiteralString) -> LiteralString:
    """Whether what `name` dates has certainly begun."""
    return _CERTAIN.replace("DATE", name)


def lasts(name: LiteralString) -> LiteralString:
    """Whether what ends with `name` still holds."""
    return _LASTS.replace("DATE", name)


_IN_FORCE: LiteralString = f"{certain('d.from')} AND {lasts('d.until')}"
_CHAIR: LiteralString = "d.post = 'FIRST_CHAIR'"
_BRAND: LiteralString = "d.post = 'FIRST_SECRETARY' AND EXISTS { (d)-[:POSTED_TO]->(:IndustryBrand) }"
_ACTIVIST: LiteralString = f"""
    MATCH (a:Activist)<-[:OF]-(e:StageEvent {{kind: 'ACTIVIST'}}) WHERE {certain("e.date")}
    MATCH (a)-[u:UNION_MEMBER_OF]->() WHERE {certain("coalesce(u.from, u.seen)")}
    WITH DISTINCT a"""

STATEMENTS: dict[str, LiteralString] = {
    "FIRST_CHAIRS": f"MATCH (d:Dispatch) WHERE {_CHAIR} AND {_IN_FORCE} RETURN count(d)",
    "FIRST_SECRETARIES_OF_BRANDS": f"MATCH (d:Dispatch) WHERE {_BRAND} AND {_IN_FORCE} RETURN count(d)",
    "PEOPLE_DISPATCHED": f"""
        MATCH (c:Cadre)-[:SERVES]->(d:Dispatch) WHERE (({_CHAIR}) OR ({_BRAND})) AND {_IN_FORCE}
        RETURN count(DISTINCT c)""",
    "POSTS": f"MATCH (d:Dispatch) WHERE (({_CHAIR}) OR ({_BRAND})) AND {_IN_FORCE} RETURN count(d)",
    "UNIONS_FOUNDED_VIA_BRANCH": f"""
        MATCH (u:Union) WHERE EXISTS {{ (u)-[:FOUNDED_VIA]->() }} AND {certain("u.established")}
        RETURN count(u)""",
    "ACTIVISTS": f"{_ACTIVIST} RETURN count(a)",
    "MEMBERS_DEVELOPED": f"""{_ACTIVIST} WHERE EXISTS {{
            MATCH (a)<-[:OF]-(p:StageEvent {{kind: 'APPROVAL'}})
            WHERE {certain("p.date")} AND coalesce(p.held, true)
              AND coalesce(p.outcome, 'PASSED') = 'PASSED' }}
        RETURN count(a)""",
    "TRAINING_PERSON_TIMES": f"""
        MATCH (t:Activity {{kind: 'TRAINING', party_affairs: true}}) WHERE {certain("t.date")}
        WITH t, COUNT {{ (t)<-[:ATTENDED]-() }} AS listed
        RETURN sum(CASE WHEN listed > 0 THEN listed ELSE coalesce(t.person_times, 0) END), count(t)""",
    "PROBLEMS_SOLVED": f"""
        MATCH (r:ServiceRequest {{channel: 'MEETING'}})-[:ABOUT]->(t:Topic)
        WHERE t.code IN ['PRODUCTION', 'MANAGEMENT'] AND {certain("r.resolved_on")}
        RETURN count(DISTINCT r)""",
    "TRAINING_BASES": f"""
        MATCH (p:ServicePlatform {{kind: 'TRAINING_BASE'}})
        WHERE {certain("p.opened")} AND {lasts("p.closed")} RETURN count(p)""",
}
"""Each figure: its value, then the number of its subjects where that is another."""

LAST_MONTH = 12


def independent(database: Database, day: int) -> dict[str, tuple[int, int]]:
    """Each figure's value and the number of its subjects on a day (yyyymmdd)."""
    year, month = day // 10000, day // 100 % 100
    over = day % 100 == calendar.monthrange(year, month)[1]
    months = year * 12 + month - 1 if over else year * 12 + month - 2
    ended_month = months // 12 * 10000 + (months % 12 + 1) * 100
    ended_year = (year if over and month == LAST_MONTH else year - 1) * 10000
    found = {}
    for key, statement in STATEMENTS.items():
        records, _, _ = database.driver.execute_query(
            statement, day=day, month=ended_month, year=ended_year, database_=database.name
        )
        counts = records[0].values()
        found[key] = (int(counts[0]), int(counts[-1]))
    return found
