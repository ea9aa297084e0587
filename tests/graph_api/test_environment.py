"""One value of each kind, read or refused with what would do."""

from pathlib import Path

import pytest

from graph_api import environment
from graph_api.environment import VARIABLES
from graph_api.errors import BadSetting


def test_every_variable_has_one_name_and_says_in_both_languages_what_it_is_for() -> None:
    assert len({variable.name for variable in VARIABLES}) == len(VARIABLES)
    assert [each.name for each in VARIABLES if not (each.purpose.zh and each.purpose.en)] == []


def test_a_name_that_no_variable_bears_is_refused_but_only_among_ours() -> None:
    environment.refuse_unknown({"PATH": "/bin", "NEO4J_HOME": "/x", "GRAPH_API_PORT": "1"})
    with pytest.raises(BadSetting, match="unknown setting"):
        environment.refuse_unknown({"GRAPH_API_PROT": "1"})


@pytest.mark.parametrize(
    ("text", "size"), [("512m", 512 << 20), ("2g", 2 << 30), ("2GB", 2 << 30), ("64 k", 64 << 10)]
)
def test_sizes(text: str, size: int) -> None:
    assert environment.size("SIZE", text) == size


@pytest.mark.parametrize("text", ["", "g", "1.5g", "-1g", "1t", "١g"])
def test_what_is_no_size_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(BadSetting, match="use 512m, 2g"):
        environment.size("SIZE", text)


@pytest.mark.parametrize("scheme", environment.SCHEMES)
def test_every_scheme_of_the_driver_is_an_address(scheme: str) -> None:
    address = f"{scheme}://db.example:7687"
    assert environment.uri("NEO4J_URI", address) == address


@pytest.mark.parametrize("port", ["1", "65535"])
def test_the_outermost_ports(port: str) -> None:
    assert environment.port("PORT", port) == int(port)


def test_words_are_read_in_any_case() -> None:
    assert environment.one_of("WORD", "YES", ("yes", "no")) == "yes"
    with pytest.raises(BadSetting, match="use yes / no"):
        environment.one_of("WORD", "y", ("yes", "no"))


def test_a_file_s_content_comes_without_the_blanks_around_it(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("\n hush hush \n", encoding="utf-8")
    assert environment.content("FILE", str(file)) == "hush hush"


@pytest.mark.parametrize(
    ("content", "why"), [(b"", "the file is empty"), (b"\xff\xfe\xff", "the file is no text")]
)
def test_a_file_that_is_of_no_use_is_named_with_the_reason(tmp_path: Path, content: bytes, why: str) -> None:
    file = tmp_path / "secret"
    file.write_bytes(content)
    with pytest.raises(BadSetting, match=why) as caught:
        environment.content("FILE", str(file))
    assert caught.value.where == f"FILE={file}"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="cannot be read"):
        environment.content("FILE", str(tmp_path))


@pytest.mark.parametrize("text", ["1", "500", "9" * 12])
def test_a_whole_number_of_at_least_one(text: str) -> None:
    assert environment.number("MOST", text) == int(text)


@pytest.mark.parametrize("text", ["", "0", "-1", "1.5", "９", "1_000", "9" * 13])
def test_what_is_no_such_number_is_refused(text: str) -> None:
    with pytest.raises(BadSetting, match="use 1, 2, 3"):
        environment.number("MOST", text)


def test_origins_stand_with_blanks_or_commas_between_them() -> None:
    assert environment.origins("CORS", "") == ()
    text = "https://a.example, http://localhost:3000/  http://[::1]:5173"
    assert environment.origins("CORS", text) == (
        "https://a.example",
        "http://localhost:3000",
        "http://[::1]:5173",
    )


@pytest.mark.parametrize(
    "text", ["*", "null", "a.example", "https://", "https://a.example/x", "ftp://a.example"]
)
def test_what_is_no_origin_is_refused(text: str) -> None:
    with pytest.raises(BadSetting):
        environment.origins("CORS", text)
