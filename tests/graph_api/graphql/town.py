"""Two townships, written by hand for lists: values known, vague and unknown, ties that come and go.

The day of the tests is 2022-08-02. Of five enterprises: ENT-1 employs 50, ENT-2 about 50, ENT-3 at least 100,
ENT-4 an unknown number, ENT-5 ten.
"""

from typing import LiteralString

from tests.api_server import Api

DAY = "2022-08-02"

PLACES: LiteralString = """
CREATE (:Counter {name: 'revision', value: 7})
CREATE (c:Entity:Division {id: 1, code: '450903', name: '福绵区', level: 'COUNTY'})
CREATE (t:Entity:Division {id: 2, code: '450903107', name: '福绵镇', level: 'TOWNSHIP'})
  -[:PART_OF {key: 1}]->(c)
CREATE (u:Entity:Division {id: 3, code: '450903108', name: '成均镇', level: 'TOWNSHIP'})
  -[:PART_OF {key: 2}]->(c)
CREATE (v:Entity:Division {id: 4, code: '450903107201', name: '一村', level: 'VILLAGE'})
  -[:PART_OF {key: 3}]->(t)
CREATE (k:Entity:IndustrialPark {id: 5, code: 'PRK-5', name: '园区'})
CREATE (e1:Entity:Enterprise {id: 101, code: 'ENT-1', name: '甲厂',
  established: 20180315, ownership: 'PRIVATE',
  mature: true, industry: 'C18', short_names: ['甲', '老甲'], phones: ['13812345678']})
CREATE (e2:Entity:Enterprise {id: 102, code: 'ENT-2', name: '乙厂',
  established: 20180300, ownership: 'STATE',
  mature: false, industry: 'C17'})
CREATE (e3:Entity:Enterprise {id: 103, code: 'ENT-3', name: '丙厂',
  established: 20180000, ownership: 'PRIVATE'})
CREATE (e4:Entity:Enterprise {id: 104, code: 'ENT-4', name: '丁坊'})
CREATE (e5:Entity:Enterprise {id: 105, code: 'ENT-5', name: '戊坊', established: 20200101, mature: true,
  uscc: '91450900MA5K000015'})
CREATE (e1)-[:LOCATED_IN {key: 11, from: 20180315}]->(t)
CREATE (e2)-[:LOCATED_IN {key: 12, seen: 20210101}]->(v)
CREATE (e3)-[:LOCATED_IN {key: 13, from: 20190101}]->(t)
CREATE (e3)-[:LOCATED_IN {key: 14, from: 20220100}]->(u)
CREATE (e5)-[:LOCATED_IN {key: 15, seen: 20210101}]->(u)
CREATE (:Entity:Observation {id: 116, code: 'OBS-6', day: 20220700, employees: 60, has_branch: true,
  operating_status: 'OPERATING'})-[:OF {key: 26}]->(e1)
"""
COUNTS: LiteralString = """
UNWIND [[1, 50, null], [2, 50, 'ABOUT'], [3, 100, 'AT_LEAST'], [5, 10, null]] AS o
MATCH (e:Entity {id: 100 + o[0]})
CREATE (:Entity:Observation {id: 110 + o[0], code: 'OBS-' + o[0], day: 20220101, employees: o[1],
  employees_bound: o[2]})-[:OF {key: 20 + o[0]}]->(e)
"""
ORGANISATIONS: LiteralString = """
MATCH (e1:Entity {id: 101}), (e2:Entity {id: 102}), (e3:Entity {id: 103}), (e4:Entity {id: 104})
MATCH (e5:Entity {id: 105}), (t:Entity {id: 2}), (u:Entity {id: 3}), (k:Entity {id: 5})
CREATE (b1:Entity:PartyBranch {id: 201, code: 'PBR-1', name: '甲厂党支部',
  kind: 'SINGLE', established: 20190101})
CREATE (b2:Entity:PartyBranch {id: 202, code: 'PBR-2', name: '联合党支部',
  kind: 'JOINT', established: 20200101})
CREATE (b3:Entity:PartyBranch {id: 203, code: 'PBR-3', name: '戊坊党支部',
  kind: 'SINGLE', established: 20200101,
  dissolved: 20210630})
CREATE (b4:Entity:PartyBranch {id: 204, code: 'PBR-4', name: '新党支部', established: 20250101})
CREATE (b1)-[:COVERS {key: 31, from: 20190101}]->(e1)
CREATE (b2)-[:COVERS {key: 32, from: 20200101, until: 20211231}]->(e1)
CREATE (b2)-[:COVERS {key: 33, from: 20200600}]->(e2)
CREATE (b2)-[:COVERS {key: 34, seen: 20210101}]->(e3)
CREATE (b3)-[:COVERS {key: 35, from: 20200101}]->(e5)
CREATE (b4)-[:COVERS {key: 36, from: 20250101}]->(e1)
CREATE (a:Entity:Agency {id: 211, code: 'AGY-1', name: '区总工会'})
CREATE (b1)-[:SUBORDINATE_TO {key: 41, from: 20190101}]->(b2)
CREATE (b1)-[:SUBORDINATE_TO {key: 42, from: 20220601}]->(a)
CREATE (b2)-[:SUBORDINATE_TO {key: 43, from: 20200101}]->(a)
CREATE (g:Entity:IndustryBrand {id: 221, code: 'BRD-1', name: '水洗红'})
CREATE (e1)-[:BELONGS_TO {key: 51, from: 20200101, until: 20201231}]->(g)
CREATE (e1)-[:BELONGS_TO {key: 52, from: 20220101}]->(g)
CREATE (a)-[:RESPONSIBLE_FOR {key: 61, from: 20200101}]->(t)
CREATE (a)-[:RESPONSIBLE_FOR {key: 62, from: 20200101}]->(k)
CREATE (a)-[:RESPONSIBLE_FOR {key: 63, from: 20200101, until: 20201231}]->(u)
CREATE (s:Entity:Topic {id: 231, code: 'PRODUCTION', name: '生产'})
CREATE (a)-[:COMPETENT_FOR {key: 64, from: 20200101, capacity: 5}]->(s)
FOREACH (r IN [[1, 20220105, 3, 20220115], [2, 20220301, 5, 20220700], [3, 20220301, null, null],
    [4, 20220300, 4, null], [5, 20230101, 1, null]] |
  CREATE (q:Entity:ServiceRequest {id: 240 + r[0], code: 'REQ-' + r[0], raised_on: r[1], rating: r[2],
    resolved_on: r[3]})
    -[:RAISED_BY {key: 70 + r[0]}]->(e1)
  CREATE (q)-[:ABOUT {key: 80 + r[0]}]->(s))
CREATE (:Entity:ServiceRequest {id: 246, code: 'REQ-6', raised_on: 20220202})-[:RAISED_BY {key: 76}]->(e2)
CREATE (d:Entity:Dispatch {id: 251, code: 'DSP-1', post: 'FIRST_CHAIR', from: 20220100, until: 20240100})
  -[:POSTED_TO {key: 91}]->(e1)
CREATE (f:Entity:Dispatch {id: 252, code: 'DSP-2', post: 'FIRST_SECRETARY', from: 20220100})
  -[:POSTED_TO {key: 92}]->(b2)
CREATE (:Entity:Dispatch {id: 253, code: 'DSP-3', post: 'FIRST_SECRETARY', from: 20220100})
  -[:POSTED_TO {key: 93}]->(g)
"""
PEOPLE: LiteralString = """
MATCH (e1:Entity {id: 101}), (b1:Entity {id: 201}), (o:Entity {id: 111})
CREATE (p:Entity:Person {id: 301, code: 'PER-1', name: '张三', phones: ['13912345678'], birth: 19800512})
CREATE (m:Entity:PartyMember {id: 302, code: 'MEM-1'})-[:IS {key: 101}]->(p)
CREATE (q:Entity:Person {id: 303, code: 'PER-3', name: '李四'})
CREATE (x:Entity:Activist {id: 304, code: 'ACT-1'})-[:IS {key: 102}]->(q)
CREATE (m)-[:MENTORS {key: 103, from: 20220100, role: 'CONTACT'}]->(x)
CREATE (m)-[:BELONGS_TO {key: 104, from: 20200101}]->(b1)
CREATE (q)-[:EMPLOYED_BY {key: 105, seen: 20220101}]->(e1)
CREATE (i:Entity:ImportBatch {id: 401, code: 'BAT-1', file: '一月.xlsx', state: 'COMMITTED',
  imported_at: '2022-01-02T00:00:00Z'})
CREATE (j:Entity:ImportBatch {id: 402, code: 'BAT-2', file: '七月.xlsx', state: 'COMMITTED',
  imported_at: '2022-08-01T00:00:00Z'})
CREATE (e1)-[:FROM_BATCH {key: 111, sheet: '表一', row: 4, day: 20220101,
  fields: ['name', 'mature', 'short_names']}]->(i)
CREATE (e1)-[:FROM_BATCH {key: 112, sheet: '表二', row: 9, day: 20220700,
  fields: ['mature', 'name'], kept: ['name']}]->(j)
CREATE (o)-[:FROM_BATCH {key: 113, sheet: '表一', row: 4, day: 20220101, fields: ['employees']}]->(i)
"""


def create(api: Api) -> Api:
    """The API with that graph behind it."""
    with api.database.driver.session(database=api.database.name, notifications_min_severity="OFF") as session:
        for each in (PLACES, COUNTS, ORGANISATIONS):
            session.run(each).consume()
    api.create(PEOPLE)
    return api
