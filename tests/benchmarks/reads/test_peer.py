"""The peer answers from the same store, in both forms, what the hand-written statement answers."""

import contextlib
import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.reads import ours, peer
from benchmarks.reads.contenders import DAY, SIZE
from benchmarks.reads.http_client import HttpClient
from benchmarks.reads.moment import Moment
from benchmarks.reads.sameness import difference
from benchmarks.reads.stores import Store


@pytest.mark.timeout(300)
def test_both_forms_answer_the_page(district: Store, expected: dict[str, Any], tmp_path: Path) -> None:
    asked = {"after": "", "first": SIZE, **Moment(DAY).parameters()}
    with (
        peer.running(district, tmp_path) as server,
        contextlib.closing(HttpClient(server.port)) as client,
    ):
        pages = [
            peer.page(client.ask(ours.asking(document, **asked)))
            for document in (peer.AS_OF, peer.LIST, peer.counting(peer.LIST))
        ]
    assert [difference(expected, each) for each in pages] == [None, None, None]
    assert [each.get("totalCount") for each in pages] == [None, None, 130]


def test_an_answer_with_errors_is_no_page() -> None:
    with pytest.raises(RuntimeError, match="no such field"):
        peer.page(json.dumps({"errors": [{"message": "no such field"}]}).encode())


def test_the_lock_names_what_is_asked_for() -> None:
    wanted = json.loads((peer.SOURCE / "package.json").read_text(encoding="utf-8"))["dependencies"]
    locked = json.loads((peer.SOURCE / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert {name: locked[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert all("resolved" not in each for each in locked.values())
    assert all(each.get("integrity") for path, each in locked.items() if path)
