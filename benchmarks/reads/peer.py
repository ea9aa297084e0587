"""@neo4j/graphql on graphql-yoga: installed from its lock, started, and its pages in the common shape."""

import contextlib
import json
import shutil
import subprocess
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from benchmarks.reads.programs import Program, program
from benchmarks.reads.stores import Store
from benchmarks.reads.tables import text
from graph_api import PROJECT
from schema.codes.industries import name_of

SOURCE: Final = PROJECT / "benchmarks" / "peers"
INSTALLED: Final = PROJECT / ".tools" / "peers"
"""Where its packages go: no folder of sources holds what others wrote."""

LIST: Final = (SOURCE / "list.graphql").read_text(encoding="utf-8")
AS_OF: Final = (SOURCE / "connection.graphql").read_text(encoding="utf-8")
_COUNT: Final = "enterprisesConnection { aggregate { count { nodes } } }"

Page = dict[str, Any]


def counting(document: str) -> str:
    """The same document that asks how many enterprises there are, too."""
    return document.rstrip().removesuffix("}") + f"  {_COUNT}\n}}\n"


def installed() -> Path:
    """The folder with the server and its packages, as the lock names them; the first time needs the network.

    Raises RuntimeError where Node is missing or npm fails.
    """
    npm = shutil.which("npm")
    if npm is None:
        raise RuntimeError("the peer needs Node.js 20 or newer with npm")
    files = sorted(each for each in SOURCE.iterdir() if each.is_file())
    stamp = sha256((SOURCE / "package-lock.json").read_bytes()).hexdigest()
    INSTALLED.mkdir(parents=True, exist_ok=True)
    for each in files:
        shutil.copy(each, INSTALLED / each.name)
    done = INSTALLED / "installed"
    if not done.exists() or done.read_text(encoding="utf-8") != stamp:
        command = [npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts"]
        ended = subprocess.run(command, cwd=INSTALLED, capture_output=True, text=True, check=False)
        if ended.returncode:
            raise RuntimeError(f"npm ci: {ended.stderr[-1000:]}")
        done.write_text(stamp, encoding="utf-8")
    return INSTALLED


@contextlib.contextmanager
def running(store: Store, folder: Path) -> Iterator[Program]:
    """The server on a store, for the length of the block."""
    where = installed()
    node = shutil.which("node") or "node"
    environment = store.environment() | {"NODE_ENV": "production"}
    with program([node, "server.mjs"], environment, folder / "peer.log", where) as started:
        yield started


def page(body: bytes) -> Page:
    """Its answer in the common shape; raises RuntimeError for one with errors."""
    answer = json.loads(body)
    if answer.get("errors"):
        raise RuntimeError(f"the peer says {answer['errors'][0]['message']}")
    found: Page = {"edges": [{"node": _enterprise(each)} for each in answer["data"]["enterprises"]]}
    if "enterprisesConnection" in answer["data"]:
        found["totalCount"] = answer["data"]["enterprisesConnection"]["aggregate"]["count"]["nodes"]
    return found


def _many(node: Page, field: str) -> list[Page]:
    if field in node:
        found: list[Page] = node[field]
        return found
    return [each["node"] for each in node[f"{field}Connection"]["edges"]]


def _one(node: Page, field: str) -> Page | None:
    return next(iter(_many(node, field)), None)


def _enterprise(node: Page) -> Page:
    seen = _one(node, "observations") or {}
    code = node["industry"]
    name = name_of(code) if code else None
    return {
        "code": node["code"], "name": node["name"], "formerNames": node["former_names"] or [],
        "operatingStatus": seen.get("operating_status"), "employees": seen.get("employees"),
        "fullMembers": seen.get("full_members"),
        "industry": {"code": code, "name": name.zh if name else None} if code else None,
        "division": _one(node, "division"), "park": _one(node, "park"),
        "branches": [_branch(each) for each in _many(node, "branches")],
        "unions": [_union(each) for each in _many(node, "unions")],
        "dispatches": [_dispatch(each) for each in node["dispatches"]],
    }  # fmt: skip


def _branch(node: Page) -> Page:
    plain = {name: node[name] for name in ("code", "name", "kind")}
    return {**plain, "established": text(node["established"]), "secretary": _one(node, "secretary")}


def _union(node: Page) -> Page:
    plain = {name: node[name] for name in ("code", "name", "kind")}
    return {**plain, "electedChair": _one(node, "electedChair")}


def _dispatch(node: Page) -> Page:
    return {
        "post": node["post"], "from": text(node["from"]), "until": text(node["until"]),
        "cadre": next((_cadre(each) for each in node["cadre"]), None),
        "backingAgency": _one(node, "backingAgency"),
    }  # fmt: skip


def _cadre(node: Page) -> Page:
    person = _one(node, "person") or {}
    agency = _one(person, "agency") if person else None
    return {"code": node["code"], "name": person.get("name"), "agency": agency}
