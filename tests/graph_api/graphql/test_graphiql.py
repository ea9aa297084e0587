"""The GraphiQL page, built from our own files and opened in a real browser."""

import asyncio
import shutil
import subprocess
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, sync_playwright

from graph_api.graphql.graphiql import POLICY, WEB, GraphiQL
from tests.api_server import Api
from tests.graph_api.graphql.district import create

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 60_000
"""Milliseconds that the page may take for a step on a busy machine."""
NPM = shutil.which("npm")


@pytest.fixture(scope="module")
def built() -> bool:
    """Whether the page is there: it is built where Node is."""
    if not GraphiQL().page.is_file() and NPM is not None:
        for step in (["ci", "--no-audit", "--no-fund"], ["run", "build"]):
            subprocess.run([NPM, *step], cwd=WEB, check=True, capture_output=True, timeout=300)
    return GraphiQL().page.is_file()


def test_the_page_is_served_under_a_strict_policy_or_tells_how_to_build_it(api: Api, *, built: bool) -> None:
    answer = api.http.get("/")
    assert answer.status_code == httpx.codes.OK
    assert answer.headers["content-security-policy"] == POLICY
    assert ("/assets/" in answer.text) is built
    assert ("Node.js" in answer.text) is not built


@pytest.mark.parametrize("name", ["nothing.js", "..%2findex.html", "%2e%2e", ".hidden", "a%00b", ""])
def test_nothing_but_the_pages_files_is_served(api: Api, name: str) -> None:
    assert api.http.get(f"/assets/{name}").status_code == httpx.codes.NOT_FOUND


def test_without_node_the_page_says_what_to_do(tmp_path: Path) -> None:
    page = GraphiQL(tmp_path)
    body = asyncio.run(page.respond(None)).body  # type: ignore[arg-type]
    assert "Node.js 20" in bytes(body).decode()


def test_a_build_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "package.json").write_text("{", encoding="utf-8")
    false = shutil.which("false")
    monkeypatch.setattr("graph_api.graphql.graphiql.shutil.which", lambda _: false)
    page = GraphiQL(tmp_path)

    async def build() -> bytes:
        async with page.built():
            await asyncio.sleep(0.5)
            return bytes((await page.respond(None)).body)  # type: ignore[arg-type]

    assert "npm ci" in asyncio.run(build()).decode()


def test_a_build_is_ended_with_the_service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "package.json").write_text("{}", encoding="utf-8")
    slow = tmp_path / "npm"
    slow.write_text("#!/bin/sh\necho $$ > pid\nsleep 600\n", encoding="utf-8")
    slow.chmod(0o755)
    monkeypatch.setattr("graph_api.graphql.graphiql.shutil.which", lambda _: str(slow))
    page = GraphiQL(tmp_path)

    async def build() -> bytes:
        async with page.built():
            for _ in range(100):
                await asyncio.sleep(0.05)
                if (tmp_path / "pid").exists():
                    break
            return bytes((await page.respond(None)).body)  # type: ignore[arg-type]

    assert "正在构建" in asyncio.run(build()).decode()
    started = int((tmp_path / "pid").read_text())
    assert not Path(f"/proc/{started}").exists()


def test_a_caller_asks_from_the_page_without_any_other_server(api: Api, *, built: bool) -> None:
    create(api)
    assert built is (NPM is not None)
    said: list[str] = []
    elsewhere: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1400, "height": 900}, locale="zh-CN")
        page.on("console", lambda each: said.append(each.text) if each.type == "error" else None)
        page.on("pageerror", lambda each: said.append(str(each)))
        base = str(api.http.base_url)
        page.on("request", lambda each: elsewhere.append(each.url) if not local(each.url, base) else None)
        page.goto(base)
        shown = ask(page) if built else page.inner_text("body")
        browser.close()
    assert ("第一主席" in shown) is built
    assert (said, elsewhere) == ([], [])


def local(url: str, base: str) -> bool:
    return url.startswith((base, "data:", "blob:"))


def ask(page: Page) -> str:
    """Open an example and run it; the text of the answer."""
    page.get_by_role("button", name="Show 示例 Examples").click()
    page.locator(".result-window .monaco-editor").wait_for(timeout=PATIENCE)
    page.get_by_role("button", name="branch-card").click()
    page.get_by_role("tab", name="BranchCard").wait_for(timeout=PATIENCE)  # it knows the operation's name
    page.get_by_role("button", name="case-report").click()
    page.get_by_role("tab", name="CaseReport").nth(1).wait_for(timeout=PATIENCE)
    page.get_by_role("button", name="Execute query").click()
    page.get_by_text('"FIRST_CHAIRS"').first.wait_for(timeout=PATIENCE)
    return page.inner_text(".result-window")
