"""The page written by hand as one Cypher statement: one record, and in it a flat table for each relation.

It keeps the rules of graph_api/questions/ties.py. A row begins with its place in the page. Where a tie leads
to one node at a time, the rows of a place come by the first day of their tie, and the last of them counts if
its `lasts` says so: the start of the next ends the one before.
"""

from typing import Final, LiteralString

PAGE: Final[LiteralString] = """
MATCH (e:Enterprise) WHERE e.code > $after
WITH e ORDER BY e.code LIMIT $first + 1
WITH collect(e) AS found
WITH found[..$first] AS page, size(found) > $first AS more
WITH page, more, range(0, size(page) - 1) AS places
RETURN COUNT { (:Enterprise) } AS total, more,
  [e IN page | [e.id, e.code, e.name, e.former_names, e.industry]] AS enterprises,
  COLLECT {
    UNWIND places AS i WITH i, page[i] AS e
    MATCH (e)<-[:OF]-(o:Observation) WHERE o.day <= $day AND NOT o.day IN $vague
    WITH i, o ORDER BY i, CASE WHEN o.day % 100 > 0 THEN o.day ELSE o.day + 31 END, o.day
    RETURN [i, o.operating_status, o.employees, o.full_members]
  } AS observations,
  COLLECT {
    UNWIND places AS i WITH i, page[i] AS e
    MATCH (e)-[r:LOCATED_IN]->(d:Division)
    WITH i, r, d, coalesce(e.established, r.seen, 0) AS est
    WITH i, r, d, CASE WHEN r.from IS NULL AND est > coalesce(r.seen, 0) THEN est
                       ELSE coalesce(r.from, r.seen, 0) END AS told,
      r.from IS NULL AND est <= $day AND NOT est IN $vague AS always
    ORDER BY i, CASE WHEN told % 100 > 0 THEN told ELSE told + 31 END, r.key
    RETURN [i, always, told <= $day AND NOT told IN $vague,
            r.until IS NULL OR r.until >= $day OR r.until IN $open, d.code, d.name]
  } AS divisions,
  COLLECT {
    UNWIND places AS i WITH i, page[i] AS e
    MATCH (e)-[r:SITED_IN]->(d:IndustrialPark)
    WITH i, r, d, coalesce(e.established, r.seen, 0) AS est
    WITH i, r, d, CASE WHEN r.from IS NULL AND est > coalesce(r.seen, 0) THEN est
                       ELSE coalesce(r.from, r.seen, 0) END AS told,
      r.from IS NULL AND est <= $day AND NOT est IN $vague AS always
    ORDER BY i, CASE WHEN told % 100 > 0 THEN told ELSE told + 31 END, r.key
    RETURN [i, always, told <= $day AND NOT told IN $vague,
            r.until IS NULL OR r.until >= $day OR r.until IN $open, d.code, d.name]
  } AS parks,
  COLLECT {
    UNWIND places AS i WITH i, page[i] AS e
    MATCH (e)<-[c:COVERS]-(b:PartyBranch)
    WITH i, b, c, coalesce(c.from, b.established, c.seen, 0) AS since
    WHERE since <= $day AND NOT since IN $vague
      AND (c.until IS NULL OR c.until >= $day OR c.until IN $open)
      AND (b.dissolved IS NULL OR b.dissolved >= $day OR b.dissolved IN $open)
    OPTIONAL MATCH (b)-[s:SECRETARY]->(p:Person)
    WHERE coalesce(s.from, s.seen, 0) <= $day AND NOT coalesce(s.from, s.seen, 0) IN $vague
    WITH i, b, s, p, coalesce(s.from, s.seen, 0) AS told
    ORDER BY i, b.code, CASE WHEN told % 100 > 0 THEN told ELSE told + 31 END, s.key
    RETURN [i, b.code, b.name, b.kind, b.established,
            s.until IS NULL OR s.until >= $day OR s.until IN $open, p.code, p.name]
  } AS branches,
  COLLECT {
    UNWIND places AS i WITH i, page[i] AS e
    MATCH (e)<-[c:COVERS]-(u:Union)
    WITH i, u, c, coalesce(c.from, u.established, c.seen, 0) AS since
    WHERE since <= $day AND NOT since IN $vague
      AND (c.until IS NULL OR c.until >= $day OR c.until IN $open)
      AND (u.dissolved IS NULL OR u.dissolved >= $day OR u.dissolved IN $open)
    OPTIONAL MATCH (u)-[s:CHAIRED_BY]->(p:Person)
    WHERE coalesce(s.from, s.seen, 0) <= $day AND NOT coalesce(s.from, s.seen, 0) IN $vague
    WITH i, u, s, p, coalesce(s.from, s.seen, 0) AS told
    ORDER BY i, u.code, CASE WHEN told % 100 > 0 THEN told ELSE told + 31 END, s.key
    RETURN [i, u.code, u.name, u.kind, s.until IS NULL OR s.until >= $day OR s.until IN $open, p.name]
  } AS unions,
  COLLECT {
    UNWIND places AS i WITH i, page[i] AS e
    MATCH (e)<-[t:POSTED_TO]-(x:Dispatch)
    WHERE x.from <= $day AND NOT x.from IN $vague AND (x.until IS NULL OR x.until >= $day OR x.until IN $open)
      AND (t.from IS NULL OR t.from <= $day AND NOT t.from IN $vague)
      AND (t.until IS NULL OR t.until >= $day OR t.until IN $open)
    OPTIONAL MATCH (x)<-[:SERVES]-(c:Cadre)-[:IS]->(p:Person)
    OPTIONAL MATCH (p)-[w:WORKS_AT]->(a:Agency)
    WHERE coalesce(w.from, w.seen, 0) <= $day AND NOT coalesce(w.from, w.seen, 0) IN $vague
    OPTIONAL MATCH (x)<-[k:BACKS]-(g:Agency)
    WHERE k.from IS NULL OR k.from <= $day AND NOT k.from IN $vague
    WITH i, x, c, p, w, a, k, g, coalesce(w.from, w.seen, 0) AS told, coalesce(k.from, 0) AS backed
    ORDER BY i, x.code, CASE WHEN told % 100 > 0 THEN told ELSE told + 31 END, w.key,
      CASE WHEN backed % 100 > 0 THEN backed ELSE backed + 31 END, k.key
    RETURN [i, x.code, x.post, x.from, x.until, c.code, p.name,
            w.until IS NULL OR w.until >= $day OR w.until IN $open, a.code, a.name,
            k.until IS NULL OR k.until >= $day OR k.until IN $open, g.code, g.name]
  } AS dispatches
"""
"""Parameters: `after` (a code, empty for the first page), `first`, and those of a Moment."""
