import threading
import time
from collections.abc import Iterator

import neo4j
import pytest

from graph_api.projection.touched import (
    NO_CHANGE,
    CannotFollow,
    Touched,
    mark_at,
    revision_now,
    settled_revision,
    store_of,
)

COUNTER = "CREATE (:Counter {name: 'revision', value: 2})"
CHANGES = """
CREATE (:Change:Entity {id: 1, code: 'CHG-1', revision: 1, at: 'then', operations: ['+Enterprise:7']}),
       (:Change:Entity {id: 2, code: 'CHG-2', revision: 2, at: 'later', batch: 'BAT-9',
                        operations: ['~Enterprise:7', '+COVERS:8', '-Union:9', '+FROM_BATCH:1']}),
       (:ImportBatch:Entity {id: 9, code: 'BAT-9'})
"""


@pytest.fixture
def session(driver: neo4j.Driver) -> Iterator[neo4j.Session]:
    with driver.session(database="neo4j") as session:
        session.run(COUNTER).consume()
        session.run(CHANGES).consume()
        yield session


def test_the_changes_say_what_was_touched_and_lead_to_a_revision(session: neo4j.Session) -> None:
    touched = Touched(0, NO_CHANGE)
    touched.read_on(session, 1)
    assert (dict(touched.nodes), touched.revision) == ({"ImportBatch": set(), "Enterprise": {7}}, 1)
    assert touched.mark == mark_at(session, 1)
    touched.read_on(session, 2)
    assert dict(touched.nodes) == {"Enterprise": {7}, "Union": {9}, "ImportBatch": {9}}
    assert touched.ties["COVERS"] == {8}
    assert (touched.revision, touched.mark) == (2, "2|2|later")


@pytest.mark.parametrize(
    ("operations", "reason"),
    [
        (None, "names no operations"),
        (["Enterprise:7"], "of another form"),
        (["+Enterprise:x"], "of another form"),
        (["+Nothing:7"], "in no catalog"),
        (["+Enterprise:7..9"], "names no batch"),
    ],
)
def test_a_change_that_does_not_say_what_it_touched_cannot_be_followed(
    session: neo4j.Session, operations: list[str] | None, reason: str
) -> None:
    session.run(
        "MATCH (c:Change {revision: 1}) SET c.operations = $operations", operations=operations
    ).consume()
    with pytest.raises(CannotFollow, match=reason):
        Touched(0, NO_CHANGE).read_on(session, 2)


def test_a_hole_another_history_and_one_that_goes_back_cannot_be_followed(session: neo4j.Session) -> None:
    for touched, until in (
        (Touched(1, "1|1|another"), 2),
        (Touched(2, "2|2|later"), 1),
        (Touched(2, "2|2|later"), 3),
    ):
        with pytest.raises(CannotFollow):
            touched.read_on(session, until)
    assert mark_at(session, 3) == NO_CHANGE


def test_the_settled_revision_waits_for_a_write_that_is_being_committed(
    session: neo4j.Session, driver: neo4j.Driver
) -> None:
    found: list[int] = []
    with driver.session() as writing, driver.session() as reading:
        transaction = writing.begin_transaction()
        transaction.run("MATCH (c:Counter {name: 'revision'}) SET c.value = 3").consume()
        waiting = threading.Thread(target=lambda: found.append(settled_revision(reading)))
        waiting.start()
        time.sleep(0.3)
        assert (revision_now(session), found) == (2, [])
        transaction.commit()
        waiting.join()
    assert found == [3]
    assert settled_revision(session) == revision_now(session) == 3


def test_an_empty_database_is_at_no_revision_and_has_a_name(driver: neo4j.Driver) -> None:
    with driver.session() as session:
        assert settled_revision(session) == revision_now(session) == 0
        assert store_of(session) == store_of(session) != ""
