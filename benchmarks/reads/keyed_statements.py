"""What the DataLoaders ask: one statement a relation, for all nodes of a page that ask for it at once.

Each takes `ids` and the parameters of a Moment, and returns one list `rows` whose rows begin with the id
asked about. The rows of an id that leads to one node at a time come by the first day of their tie: the last
row counts.
"""

from typing import Final, LiteralString

ENTERPRISES: Final[LiteralString] = """
MATCH (e:Enterprise) WHERE e.code > $after
WITH e ORDER BY e.code LIMIT $first + 1
RETURN COUNT { (:Enterprise) } AS total,
  collect([e.id, e.code, e.name, e.former_names, e.industry]) AS rows
"""
OBSERVATIONS: Final[LiteralString] = """
UNWIND $ids AS id
MATCH (:Entity {id: id})<-[:OF]-(o:Observation) WHERE o.day <= $day AND NOT o.day IN $vague
WITH id, o ORDER BY o.day
RETURN collect([id, o.operating_status, o.employees, o.full_members]) AS rows
"""
DIVISIONS: Final[LiteralString] = """
UNWIND $ids AS id
MATCH (e:Entity {id: id})-[r:LOCATED_IN]->(d:Division)
WITH id, d, r, coalesce(r.from, e.established, r.seen, 0) AS since WHERE since <= $day AND NOT since IN $vague
WITH id, d, r ORDER BY since, coalesce(r.from, r.seen, 0), r.key
RETURN collect([id, r.until IS NULL OR r.until >= $day OR r.until IN $open, d.code, d.name]) AS rows
"""
PARKS: Final[LiteralString] = """
UNWIND $ids AS id
MATCH (e:Entity {id: id})-[r:SITED_IN]->(d:IndustrialPark)
WITH id, d, r, coalesce(r.from, e.established, r.seen, 0) AS since WHERE since <= $day AND NOT since IN $vague
WITH id, d, r ORDER BY since, coalesce(r.from, r.seen, 0), r.key
RETURN collect([id, r.until IS NULL OR r.until >= $day OR r.until IN $open, d.code, d.name]) AS rows
"""
BRANCHES: Final[LiteralString] = """
UNWIND $ids AS id
MATCH (:Entity {id: id})<-[c:COVERS]-(b:PartyBranch)
WITH id, b, c, coalesce(c.from, b.established, c.seen, 0) AS since
WHERE since <= $day AND NOT since IN $vague AND (c.until IS NULL OR c.until >= $day OR c.until IN $open)
  AND (b.dissolved IS NULL OR b.dissolved >= $day OR b.dissolved IN $open)
WITH id, b ORDER BY b.code
RETURN collect([id, b.id, b.code, b.name, b.kind, b.established]) AS rows
"""
UNIONS: Final[LiteralString] = """
UNWIND $ids AS id
MATCH (:Entity {id: id})<-[c:COVERS]-(b:Union)
WITH id, b, c, coalesce(c.from, b.established, c.seen, 0) AS since
WHERE since <= $day AND NOT since IN $vague AND (c.until IS NULL OR c.until >= $day OR c.until IN $open)
  AND (b.dissolved IS NULL OR b.dissolved >= $day OR b.dissolved IN $open)
WITH id, b ORDER BY b.code
RETURN collect([id, b.id, b.code, b.name, b.kind]) AS rows
"""
SECRETARIES: Final[LiteralString] = """
UNWIND $ids AS id
MATCH (:Entity {id: id})-[r:SECRETARY]->(p:Person)
WITH id, p, r, coalesce(r.from, r.seen, 0) AS since WHERE since <= $day AND NOT since IN $vague
WITH id, p, r ORDER BY since, r.key
RETURN collect([id, r.until IS NULL OR r.until >= $day OR r.until IN $open, p.code, p.name]) AS rows
"""
CHAIRS: Final[LiteralString] = """
UNWIND $ids AS id
MATCH (:Entity {id: id})-[r:CHAIRED_BY]->(p:Person)
WITH id, p, r, coalesce(r.from, r.seen, 0) AS since WHERE since <= $day AND NOT since IN $vague
WITH id, p, r ORDER BY since, r.key
RETURN collect([id, r.until IS NULL OR r.until >= $day OR r.until IN $open, p.code, p.name]) AS rows
"""
DISPATCHES: Final[LiteralString] = """
UNWIND $ids AS id
MATCH (:Entity {id: id})<-[t:POSTED_TO]-(x:Dispatch)
WHERE x.from <= $day AND NOT x.from IN $vague AND (x.until IS NULL OR x.until >= $day OR x.until IN $open)
  AND (t.from IS NULL OR t.from <= $day AND NOT t.from IN $vague)
  AND (t.until IS NULL OR t.until >= $day OR t.until IN $open)
WITH id, x ORDER BY x.code
RETURN collect([id, x.id, x.post, x.from, x.until]) AS rows
"""
CADRES: Final[LiteralString] = """
UNWIND $ids AS id
MATCH (:Entity {id: id})<-[:SERVES]-(c:Cadre)
RETURN collect([id, c.id, c.code]) AS rows
"""
PEOPLE: Final[LiteralString] = """
UNWIND $ids AS id
MATCH (:Entity {id: id})-[:IS]->(p:Person)
RETURN collect([id, p.id, p.name]) AS rows
"""
AGENCIES: Final[LiteralString] = """
UNWIND $ids AS id
MATCH (:Entity {id: id})-[r:WORKS_AT]->(a:Agency)
WITH id, a, r, coalesce(r.from, r.seen, 0) AS since WHERE since <= $day AND NOT since IN $vague
WITH id, a, r ORDER BY since, r.key
RETURN collect([id, r.until IS NULL OR r.until >= $day OR r.until IN $open, a.code, a.name]) AS rows
"""
BACKINGS: Final[LiteralString] = """
UNWIND $ids AS id
MATCH (:Entity {id: id})<-[r:BACKS]-(a:Agency) WHERE r.from IS NULL OR r.from <= $day AND NOT r.from IN $vague
WITH id, a, r ORDER BY coalesce(r.from, 0), r.key
RETURN collect([id, r.until IS NULL OR r.until >= $day OR r.until IN $open, a.code, a.name]) AS rows
"""

BY_RELATION: Final[dict[str, LiteralString]] = {
    "observations": OBSERVATIONS, "division": DIVISIONS, "park": PARKS, "branches": BRANCHES,
    "unions": UNIONS, "secretary": SECRETARIES, "chair": CHAIRS, "dispatches": DISPATCHES,
    "cadre": CADRES, "person": PEOPLE, "agency": AGENCIES, "backing": BACKINGS,
}  # fmt: skip
"""The statement of each relation that a resolver follows."""
