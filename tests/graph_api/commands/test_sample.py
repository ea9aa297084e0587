"""The sample district: what the files say is what the graph holds, once and for ever."""

import random
import re
from collections.abc import Sequence
from itertools import groupby

import pytest

from graph_api.commands.sample import LOADED_BY, load_sample, unloaded
from graph_api.errors import NotEmpty
from loaders.outcome import RowOutcome
from loaders.pipeline import Opened
from tests.neo4j_server import empty
from tests.sample_store import Sample

LEAST = {
    "Enterprise": 450, "Agency": 25, "Cadre": 120, "PartyBranch": 150, "Union": 90, "Activist": 250,
    "IndustryBrand": 4, "ServicePlatform": 10, "Venue": 3, "ServiceRequest": 400, "Activity": 600,
    "IndustrialPark": 3, "Selection": 1, "SelectionStep": 4, "Rectification": 1, "Policy": 1, "Programme": 1,
    "Appraisal": 3, "PartyMember": 1, "StageEvent": 1, "Dispatch": 80, "Topic": 1, "Observation": 450,
    "Division": 7, "Person": 370,
}  # fmt: skip


def count(sample: Sample, statement: str) -> int:
    records, _, _ = sample.database.driver.execute_query(statement, database_=sample.database.name)
    number: int = records[0][0]
    return number


def test_rows_read_are_those_loaded_changed_unchanged_rejected_and_no_data(sample: Sample) -> None:
    for report in sample.reports:
        assert report.read == sum(report.rows.values()), report.file
    assert sum(report.rows[RowOutcome.REJECTED] for report in sample.reports) == sum(
        len({(each.sheet, each.row) for each in report.rejections}) for report in sample.reports
    )


@pytest.mark.parametrize(("label", "least"), LEAST.items())
def test_the_district_is_as_large_as_it_should_be(sample: Sample, label: str, least: int) -> None:
    assert count(sample, f"MATCH (n:{label}) RETURN count(n)") >= least


def test_every_file_is_one_batch_one_revision_and_one_change(sample: Sample) -> None:
    assert [report.revision for report in sample.reports] == list(range(1, len(sample.reports) + 1))
    assert count(sample, "MATCH (c:Change) RETURN count(c)") == len(sample.reports)


def test_every_node_can_say_where_it_came_from(sample: Sample) -> None:
    nodes = "MATCH (n:Entity) WHERE NOT n:Change AND NOT n:ImportBatch AND NOT (n)-[:FROM_BATCH]->()"
    assert count(sample, f"{nodes} RETURN count(n)") == 0
    assert (
        count(sample, "MATCH ()-[r]->() WHERE r.batch IS NULL AND type(r) <> 'FROM_BATCH' RETURN count(r)")
        == 0
    )


def test_the_second_time_every_row_is_unchanged_and_nothing_is_written(sample: Sample) -> None:
    before, revision = sample.fingerprint(), sample.revision()
    again = sample.load_all(lambda opened: opened)
    for first, second in zip(sample.reports, again, strict=True):
        assert second.batch is None, second.file
        assert second.rows[RowOutcome.UNCHANGED] == sum(
            first.rows[each] for each in (RowOutcome.LOADED, RowOutcome.CHANGED, RowOutcome.UNCHANGED)
        ), second.file
    assert (sample.fingerprint(), sample.revision()) == (before, revision)


def test_nothing_is_left_to_load_and_a_store_with_other_data_is_left_alone(sample: Sample) -> None:
    assert unloaded(sample.database) == []
    with sample.database.driver.session(database=sample.database.name) as session:
        session.run("MATCH (b:ImportBatch {revision: 1}) SET b.imported_by = 'office'").consume()
        try:
            with pytest.raises(NotEmpty):
                next(load_sample(sample.database, b"key", print))
        finally:
            session.run("MATCH (b:ImportBatch {revision: 1}) SET b.imported_by = $by", by=LOADED_BY).consume()


@pytest.mark.parametrize("seed", [None, 1])
def test_any_order_that_references_allow_makes_the_same_graph(sample: Sample, seed: int | None) -> None:
    """Within each kind of roster the last day first, or shuffled."""
    before = sample.fingerprint()

    def reordered(opened: Sequence[Opened]) -> list[Opened]:
        order: list[Opened] = []
        for _, group in groupby(opened, key=lambda each: each.turn[0]):
            files = list(group)[::-1]
            if seed is not None:
                random.Random(seed).shuffle(files)  # noqa: S311 - an order, no secret
            order += files
        return order

    empty(sample.database)
    sample.load_all(reordered)
    assert sample.fingerprint() == before


def test_no_identity_number_is_anywhere_in_the_graph(sample: Sample) -> None:
    number = re.compile(r"(?<![0-9A-Z])[1-9]\d{5}(?:19|20)\d{2}[01]\d[0-3]\d{4}[0-9Xx](?![0-9A-Z])")
    records, _, _ = sample.database.driver.execute_query(
        "MATCH (n) RETURN properties(n) AS p UNION ALL MATCH ()-[r]->() RETURN properties(r) AS p",
        database_=sample.database.name,
    )
    assert len(records) > 1000
    assert [each[0] for each in records if number.search(repr(each[0]))] == []
