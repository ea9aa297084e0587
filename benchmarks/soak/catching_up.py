"""kill -9 of a process that catches up with writes and saves the picture, at random moments.

Whatever it was at, the next start has the picture of the database: what the snapshot and the Changes since
make differs in nothing from what is read anew. The snapshot is the one before or the new one, never a part.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from structlog.testing import capture_logs

from benchmarks.soak.kills import Say
from graph_api import PROJECT
from graph_api.database.connection import Database, open_database
from graph_api.projection import snapshot
from graph_api.projection.bulk import read_picture
from graph_api.projection.differences import differences
from graph_api.projection.keeper import Keeper
from graph_api.settings import Settings
from loaders.pipeline import Loader, open_roster

PATIENCE: Final = 120.0
LONGEST: Final = 2.0
"""Seconds that a process may work before it is struck."""
ROWS: Final = 40
"""Enterprises of a roster; each round writes several rosters, over the same and over new ones."""
TROUBLE: Final = ("the snapshot is not used", "the picture is read anew", "the picture could not be saved")
"""What the log would say where a kill had left something that cannot be used."""

PLACES: Final = """
填报日期：2022-07-31
区划代码,区划名称,级别,上级区划
450903,福绵区,县级,
450903107,福绵镇,镇,450903
450903108,成均镇,镇,450903
"""


def soak(rounds: int, seed: int) -> bool:
    """Kill `rounds` times on a store of this soak's own; print each round."""
    with tempfile.TemporaryDirectory(prefix="catching-up-") as name:
        settings = Settings(data=Path(name), sample=False, heap=512 << 20)
        with open_database(settings) as database:
            return run(database, settings.data, rounds, seed, say=lambda line: print(line, flush=True))


def run(database: Database, data: Path, rounds: int, seed: int, say: Say) -> bool:
    """Kill on this database, which gets some enterprises; whether every start was right."""
    draw = random.Random(seed)  # noqa: S311 - which moment is struck is no secret
    failures: list[str] = []
    with tempfile.TemporaryDirectory(prefix="rosters-") as name:
        rosters = Path(name)
        _load(database, rosters, PLACES)
        for number in range(1, rounds + 1):
            moment = draw.uniform(0, LONGEST)
            problems, revision = _struck(database, data, rosters, moment, draw)
            say(f"{number:3} after {moment:4.2f} s at revision {revision:3}: {problems or 'the same'}")
            failures += problems
    say(f"{rounds} kills, {len(failures)} problems (seed {seed})")
    return not failures


def work(data: Path) -> None:
    """Catch up and save without end; says when it has begun."""
    settings = Settings(data=data, sample=False)
    with open_database(settings) as database:
        keeper = Keeper(database.driver, database.name, snapshot=snapshot.folder_of(data))
        print(keeper.picture.revision, flush=True)
        while True:
            keeper.refresh(patience=None)
            keeper.save()


def _struck(
    database: Database, data: Path, rosters: Path, moment: float, draw: random.Random
) -> tuple[list[str], int]:
    """Let a process work while rosters are loaded, kill it, and say where the next start is wrong."""
    with Keeper(database.driver, database.name, snapshot=snapshot.folder_of(data)) as keeper:
        keeper.refresh(patience=None)  # so that there is a snapshot, whatever comes
    words = [sys.executable, "-m", "benchmarks.soak.catching_up", str(data)]
    process = subprocess.Popen(words, cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        if process.stdout is None or not process.stdout.readline():
            return ["it did not begin"], 0
        until = time.monotonic() + moment
        while True:
            _load(database, rosters, _roster(draw))
            if time.monotonic() >= until:
                break
    finally:
        process.kill()
        process.wait(PATIENCE)
        if process.stdout is not None:
            process.stdout.close()
    return _looked_at(database, data)


def _looked_at(database: Database, data: Path) -> tuple[list[str], int]:
    """Start again, and compare: what differs, what had to be mended, and the revision."""
    folder = snapshot.folder_of(data)
    with capture_logs() as said, Keeper(database.driver, database.name, snapshot=folder) as keeper:
        picture = keeper.refresh(patience=None)
        found = [str(each) for each in differences(picture, read_picture(database.driver, database.name))]
    told = [f"{each['event']}: {each['reason']}" for each in said if each["event"] in TROUBLE]
    return found[:5] + told, picture.revision


def _roster(draw: random.Random) -> str:
    """Some enterprises, known and new, with another number of employees."""
    day = f"{draw.randint(2020, 2026)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
    rows = [
        f"福绵第{number}服装有限公司,{draw.choice(('福绵镇', '成均镇'))},{draw.randint(1, 500)}"
        for number in draw.sample(range(2000), ROWS)
    ]
    return "\n".join((f"填报日期：{day}", "企业名称,镇,职工人数", *rows))


def _load(database: Database, rosters: Path, text: str) -> None:
    path = rosters / f"{len(list(rosters.iterdir()))}.csv"
    path.write_text(text.strip() + "\n", encoding="utf-8")
    report = Loader(database.driver, database.name, b"an invented key", "soak").load(open_roster(path))
    if report.revision is None:
        raise RuntimeError(f"a roster wrote nothing: {report.rejections[:1]}")


if __name__ == "__main__":
    os.nice(5)
    work(Path(sys.argv[1]))
