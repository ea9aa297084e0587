"""What breaks callers is found, stays found until it is published, and is refused unless it is listed."""

from argparse import Namespace
from pathlib import Path

import pytest

from graph_api.commands import generate
from graph_api.graphql import breaking_changes
from graph_api.graphql.breaking_changes import (
    bare,
    breaking,
    complaints,
    listed,
    present_complaints,
    promised,
    read,
)
from graph_api.graphql.published import sdl
from graph_api.settings import Settings
from schema.errors import Exit

BEFORE = '''
"""A mill."""
type Mill implements Named { "its name" name: String! "people" employees(at: Int): Int kind: Kind }
interface Named { name: String! }
type Query { mill(code: String!): Mill mills(where: MillWhere): [Mill!]! any: Any }
union Any = Mill | Brand
type Brand { name: String }
enum Kind { SINGLE JOINT }
input MillWhere { name: String place: String }
directive @cold on FIELD
'''

BREAKS = [
    ("kind: Kind", "", "Field Mill.kind was removed."),
    ("JOINT", "", "Enum value Kind.JOINT was removed."),
    ("(at: Int)", "", "Argument Mill.employees(at:) was removed."),
    ("(at: Int)", "(at: Int!)", "Argument Mill.employees(at:) has changed type from Int to Int!."),
    (": Int kind", ": String kind", "Field Mill.employees changed type from Int to String."),
    ("place: String", "place: String more: Int!", "A required field MillWhere.more was added."),
    ("place: String", "", "Field MillWhere.place was removed."),
    (" implements Named", "", "Mill no longer implements interface Named."),
    ("| Brand", "", "Brand was removed from union type Any."),
    ("directive @cold on FIELD", "", "Directive @cold was removed."),
    (
        'name: String! "people"',
        'name: String "people"',
        "Field Mill.name changed type from String! to String.",
    ),
    ("enum Kind { SINGLE JOINT }", "scalar Kind", "Kind changed from an Enum type to a Scalar type."),
]
"""What is replaced by what, and how the change is worded."""


def changed(before: str, now: str, text: str = BEFORE) -> str:
    assert text.count(before) == 1
    return text.replace(before, now)


def test_promises_are_the_schema_without_its_descriptions_in_one_order() -> None:
    promises = bare(BEFORE)
    assert '"' not in promises
    assert breaking(promises, BEFORE) == breaking(BEFORE, promises) == []
    assert bare(promises) == promises == promised(promises, BEFORE)


@pytest.mark.parametrize(("before", "now", "change"), BREAKS, ids=lambda each: each)
def test_what_breaks_callers_is_found_and_stays_found(before: str, now: str, change: str) -> None:
    after = changed(before, now)
    found = breaking(bare(BEFORE), after)
    assert change in found
    kept = promised(bare(BEFORE), after)
    assert breaking(kept, after) == found
    assert promised(kept, after) == kept
    assert breaking(kept, BEFORE) == []


@pytest.mark.parametrize(("before", "now", "change"), BREAKS, ids=lambda each: each)
def test_what_is_added_beside_a_break_is_promised_at_once(before: str, now: str, change: str) -> None:
    after = changed(before, now)
    added = changed("mill(code: String!): Mill", "mill(code: String!): Mill newest: Int", after)
    kept = promised(promised(bare(BEFORE), after), added)
    assert change in breaking(kept, added)
    assert breaking(kept, after) == sorted({*breaking(kept, added), "Field Query.newest was removed."})


def test_an_addition_breaks_nobody() -> None:
    after = changed("kind: Kind", "kind: Kind motto: String", BEFORE) + "type Park { name: String }"
    assert breaking(bare(BEFORE), after) == []
    assert "Field Mill.motto was removed." in breaking(promised(bare(BEFORE), after), BEFORE)


def told(changes: list[str], reasons: dict[str, str]) -> list[str]:
    return [each.en for each in complaints(changes, reasons)]


def test_a_list_has_a_line_a_change_with_its_reason() -> None:
    text = "# 说明\n\nField Mill.kind was removed. # nobody asked for it since 2026\nKind was removed.\n"
    reasons = listed(text)
    assert reasons == {
        "Field Mill.kind was removed.": "nobody asked for it since 2026",
        "Kind was removed.": "",
    }
    assert told(["Field Mill.kind was removed.", "Brand was removed."], reasons) == [
        "a breaking change is not in breaking_changes.txt: Brand was removed.",
        "breaking_changes.txt lists what is no breaking change: Kind was removed.",
        "breaking_changes.txt has no reason (change # reason) for: Kind was removed.",
    ]
    assert told(["Field Mill.kind was removed."], listed(text.rpartition("Kind")[0])) == []


def test_the_schema_keeps_its_promises_but_for_those_that_are_listed() -> None:
    assert [str(each) for each in present_complaints()] == []
    assert read(breaking_changes.PUBLISHED) == breaking_changes.present_promises()


def test_publishing_forgets_what_was_broken_and_keeps_the_lists_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    promises, changes = tmp_path / "published.graphql", tmp_path / "breaking_changes.txt"
    monkeypatch.setattr(breaking_changes, "PUBLISHED", promises)
    monkeypatch.setattr(breaking_changes, "LISTED", changes)
    assert present_complaints() == []
    promises.write_text(bare(changed("type Query {", "type Query { lost: Int ", sdl())), encoding="utf-8")
    assert [each.en.partition(": ")[2] for each in present_complaints()] == ["Field Query.lost was removed."]
    changes.write_text("# how\nField Query.lost was removed. # it never worked\n", encoding="utf-8")
    assert present_complaints() == []
    breaking_changes.publish()
    assert changes.read_text(encoding="utf-8") == "# how\n"
    assert promises.read_text(encoding="utf-8") == bare(sdl())
    assert present_complaints() == []


@pytest.mark.parametrize("check", [True, False], ids=["make check", "make generate"])
def test_a_field_that_is_gone_fails_until_it_is_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, check: bool
) -> None:
    promises, changes = tmp_path / "published.graphql", tmp_path / "breaking_changes.txt"
    monkeypatch.setattr(breaking_changes, "PUBLISHED", promises)
    monkeypatch.setattr(breaking_changes, "LISTED", changes)
    monkeypatch.setattr(generate, "FILES", {promises: breaking_changes.present_promises})
    promises.write_text(
        promised(bare(changed("type Query {", "type Query { lost: Int ", sdl())), sdl()), encoding="utf-8"
    )
    assert generate.run(Namespace(check=check), Settings()) is Exit.ROWS_REJECTED
    assert "breaking_changes.txt: Field Query.lost was removed." in capsys.readouterr().err
    changes.write_text("Field Query.lost was removed. # it was promised for one day only\n", encoding="utf-8")
    assert generate.run(Namespace(check=check), Settings()) is Exit.DONE
