"""Who owns a data folder: one process at a time, known by id and start time."""

import fcntl
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from graph_api.database import owner
from graph_api.database.owner import Owner
from graph_api.database.store import Store
from graph_api.errors import StoreHeld
from schema.errors import Exit

LOCKER = """
import fcntl, sys, time
file = open(sys.argv[1], "r+b")
fcntl.lockf(file, fcntl.LOCK_EX)
print("locked", flush=True)
time.sleep(60)
"""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


@pytest.fixture
def foreigner(store: Store) -> Iterator[subprocess.Popen[bytes]]:
    """A process that is not ours and holds the store, as a Neo4j started by hand would."""
    lock = store.home / "data" / "databases" / "store_lock"
    lock.parent.mkdir(parents=True)
    lock.touch()
    with subprocess.Popen([sys.executable, "-c", LOCKER, str(lock)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        yield process
        process.kill()


def test_of_two_the_first_owns_and_the_second_reads_who(store: Store) -> None:
    first = owner.own(store)
    assert first is not None
    me = Owner.me("tests")
    with closing(first):
        first.write(me)
        assert owner.own(store) is None
        assert owner.owner_of(store) == me
        assert (me.pid, me.purpose) == (os.getpid(), "tests")
    assert owner.owner_of(store) is None


def test_a_dead_owner_s_folder_is_taken_over_with_what_it_left(store: Store) -> None:
    dead = Owner(pid=1, started=0.0, purpose="service", port=7687, neo4j_pid=2, neo4j_started=1.0)
    taken = owner.own(store)
    assert taken is not None
    taken.write(dead)
    os.close(taken._descriptor)  # as when a process dies: the lock is gone, the text is not
    assert owner.owner_of(store) is None
    after = owner.own(store)
    assert after is not None
    with closing(after):
        assert after.predecessor == dead


def test_a_reader_sees_the_old_or_the_new_owner_never_none(store: Store) -> None:
    taken = owner.own(store)
    assert taken is not None
    short, long = Owner(1, 0.0, "a"), Owner(10**9, 10.0**9, "a longer purpose", 65535, 10**9, 1e9, ready=True)
    with closing(taken):
        for said in (short, long, short):
            taken.write(said)
            assert store.owner_file.stat().st_size == owner.RECORD
            assert owner.owner_of(store) == said


def test_a_file_that_says_nothing_readable_names_nobody(store: Store) -> None:
    for text in ("", "{", "[]", '{"pid": 1}', '{"pid": 1, "started": 2, "purpose": "x", "more": 3}'):
        store.owner_file.write_text(text, encoding="utf-8")
        assert owner.read(store) is None


def test_a_number_used_again_is_not_the_process_it_was() -> None:
    started = psutil.Process().create_time()
    assert owner.is_running(os.getpid(), started)
    assert not owner.is_running(os.getpid(), started - 60)


def test_a_zombie_is_dead() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        started = psutil.Process(process.pid).create_time()
        deadline = time.monotonic() + 10
        while psutil.Process(process.pid).status() != psutil.STATUS_ZOMBIE:
            assert time.monotonic() < deadline
            time.sleep(0.01)
        assert not owner.is_running(process.pid, started)


def test_an_orphan_that_does_not_die_by_itself_is_ended(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(owner, "FOREIGN_PATIENCE", 0.2)
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as orphan:
        owner.end_orphan(Owner.me("tests").with_neo4j(orphan.pid, 7687))
        assert orphan.wait(5) == -9
    assert not store.owner_file.exists()


def test_a_foreign_process_that_holds_the_store_is_named_after_a_while(
    store: Store, foreigner: subprocess.Popen[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert owner.FOREIGN_PATIENCE == 15.0
    monkeypatch.setattr(owner, "FOREIGN_PATIENCE", 0.5)
    begin = time.monotonic()
    with pytest.raises(StoreHeld, match=rf"in use by process {foreigner.pid} \(python") as caught:
        owner.refuse_foreign(store)
    assert 0.5 <= time.monotonic() - begin < 5
    assert caught.value.exit_code is Exit.DATABASE_UNAVAILABLE


def test_a_foreign_process_that_lets_go_in_time_is_waited_for(
    store: Store, foreigner: subprocess.Popen[bytes]
) -> None:
    foreigner.kill()
    owner.refuse_foreign(store)
    assert list(owner._holders(store.home / "data" / "databases")) == []


def test_nobody_holds_a_store_that_is_new(store: Store) -> None:
    owner.refuse_foreign(store)
    assert not store.home.exists()


def test_the_lock_of_the_owner_is_not_inherited_by_its_children(store: Store) -> None:
    taken = owner.own(store)
    assert taken is not None
    assert not os.get_inheritable(taken._descriptor)
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as child:
        taken.close()
        with store.owner_file.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        child.kill()
