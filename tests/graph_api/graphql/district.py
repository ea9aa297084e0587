"""A small graph, written by hand: one factory, its branch, its union, its people, at changing times."""

from typing import LiteralString

from tests.api_server import Api

DISTRICT: LiteralString = """
CREATE (:Counter {name: 'revision', value: 7})
CREATE (c:Entity:Division {id: 1, code: '450903', name: '福绵区', level: 'COUNTY'})
CREATE (t:Entity:Division {id: 2, code: '450903107', name: '福绵镇', level: 'TOWNSHIP'})
  -[:PART_OF {key: 101}]->(c)
CREATE (u:Entity:Division {id: 3, code: '450903108', name: '成均镇', level: 'TOWNSHIP'})
  -[:PART_OF {key: 102}]->(c)
CREATE (e:Entity:Enterprise {id: 10, code: 'ENT-10', uscc: '91450900MA5K000015', name: '甲厂',
  established: 20180000, short_names: ['甲'], phones: ['13812345678'], legal_representative: '王五',
  ownership: 'PRIVATE', mature: true})
CREATE (e)-[:LOCATED_IN {key: 103, seen: 20220701}]->(t)
CREATE (e)-[:LOCATED_IN {key: 104, from: 20240500}]->(u)
CREATE (:Entity:Observation {id: 11, code: 'OBS-11', day: 20220701, employees: 50,
  operating_status: 'OPERATING'})
  -[:OF {key: 105}]->(e)
CREATE (:Entity:Observation {id: 12, code: 'OBS-12', day: 20220800, employees: 80,
  employees_bound: 'AT_LEAST'})
  -[:OF {key: 106}]->(e)
CREATE (p:Entity:Person {id: 20, code: 'PER-20', name: '张三', gender: 'FEMALE', birth: 19800512,
  phones: ['13912345678'],
  id_hash: 'a1b2'})
CREATE (q:Entity:Person {id: 21, code: 'PER-21', name: '李四'})
CREATE (w:Entity:Person {id: 22, code: 'PER-22', name: '赵六'})
CREATE (b:Entity:PartyBranch {id: 30, code: 'PBR-30', name: '甲厂党支部', kind: 'SINGLE',
  established: 20190101,
  terms: [20190101, 20211231, 20220100, 0]})-[:COVERS {key: 107}]->(e)
CREATE (b)-[:SECRETARY {key: 108, from: 20190101}]->(q)
CREATE (b)-[:SECRETARY {key: 109, from: 20220800}]->(p)
CREATE (:Entity:Union {id: 31, code: 'UNI-31', name: '甲厂工会', established: 20200101})
  -[:CHAIRED_BY {key: 110, from: 20200101,
  until: 20230100}]->(w)
CREATE (ca:Entity:Cadre {id: 40, code: 'CAD-40', source: 'DISTRICT_AGENCY', public_contact: ['07752345678']})
  -[:IS {key: 111}]->(p)
CREATE (p)-[:WORKS_AT {key: 112, seen: 20220101}]->(ag:Entity:Agency {id: 41, code: 'AGY-41',
  stated_code: 'Z-1', name: '区总工会'})
CREATE (a:Entity:Activist {id: 50, code: 'ACT-50'})-[:IS {key: 113}]->(q)
CREATE (q)-[:EMPLOYED_BY {key: 114, seen: 20220101}]->(e)
CREATE (:Entity:StageEvent {id: 51, code: 'EVT-51', kind: 'CONTACTS', date: 20220300, outcome: 'FAILED',
  members_named: ['钱七', '孙八'], members_penalty: ['警告'], members_status: ['FULL']})
  -[:OF {key: 115, seen: 20220701}]->(a)
CREATE (d:Entity:Dispatch {id: 60, code: 'DSP-60', post: 'FIRST_CHAIR', from: 20220100, until: 20240100})
  -[:POSTED_TO {key: 116}]->(e)
CREATE (ca)-[:SERVES {key: 117}]->(d)
CREATE (ag)-[:BACKS {key: 118, seen: 20220701}]->(d)
CREATE (:Entity:Appraisal {id: 70, code: 'APR-70', scheme: 'S1', period: '2021'})-[:OF {key: 119}]->(q)
CREATE (:Entity:ImportBatch {id: 80, code: 'BAT-80', file: '企业.xlsx', state: 'COMMITTED',
  imported_at: '2022-07-01T00:00:00Z'})
"""


def create(api: Api) -> Api:
    """The API with that graph behind it."""
    api.create(DISTRICT)
    return api
