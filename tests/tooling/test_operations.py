"""docs/operations.md says only what is so: its commands, settings, targets, ports and exit codes exist."""

import re
from pathlib import Path

import yaml

from graph_api import environment
from graph_api.commands import COMMANDS
from schema.errors import Exit

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")


def test_every_command_it_names_exists() -> None:
    named = set(re.findall(r"python -m graph_api ([a-z-]+)", PAGE))
    assert "database" in named
    assert named - set(COMMANDS) == set()


def test_every_setting_it_names_exists() -> None:
    named = set(re.findall(r"\b(?:GRAPH_API|NEO4J)_[A-Z0-9_]*[A-Z0-9]", PAGE))
    assert "NEO4J_URI" in named
    assert named - {variable.name for variable in environment.VARIABLES} == set()


def test_every_make_target_it_names_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"`[^`]*\bmake ([a-z-]+)", PAGE)) - targets == set()


def test_its_figures_of_the_containers_are_those_of_the_compose_file() -> None:
    services = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"]
    assert services["neo4j"]["mem_limit"] == "2560m"
    assert services["neo4j"]["environment"]["NEO4J_server_memory_heap_max__size"] == "1g"
    assert services["neo4j"]["environment"]["NEO4J_server_memory_pagecache_size"] == "512m"
    assert services["api"]["mem_limit"] == "1g"
    assert "Neo4j 2560 MB (heap 1 GB, page cache 512 MB), API 1 GB" in PAGE
    assert [service["ports"] for service in services.values()] == [
        ["127.0.0.1:7687:7687"],
        ["127.0.0.1:8000:8000"],
    ]


def test_its_exit_codes_are_all_there_are() -> None:
    codes = [int(code) for code in re.findall(r"^\| (\d) \|", PAGE, re.MULTILINE)]
    assert codes == sorted(Exit)
