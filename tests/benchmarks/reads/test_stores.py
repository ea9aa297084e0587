"""A store is written once, kept where a folder is named, and never used half written."""

from pathlib import Path

import psutil
import pytest

from benchmarks.reads.stores import KEPT, store


@pytest.mark.long
@pytest.mark.timeout(300)
def test_a_kept_store_is_not_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEPT, str(tmp_path))
    count = "MATCH (e:Enterprise) RETURN count(e)"
    with store(20) as one, one.database.driver.session(database=one.database.name) as session:
        assert session.run(count).single(strict=True)[0] == 20
        assert one.environment()["NEO4J_URI"] == one.database.uri
        assert "java" in psutil.Process(one.neo4j_pid()).name()
    with store(20) as one, one.database.driver.session(database=one.database.name) as session:
        assert session.run(count).single(strict=True)[0] == 20
    (tmp_path / "district-20" / "written").unlink()
    with pytest.raises(RuntimeError, match="half written"), store(20):
        raise AssertionError
