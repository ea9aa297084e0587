"""The service is started as its command starts it, and its pages follow one another."""

import contextlib
from pathlib import Path
from typing import Any

import pytest

from benchmarks.reads import ours
from benchmarks.reads.contenders import DAY
from benchmarks.reads.http_client import HttpClient
from benchmarks.reads.sameness import difference
from benchmarks.reads.stores import Store


@pytest.mark.timeout(300)
def test_its_first_page_says_what_the_statement_says(
    district: Store, expected: dict[str, Any], tmp_path: Path
) -> None:
    with (
        ours.running(district, tmp_path) as service,
        contextlib.closing(HttpClient(service.port)) as client,
    ):
        requests = ours.pages(service, 3, DAY, 40)
        pages = [ours.page(client.ask(each)) for each in requests]
        whole = ours.page(client.ask(ours.pages(service, 1, DAY, 100)[0]))
    assert difference(expected, whole) is None
    codes = [edge["node"]["code"] for page in pages for edge in page["edges"]]
    assert codes[:100] == [edge["node"]["code"] for edge in expected["edges"]]


def test_an_error_is_no_answer() -> None:
    with pytest.raises(RuntimeError, match="too costly"):
        ours.data(b'{"errors": [{"message": "too costly"}]}')
