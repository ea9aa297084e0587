"""A graph written by hand in which each figure has something that counts and something that just does not."""

from typing import LiteralString

CASE: LiteralString = """
CREATE (:Counter {name: 'revision', value: 1})
CREATE (c:Entity:Division {id: 1, code: '450903', name: '福绵区'})
CREATE (t:Entity:Division {id: 2, code: '450903107', name: '福绵镇'})
CREATE (u:Entity:Division {id: 3, code: '450903108', name: '成均镇'})
CREATE (k:Entity:IndustrialPark {id: 4, code: 'P1', name: '园区'})-[:LOCATED_IN {key: 1}]->(u)
CREATE (e:Entity:Enterprise {id: 10, code: 'E10', name: '甲厂', established: 20100101})
CREATE (e)-[:LOCATED_IN {key: 2}]->(t)
CREATE (f:Entity:Enterprise {id: 11, code: 'E11', name: '乙厂', established: 20100101})
CREATE (f)-[:SITED_IN {key: 3}]->(k)
CREATE (o:Entity:Agency {id: 20, code: 'A20', name: '组织部'})-[:LOCATED_IN {key: 4}]->(c)
CREATE (x:Entity:Agency {id: 21, code: 'A21', name: '镇党委'})-[:LOCATED_IN {key: 5}]->(t)
CREATE (b:Entity:PartyBranch {id: 30, code: 'B30', name: '甲厂支部', established: 20150101})
CREATE (b)-[:COVERS {key: 6}]->(e)
CREATE (w:Entity:IndustryBrand {id: 31, code: 'W31', name: '水洗'})-[:LED_BY {key: 7, seen: 20200101}]->(o)
CREATE (f)-[:BELONGS_TO {key: 8, from: 20200101}]->(w)

CREATE (p:Entity:Cadre {id: 40, code: 'C40'})
CREATE (q:Entity:Cadre {id: 41, code: 'C41'})
CREATE (:Entity:Dispatch {id: 50, code: 'D50', post: 'FIRST_CHAIR', from: 20220801})
    -[:POSTED_TO {key: 10}]->(e)
CREATE (:Entity:Dispatch {id: 51, code: 'D51', post: 'FIRST_CHAIR', from: 20210800, until: 20220802})
  -[:POSTED_TO {key: 11}]->(f)
CREATE (:Entity:Dispatch {id: 52, code: 'D52', post: 'FIRST_CHAIR', from: 20210801, until: 20220801})
  -[:POSTED_TO {key: 12}]->(f)
CREATE (:Entity:Dispatch {id: 53, code: 'D53', post: 'FIRST_CHAIR', from: 20220800})
    -[:POSTED_TO {key: 13}]->(e)
CREATE (:Entity:Dispatch {id: 54, code: 'D54', post: 'FIRST_SECRETARY', from: 20220101})
    -[:POSTED_TO {key: 14}]->(w)
CREATE (:Entity:Dispatch {id: 55, code: 'D55', post: 'FIRST_SECRETARY', from: 20220101})
    -[:POSTED_TO {key: 15}]->(b)
WITH *
UNWIND [[50, p], [51, q], [52, q], [53, q], [54, p], [55, q]] AS served
MATCH (d:Dispatch {id: served[0]})
WITH *, served[1] AS cadre
CREATE (cadre)-[:SERVES {key: 100 + d.id}]->(d)
"""

OUTCOMES: LiteralString = """
MATCH (e:Enterprise {id: 10}), (f:Enterprise {id: 11}), (b:PartyBranch {id: 30})
MATCH (o:Agency {id: 20}), (x:Agency {id: 21}), (t:Division {id: 2}), (u:Division {id: 3})
CREATE (n:Entity:Union {id: 60, code: 'U60', established: 20200101, dissolved: 20210101})
    -[:FOUNDED_VIA {key: 20}]->(b)
CREATE (n)-[:COVERS {key: 21, from: 20200101}]->(e)
CREATE (:Entity:Union {id: 61, code: 'U61', established: 20220802})-[:FOUNDED_VIA {key: 22}]->(b)
CREATE (:Entity:Union {id: 62, code: 'U62', established: 20220803})-[:FOUNDED_VIA {key: 23}]->(b)
CREATE (m:Entity:Union {id: 63, code: 'U63', established: 20200101})-[:COVERS {key: 24}]->(f)

CREATE (ta:Entity:Topic {id: 70, code: 'PRODUCTION'}), (tb:Entity:Topic {id: 71, code: 'MANAGEMENT'})
CREATE (tc:Entity:Topic {id: 72, code: 'TAX'})
WITH *
UNWIND [
  [80, 'MEETING', 20220802, ta, e], [81, 'MEETING', 20220700, tb, f], [82, 'MEETING', 20220803, ta, e],
  [83, 'VISIT', 20220101, ta, e], [84, 'MEETING', 20220101, tc, e], [85, 'MEETING', null, ta, e]
] AS r
WITH *, r[3] AS topic, r[4] AS enterprise
CREATE (q:Entity:ServiceRequest {id: r[0], code: 'R' + r[0], channel: r[1], resolved_on: r[2]})
CREATE (q)-[:ABOUT {key: 200 + r[0]}]->(topic)
CREATE (q)-[:RAISED_BY {key: 300 + r[0]}]->(enterprise)
WITH DISTINCT o, x, t, u, n, m, e, f
CREATE (g:Entity:Activity {id: 90, code: 'T90', kind: 'TRAINING', party_affairs: true, date: 20220801,
    person_times: 99})
CREATE (g)-[:ORGANISED_BY {key: 30}]->(o)
CREATE (:Entity:Person {id: 95, code: 'P95'})-[:ATTENDED {key: 31}]->(g)
CREATE (:Entity:Person {id: 96, code: 'P96'})-[:ATTENDED {key: 32}]->(g)
CREATE (:Entity:Activity {id: 91, code: 'T91', kind: 'TRAINING', party_affairs: true, date: 20220802,
    person_times: 40})
  -[:ORGANISED_BY {key: 33}]->(x)
CREATE (:Entity:Activity {id: 92, code: 'T92', kind: 'TRAINING', party_affairs: true, date: 20220803,
    person_times: 7})
CREATE (:Entity:Activity {id: 93, code: 'T93', kind: 'TRAINING', party_affairs: false, date: 20220101,
    person_times: 8})
CREATE (:Entity:Activity {id: 94, code: 'T94', kind: 'VISIT', party_affairs: true, date: 20220101,
    person_times: 9})

CREATE (:Entity:ServicePlatform {id: 100, code: 'S100', kind: 'TRAINING_BASE', opened: 20200000})
  -[:SERVES {key: 40}]->(t)
CREATE (:Entity:ServicePlatform {id: 101, code: 'S101', kind: 'TRAINING_BASE', closed: 20220801})
  -[:SERVES {key: 41, seen: 20200101}]->(u)
CREATE (:Entity:ServicePlatform {id: 102, code: 'S102', kind: 'TRAINING_BASE'})
    -[:SERVES {key: 42, seen: 20220802}]->(f)
CREATE (:Entity:ServicePlatform {id: 103, code: 'S103', kind: 'HOTLINE', opened: 20200101})
    -[:SERVES {key: 43}]->(t)
WITH n, m, e, f
UNWIND [
  [110, n, e, 20210101, null], [111, n, e, 20220802, null], [112, m, f, 20200101, 20220802],
  [113, m, f, 20200101, 20220803], [114, n, e, 20220803, null], [115, null, e, 20200101, null]
] AS a
WITH *, a[1] AS union, a[2] AS employer
CREATE (s:Entity:Activist {id: a[0], code: 'X' + a[0]})
CREATE (h:Entity:Person {id: a[0] + 20, code: 'H' + a[0]})
CREATE (s)-[:IS {key: 400 + a[0]}]->(h)-[:EMPLOYED_BY {key: 500 + a[0], seen: 20200101}]->(employer)
CREATE (:Entity:StageEvent {id: a[0] + 40, code: 'V' + a[0], kind: 'ACTIVIST', date: a[3]})
    -[:OF {key: 600 + a[0]}]->(s)
FOREACH (_ IN CASE WHEN a[4] IS NULL THEN [] ELSE [1] END |
  CREATE (:Entity:StageEvent {id: a[0] + 60, code: 'W' + a[0], kind: 'APPROVAL', date: a[4]})
    -[:OF {key: 700 + a[0]}]->(s))
FOREACH (_ IN CASE WHEN union IS NULL THEN [] ELSE [1] END |
  CREATE (s)-[:UNION_MEMBER_OF {key: 800 + a[0], seen: 20220701}]->(union))
"""
