"""How fast 20,000 enterprise rows go through the whole pipeline, beside LOAD CSV in the same run.

LOAD CSV reads the same file, with nothing checked or matched, and writes the same nodes (an enterprise and
an observation a row), the same ties (town, observation) and the same provenance.
"""

import csv
import resource
import shutil
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Final, LiteralString

import xlsxwriter  # type: ignore[import-untyped] # it ships no types

from graph_api.database.connection import Database, open_database
from graph_api.settings import Settings
from loaders.pipeline import Loader, open_roster
from schema.partial_date import PartialDate

ROWS: Final = 20_000
TOWNS: Final = ("福绵镇", "成均镇", "樟木镇", "新桥镇", "沙田镇", "石和镇")
HEADER: Final = (
    "企业名称", "所属乡镇", "企业类型", "规模", "成立日期", "职工人数", "党员数", "会员数", "经营状态",
    "是否建立党组织",
)  # fmt: skip
DAY: Final = PartialDate.parse("2026-06-30")
HEAP: Final = 3 << 30

LOAD_CSV: Final[LiteralString] = """
    LOAD CSV WITH HEADERS FROM $address AS line
    CALL (line) {
      WITH line, linenumber() AS n
      MATCH (b:ImportBatch {code: 'PLAIN'})
      MATCH (d:Division {match: line.`所属乡镇`})
      CREATE (e:Enterprise:Entity {id: 10000000 + n, code: 'P' + n, name: line.`企业名称`,
        match: line.`企业名称`, ownership: line.`企业类型`, size: line.`规模`, established: line.`成立日期`})
      CREATE (o:Observation:Entity {id: 20000000 + n, code: 'Q' + n, match: 'q' + n, day: 20260630,
        employees: toInteger(line.`职工人数`), full_members: toInteger(line.`党员数`),
        union_members: toInteger(line.`会员数`), operating_status: line.`经营状态`,
        has_branch: line.`是否建立党组织` = '是'})
      CREATE (o)-[:OF {key: 30000000 + n, batch: 'PLAIN'}]->(e)
      CREATE (e)-[:LOCATED_IN {key: 40000000 + n, seen: 20260630, batch: 'PLAIN', row: n}]->(d)
      CREATE (e)-[:FROM_BATCH {key: 50000000 + n, sheet: '企业', row: n, fields: ['name', 'size']}]->(b)
      CREATE (o)-[:FROM_BATCH {key: 60000000 + n, sheet: '企业', row: n, fields: ['employees']}]->(b)
    }
"""
_EMPTY: Final[LiteralString] = """
    MATCH (n:Entity) WHERE NOT n:Division CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS
"""
_HEAP_USED: Final[LiteralString] = """
    CALL dbms.queryJmx('java.lang:type=Memory') YIELD attributes
    RETURN attributes.HeapMemoryUsage.value.properties.used
"""


def rows(number: int) -> list[tuple[str, ...]]:
    """Clean rows of invented enterprises."""
    return [
        (
            f"福绵第{n}号服装厂", TOWNS[n % 6], "有限责任公司", ("小型", "微型", "中型")[n % 3],
            f"{2000 + n % 25}-{1 + n % 12:02}-{1 + n % 28:02}", str(n % 300), str(n % 7), str(n % 90), "在营",
            "是" if n % 3 else "否",
        )
        for n in range(number)
    ]  # fmt: skip


def measure(scale: float) -> None:
    """Print seconds a stage and 1,000 rows for CSV and XLSX, memory, and the ratio to LOAD CSV."""
    number = int(ROWS * scale)
    made = rows(number)
    with tempfile.TemporaryDirectory(prefix="loading-") as name:
        folder = Path(name)
        _write_csv(folder / "企业.csv", made)
        _write_xlsx(folder / "企业.xlsx", made)
        settings = Settings(data=folder / "data", sample=False, heap=HEAP)
        with open_database(settings) as database:
            _towns(database, settings, folder)
            took = {
                kind: _load(database, settings, folder / f"企业.{kind}", number) for kind in ("csv", "xlsx")
            }
            plain = _load_csv(database, folder / "企业.csv")
    print(f"LOAD CSV of the same facts: {plain:.1f} s, {plain / number * 1000 * 1000:.0f} ms per 1,000 rows")
    for kind, (whole, commit) in took.items():
        print(f"{kind}: whole {plain / whole:.2f}×, commit alone {plain / commit:.2f}× the speed of LOAD CSV")


def _write_csv(path: Path, made: list[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADER, *made])


def _write_xlsx(path: Path, made: list[tuple[str, ...]]) -> None:
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet("企业")
        for index, row in enumerate([HEADER, *made]):
            sheet.write_row(index, 0, row)


def _towns(database: Database, settings: Settings, folder: Path) -> None:
    lines = ["区划代码,区划名称,级别", *(f"45090310{n},{town},镇" for n, town in enumerate(TOWNS, 1))]
    (folder / "区划.csv").write_text("\n".join(lines), encoding="utf-8")
    Loader(database.driver, database.name, settings.key(), "benchmark").load(open_roster(folder / "区划.csv"))


def _load(database: Database, settings: Settings, path: Path, number: int) -> tuple[float, float]:
    stages: dict[str, float] = defaultdict(float)
    at = [("read", time.perf_counter())]

    def stage(name: str, _done: int, _total: int) -> None:
        before, since = at.pop()
        at.append((name, time.perf_counter()))
        stages[before] += at[0][1] - since

    began = time.perf_counter()
    opened = open_roster(path, as_of=DAY)
    report = Loader(database.driver, database.name, settings.key(), "benchmark", stage).load(opened)
    stage("", 0, 0)
    whole = time.perf_counter() - began
    if report.rejections or report.revision is None:
        raise RuntimeError(f"{path.name}: {report.rejections[:3]}")
    with database.driver.session(database=database.name) as session:
        heap: int = session.run(_HEAP_USED).single(strict=True)[0]
        session.run(_EMPTY).consume()
    shown = "  ".join(f"{name} {seconds / number * 1e6:.0f}" for name, seconds in stages.items())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{path.suffix[1:]}: {number:,} rows in {whole:.1f} s; ms per 1,000 rows: {shown}")
    print(f"  memory of the loader at most {memory} MB, Neo4j's heap in use {heap >> 20} of {HEAP >> 20} MB")
    return whole, stages["write"]


def _load_csv(database: Database, path: Path) -> float:
    copy = path.with_name("enterprises.csv")
    shutil.copy(path, copy)
    with database.driver.session(database=database.name) as session:
        session.run("CREATE (:ImportBatch:Entity {id: 9000000, code: 'PLAIN'})").consume()
        began = time.perf_counter()
        session.run(LOAD_CSV, address=copy.as_uri()).consume()
        return time.perf_counter() - began
