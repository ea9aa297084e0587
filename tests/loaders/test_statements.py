"""Names get into Cypher only after the catalog has vouched for them."""

import pytest

from loaders.statements import CREATE_TIE, about_kind, about_label, create_nodes, create_ties


def test_what_the_catalog_does_not_know_never_gets_into_a_statement() -> None:
    with pytest.raises(KeyError):
        about_label("MATCH (n:LABEL) RETURN n", "Enterprise) DETACH DELETE (m")
    with pytest.raises(KeyError):
        about_kind(CREATE_TIE, "COVERS]->() DELETE x //")
    with pytest.raises(KeyError):
        create_nodes("Enterprise", ["name`: 1}) //"])
    with pytest.raises(KeyError):
        create_ties("COVERS", ["no such property"])


def test_a_statement_names_exactly_what_it_was_asked_for() -> None:
    assert "(n:Enterprise:Entity {id: r[0], `name`: r[1], `size`: r[2]})" in create_nodes(
        "Enterprise", ["name", "size"]
    )
    assert "[:COVERS {`key`: r[2]}]" in create_ties("COVERS", ["key"])
    assert about_kind("MATCH ()-[r:KIND]-()", "IS", "OF") == "MATCH ()-[r:IS|OF]-()"
