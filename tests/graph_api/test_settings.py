"""Settings: every variable is read, and whatever cannot be used is named."""

import dataclasses
from pathlib import Path

import pytest

from graph_api import PROJECT
from graph_api.environment import LIMITS, VARIABLES
from graph_api.errors import BadSetting
from graph_api.limits import Limits
from graph_api.settings import Settings, is_loopback
from schema.errors import Exit

EVERYWHERE = "0.0.0.0"  # noqa: S104 - refused, never listened on


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret"
    path.write_text("0123456789abcdef0123456789abcdef\n", encoding="utf-8")
    return path


def own(secret: Path, **more: str) -> dict[str, str]:
    """The least that an own Neo4j needs."""
    return {
        "NEO4J_URI": "neo4j://db.example:7687",
        "NEO4J_PASSWORD": "pass",
        "GRAPH_API_KEY_FILE": str(secret),
        **more,
    }


def test_without_any_variable_the_defaults_hold() -> None:
    assert Settings.from_environment({}) == Settings()
    assert Settings() == Settings(
        neo4j_uri=None,
        neo4j_username="neo4j",
        neo4j_password="",
        neo4j_database="neo4j",
        host="127.0.0.1",
        port=8000,
        data=PROJECT / ".data",
        sample=True,
        key_file=None,
        masking=True,
        write_token=None,
        heap=None,
        page_cache=None,
        log_format="console",
        introspection=True,
        stale=False,
        cors_origins=(),
        limits=Limits(),
    )


def test_every_variable_is_read(secret: Path, tmp_path: Path) -> None:
    chosen = {
        "NEO4J_URI": "neo4j+s://db.example:7687",
        "NEO4J_USERNAME": "graph",
        "NEO4J_PASSWORD_FILE": str(secret),
        "NEO4J_DATABASE": "district",
        "GRAPH_API_HOST": "localhost",
        "GRAPH_API_PORT": "9000",
        "GRAPH_API_DATA": str(tmp_path),
        "GRAPH_API_SAMPLE": "no",
        "GRAPH_API_KEY_FILE": str(secret),
        "GRAPH_API_MASKING": "off",
        "GRAPH_API_WRITE_TOKEN_FILE": str(secret),
        "GRAPH_API_HEAP": "2g",
        "GRAPH_API_PAGE_CACHE": "512m",
        "GRAPH_API_LOG_FORMAT": "json",
        "GRAPH_API_INTROSPECTION": "off",
        "GRAPH_API_STALE": "yes",
        "GRAPH_API_CORS_ORIGINS": "https://a.example http://localhost:3000/",
        **{each.name: str(number) for number, each in enumerate(LIMITS, start=1)},
    }
    assert {variable.name for variable in VARIABLES} == {*chosen, "NEO4J_PASSWORD"}
    text = "0123456789abcdef0123456789abcdef"
    assert Settings.from_environment(chosen) == Settings(
        neo4j_uri="neo4j+s://db.example:7687",
        neo4j_username="graph",
        neo4j_password=text,
        neo4j_database="district",
        host="localhost",
        port=9000,
        data=tmp_path,
        sample=False,
        key_file=secret,
        masking=False,
        write_token=text,
        heap=2 << 30,
        page_cache=512 << 20,
        log_format="json",
        introspection=False,
        stale=True,
        cors_origins=("https://a.example", "http://localhost:3000"),
        limits=Limits(
            **{each.name: number for number, each in enumerate(dataclasses.fields(Limits), start=1)}
        ),
    )


def test_secrets_do_not_show() -> None:
    shown = repr(Settings(neo4j_password="hush-hush", write_token="hush-hush"))
    assert "hush-hush" not in shown


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Settings().__setattr__("port", 1)


def test_an_empty_value_is_as_good_as_none() -> None:
    assert Settings.from_environment({variable.name: " " for variable in VARIABLES}) == Settings()


def test_every_default_that_is_listed_is_the_default_in_force() -> None:
    listed = {variable.name: variable.default for variable in VARIABLES if variable.default}
    embedded = {name: text for name, text in listed.items() if name.startswith("GRAPH_API_")}
    assert Settings.from_environment(embedded) == Settings()
    assert (listed["NEO4J_USERNAME"], listed["NEO4J_DATABASE"]) == ("neo4j", "neo4j")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GRAPH_API_PROT", "8000"),
        ("GRAPH_API_PORT", "0"),
        ("GRAPH_API_PORT", "65536"),
        ("GRAPH_API_PORT", "８０００"),
        ("GRAPH_API_PORT", "http"),
        ("GRAPH_API_SAMPLE", "maybe"),
        ("GRAPH_API_MASKING", "false"),
        ("GRAPH_API_HEAP", "2"),
        ("GRAPH_API_HEAP", "0g"),
        ("GRAPH_API_PAGE_CACHE", "lots"),
        ("GRAPH_API_LOG_FORMAT", "xml"),
        ("GRAPH_API_INTROSPECTION", "no"),
        ("GRAPH_API_CORS_ORIGINS", "*"),
        ("GRAPH_API_CORS_ORIGINS", "a.example"),
        ("GRAPH_API_CORS_ORIGINS", "https://a.example/path"),
        ("GRAPH_API_MOST_TOKENS", "0"),
        ("GRAPH_API_MOST_TOKENS", "-1"),
        ("GRAPH_API_MOST_TOKENS", "1e3"),
        ("GRAPH_API_MOST_TOKENS", "9" * 13),
        ("GRAPH_API_KEY_FILE", "/no/such/file"),
        ("GRAPH_API_WRITE_TOKEN_FILE", "/no/such/file"),
        ("NEO4J_URI", "http://db.example"),
        ("NEO4J_URI", "bolt://"),
        ("NEO4J_URI", "bolt://db.example:99999"),
        ("NEO4J_URI", "bolt://user:pass@db.example"),
        ("NEO4J_PASSWORD", "without an address"),
        ("NEO4J_PASSWORD_FILE", "/no/such/file"),
        ("NEO4J_DATABASE", "elsewhere"),
    ],
)
def test_what_cannot_be_used_is_named(name: str, value: str) -> None:
    with pytest.raises(BadSetting) as caught:
        Settings.from_environment({name: value})
    assert caught.value.where.startswith(name)
    assert caught.value.exit_code is Exit.USAGE


def test_a_refused_address_is_not_shown_since_it_may_hold_a_password() -> None:
    with pytest.raises(BadSetting) as caught:
        Settings.from_environment({"NEO4J_URI": "bolt://user:hush-hush@db.example"})
    assert "hush-hush" not in str(caught.value)


def test_an_own_neo4j_needs_a_password_and_a_key_file(secret: Path) -> None:
    complete = own(secret)
    assert Settings.from_environment(complete).neo4j_password == "pass"
    for name in ("NEO4J_PASSWORD", "GRAPH_API_KEY_FILE"):
        with pytest.raises(BadSetting) as caught:
            Settings.from_environment({each: text for each, text in complete.items() if each != name})
        assert caught.value.where == name


def test_a_password_is_given_once(secret: Path) -> None:
    with pytest.raises(BadSetting, match="given twice"):
        Settings.from_environment(own(secret, NEO4J_PASSWORD_FILE=str(secret)))


def test_a_password_keeps_its_blanks(secret: Path) -> None:
    assert Settings.from_environment(own(secret, NEO4J_PASSWORD=" p ")).neo4j_password == " p "


def test_masking_stays_on_where_others_reach_the_api() -> None:
    with pytest.raises(BadSetting) as caught:
        Settings.from_environment({"GRAPH_API_HOST": EVERYWHERE, "GRAPH_API_MASKING": "off"})
    assert caught.value.where == "GRAPH_API_MASKING"


def test_an_empty_file_and_a_short_token_are_named(tmp_path: Path) -> None:
    token = tmp_path / "token"
    for content, why in (("", "the file is empty"), ("short", "the token is too short")):
        token.write_text(content, encoding="utf-8")
        with pytest.raises(BadSetting, match=why) as caught:
            Settings.from_environment({"GRAPH_API_WRITE_TOKEN_FILE": str(token)})
        assert str(token) in caught.value.where


def test_the_key_is_the_file_s_or_the_data_folder_s(secret: Path, tmp_path: Path) -> None:
    assert Settings(key_file=secret).key() == b"0123456789abcdef0123456789abcdef"
    (tmp_path / "key").write_text("k" * 64, encoding="utf-8")
    assert Settings(data=tmp_path).key() == b"k" * 64
    with pytest.raises(BadSetting, match="the file is missing"):
        Settings(data=tmp_path / "other").key()


def test_a_relative_data_folder_lies_in_the_project() -> None:
    assert Settings.from_environment({"GRAPH_API_DATA": "store"}).data == PROJECT / "store"


@pytest.mark.parametrize(
    ("host", "alone"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("LOCALHOST", True),
        (EVERYWHERE, False),
        ("::", False),
        ("192.168.1.2", False),
        ("db.example", False),
    ],
)
def test_loopback(host: str, *, alone: bool) -> None:
    assert is_loopback(host) is alone
