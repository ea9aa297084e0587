"""graphql-http's audit of GraphQL over HTTP passes whole, its advice (SHOULD, MAY) too."""

from tests.api_server import Api
from tests.judges.judge import ask

AUDITS = 61


def test_the_audit_passes_whole(api: Api) -> None:
    results = ask("audit", f"{api.http.base_url}/graphql")
    failed = [f"{each['id']} {each['name']}: {each['reason']}" for each in results if each["status"] != "ok"]
    assert failed == []
    assert len({each["id"] for each in results}) == AUDITS
