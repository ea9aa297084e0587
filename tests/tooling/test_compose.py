"""docker-compose.yml starts what README promises, and the check notices when it would not."""

import re
import socket
import stat
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph_api.errors import BadSetting
from tools.checks import compose
from tools.environment import compose_secrets

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def file() -> dict[str, Any]:
    text = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


@pytest.fixture
def secrets(tmp_path: Path) -> Path:
    compose_secrets.make(tmp_path)
    return tmp_path


def test_the_file_obeys_the_schema_of_compose_files() -> None:
    assert compose.refusal(ROOT / "docker-compose.yml") == ""


def test_a_misspelt_key_is_refused(tmp_path: Path) -> None:
    wrong = tmp_path / "docker-compose.yml"
    wrong.write_text("services: {api: {image: a, volume: [b]}}", encoding="utf-8")
    assert "volume" in compose.refusal(wrong)


def test_the_service_reads_its_environment_with_its_own_settings(file: dict[str, Any], secrets: Path) -> None:
    settings = compose.settings(file, secrets)
    assert settings.neo4j_uri == "bolt://neo4j:7687"
    assert settings.neo4j_password == (secrets / "neo4j_password").read_text(encoding="utf-8")
    assert settings.key_file == secrets / "graph_api_key"
    assert settings.write_token == (secrets / "graph_api_write_token").read_text(encoding="utf-8")
    assert settings.masking
    assert not settings.loopback


def test_an_unknown_setting_in_the_file_is_refused(file: dict[str, Any], secrets: Path) -> None:
    file["services"]["api"]["environment"]["GRAPH_API_COLOUR"] = "red"
    with pytest.raises(BadSetting, match="GRAPH_API_COLOUR"):
        compose.settings(file, secrets)


def test_a_secret_that_is_not_given_to_the_service_is_noticed(file: dict[str, Any], secrets: Path) -> None:
    file["services"]["api"]["secrets"].remove("graph_api_key")
    with pytest.raises(KeyError, match="graph_api_key"):
        compose.settings(file, secrets)


def test_every_service_has_a_memory_limit_a_health_check_and_ports_on_loopback_alone(
    file: dict[str, Any],
) -> None:
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    assert set(file["services"]) == {"neo4j", "api"}
    for name, service in file["services"].items():
        assert service["mem_limit"]
        assert "healthcheck" in service or "\nHEALTHCHECK " in dockerfile, name
        assert all(port.startswith("127.0.0.1:") for port in service["ports"])
        assert all(volume.split(":")[0] in file["volumes"] for volume in service["volumes"])


def test_the_api_waits_until_neo4j_is_healthy(file: dict[str, Any]) -> None:
    assert file["services"]["api"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}


def test_no_password_stands_in_the_file(file: dict[str, Any]) -> None:
    for service in file["services"].values():
        for name, value in service["environment"].items():
            if re.search("PASSWORD|AUTH|KEY|TOKEN", name):
                assert name.endswith("_FILE")
                assert str(value).startswith(compose.MOUNTED)


def test_the_container_runs_the_same_neo4j_as_the_embedded_one(file: dict[str, Any]) -> None:
    jars = tomllib.loads((ROOT / "graph_api/database/jgo.toml").read_text(encoding="utf-8"))
    versions = {each.rsplit(":", 1)[1] for each in jars["dependencies"]["coordinates"]}
    assert file["services"]["neo4j"]["image"] == f"neo4j:{versions.pop()}-community"
    assert versions == set()


def test_the_image_runs_as_nobody_special_from_the_locked_packages() -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("USER ")] == ["USER graph-api"]
    assert any("--require-hashes -r requirements.lock" in line for line in lines)


def test_everything_the_image_copies_is_let_through_to_it() -> None:
    passed = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    folders = {"schema", "loaders", "graph_api", "examples", "web"}
    assert passed[0] == "*"
    assert {line[1:] for line in passed if line.startswith("!")} == folders | {"requirements.lock", "NOTICE"}
    assert [folder for folder in folders if not (ROOT / folder).is_dir()] == []


def test_secrets_are_made_once_and_agree_with_each_other(tmp_path: Path) -> None:
    folder = tmp_path / "secrets"
    assert set(compose_secrets.make(folder)) == {*compose_secrets.ALONE, "neo4j_auth"}
    before = {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()}
    assert compose_secrets.make(folder) == []
    assert {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()} == before
    assert before["neo4j_auth"] == f"neo4j/{before['neo4j_password']}"
    assert len(set(before.values())) == len(before)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def ask_health(file: dict[str, Any], reply: bytes) -> tuple[int, bytes]:
    """Run Neo4j's health check against a listener that gives `reply`; its exit code and what it sent."""
    heard = b""
    with socket.create_server(("127.0.0.1", 0)) as server:
        command = file["services"]["neo4j"]["healthcheck"]["test"]
        assert command[0] == "CMD"
        script = command[3].replace("7687", str(server.getsockname()[1]))
        with subprocess.Popen([*command[1:3], script]) as check:
            connection, _ = server.accept()
            with connection:
                heard = connection.recv(64)
                connection.sendall(reply)
            return check.wait(10), heard


def test_neo4j_is_healthy_when_bolt_agrees_on_a_version(file: dict[str, Any]) -> None:
    code, heard = ask_health(file, bytes([0, 0, 0, 5]))
    assert code == 0
    assert heard == bytes.fromhex("6060b017 00000005 00000000 00000000 00000000")


@pytest.mark.parametrize("reply", [bytes(4), b""])
def test_neo4j_is_not_healthy_when_bolt_refuses_or_hangs_up(file: dict[str, Any], reply: bytes) -> None:
    assert ask_health(file, reply)[0] != 0
