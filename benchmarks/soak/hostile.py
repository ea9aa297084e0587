"""Requests that mean harm: bodies, variables, ids, cursors and headers spoiled, hostile documents sent."""

import base64
import binascii
import contextlib
import gzip
import hashlib
import json
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any, Final
from urllib.parse import quote, urlencode

from benchmarks.soak.honest import Honest
from benchmarks.soak.hostile_documents import ATTACKS, misspelt

JSON: Final = "application/json"


@dataclass(frozen=True, slots=True)
class Hostile:
    """One request to `/graphql`; `kind` names its class."""

    kind: str
    body: bytes = b""
    method: str = "POST"
    query: bytes = b""
    headers: dict[str, str] = field(default_factory=lambda: {"content-type": JSON, "accept": JSON})

    @property
    def size(self) -> int:
        """Bytes that the caller had to send."""
        return len(self.body) + len(self.query)


STRANGE: Final[tuple[Any, ...]] = (
    None, True, -1, 0, 501, 2**31, 2**63, 1e308, "", "x", "\u0000", "\ufeff", "字" * 2000, "' OR 1=1 //",
    "2022-13-45", "9999-12-31", [], {}, [[]], [None], {"": ""}, {"__proto__": {}}, list(range(600)),
    {"and": [{"and": [{"or": []}]}]}, "450903107", "x" * 5000, "*", "a:b", "/.*/", "~", "\\",
)  # fmt: skip
"""Values that no argument wants."""

HEADERS: Final = (
    "content-type", "accept", "accept-language", "accept-encoding", "content-encoding", "content-length",
    "graph-min-revision", "if-none-match", "x-request-id", "origin", "cookie", "host", "expect",
)  # fmt: skip

RAW: Final = (
    b"", b"null", b'"x"', b"1", b"[1]", b"[]", b"{}", b"[{}]", b"{", b"\xff\xfe", b"\xef\xbb\xbf{}", b"NaN",
    b'{"query":"{a}","variables":{"a":NaN}}', b'{"query":"{ __typename }","variables":{"a":1e999}}',
    b'{"query":"{a}","query":"{ __typename }"}', b'{"query":"\\ud800"}', b'{"query":"\\udc00\\ud800"}',
    b'{"query":"{ __typename }","variables":{"a":"\\u0000"}}', b"[" * 9000, b'{"a":' * 9000, b"[{}," * 900,
    b'{"query":"{a}","variables":' + b'{"a":' * 900 + b"1" + b"}" * 901, b"9" * 20_000,
    b'{"query":"{a}","variables":{"a":' + b"9" * 5000 + b"}}", b"\x00" * 100, b"query=%7B__typename%7D",
)  # fmt: skip
"""Bodies as they are."""


@dataclass(frozen=True, slots=True)
class Attacker:
    """Draws one hostile request after the other."""

    honest: Honest
    draw: Random
    names: list[str]

    def request(self) -> Hostile:
        """The next request."""
        make = self.draw.choices(
            (
                self.document,
                self.body,
                self.variables,
                self.identity,
                self.header,
                self.get,
                self.envelope,
                self.raw,
            ),
            weights=(34, 14, 16, 12, 8, 8, 6, 2),
        )[0]
        return make()

    def document(self) -> Hostile:
        """A hostile document in an honest body."""
        text, variables = self.honest.document()
        kind = self.draw.choice(list(ATTACKS)) if self._sometimes(0.5) else "mutated"
        return self._posted(f"document {kind}", ATTACKS[kind](self.draw, text, self.names), variables)

    def body(self) -> Hostile:
        """An honest body with bytes changed, lost, doubled, cut."""
        whole = bytearray(self._posted("", *self.honest.document()).body)
        for _ in range(self.draw.randint(1, 6)):
            place = self.draw.randrange(len(whole) or 1)
            match self.draw.randrange(5):
                case 0:
                    whole[place : place + 1] = bytes([self.draw.randrange(256)])
                case 1:
                    del whole[place : place + self.draw.randint(1, 20)]
                case 2:
                    whole[place:place] = bytes(self.draw.randrange(256) for _ in range(4))
                case 3:
                    whole[place:place] = whole[place : place + self.draw.randint(1, 200)]
                case _:
                    del whole[place:]
        return Hostile("body", bytes(whole))

    def variables(self) -> Hostile:
        """An honest document with variables of any other kind."""
        text, variables = self.honest.document()
        for name in variables or {"v": 1}:
            if self._sometimes(0.7):
                variables[name] = self._spoiled(variables.get(name))
        return self._posted("variables", text, variables)

    def identity(self) -> Hostile:
        """Ids and cursors made up, cut, of other types, of other days."""
        known = self.honest.known
        text = self.draw.choice([*known.ids, *known.cursors, "RW50ZXJwcmlzZTox"])
        spoiled = self._id(text)
        ids = [self._id(self.draw.choice([*known.ids, "x"])) for _ in range(self.draw.choice((1, 3, 600)))]
        return self.draw.choice(
            (
                self._posted("id", "query Q($i: ID!) { node(id: $i) { id } }", {"i": spoiled}),
                self._posted("ids", "query Q($i: [ID!]!) { nodes(ids: $i) { id __typename } }", {"i": ids}),
                self._posted(
                    "id and day",
                    "query Q($i: ID!, $d: Date) { node(id: $i, asOf: $d) { id } }",
                    {
                        "i": text,
                        "d": self.draw.choice(("2022-08-02", "1899-12-31", "2022-02-30", "٢٠٢٢-٠٨-٠٢", "")),
                    },
                ),
                self._posted(
                    "cursor",
                    "query Q($c: String) { enterprises(first: 3, after: $c) { nodes { id } } }",
                    {"c": spoiled},
                ),
            )
        )

    def header(self) -> Hostile:
        """An honest body under headers that are none."""
        made = self._posted("header", *self.honest.document())
        value = self.draw.choice(
            ("", "x", "\u00ff\u00fe", ";q=;q=", "a;q=nan,*;q=inf", ",,,,", "x" * 8000, "a," * 4000, "-1", "*")
        )
        name = self.draw.choice(HEADERS)
        kinds = (
            "text/plain",
            "multipart/form-data; boundary=x",
            f"{JSON}; charset=utf-16",
            "application/graphql",
        )
        value = self.draw.choice(kinds) if name == "content-type" and self._sometimes(0.5) else value
        return replace(made, headers=made.headers | {name: value})

    def get(self) -> Hostile:
        """A GET with mutations, broken escapes, doubled parameters, tags."""
        text, variables = self.honest.document()
        text = self.draw.choice(
            (text, "mutation { a }", "subscription { a }", ATTACKS["mutated"](self.draw, text, self.names))
        )
        given = {
            "query": text,
            "variables": json.dumps(variables),
            "extensions": self.draw.choice(("", "{}", "[", "1")),
        }
        query = urlencode(given, quote_via=quote)
        if self._sometimes(0.3):
            place = self.draw.randrange(len(query))
            query = (
                query[:place]
                + self.draw.choice(("%", "%ff", "%00", "&query=x", "&" * 30, "%u0000", "+"))
                + query[place:]
            )
        headers = {"accept": JSON, "if-none-match": self.draw.choice(("", "*", 'W/"1-x"', '"' * 50))}
        return Hostile(
            "get", method=self.draw.choice(("GET", "HEAD", "GET")), query=query.encode(), headers=headers
        )

    def envelope(self) -> Hostile:
        """Batches, hashes, names, extensions, compressed and multipart bodies."""
        text, variables = self.honest.document()
        digest = hashlib.sha256(text.encode()).hexdigest()
        fine = {"query": text, "variables": variables}
        other = self.draw.choice(STRANGE)
        bodies: tuple[Any, ...] = (
            [fine] * 20,
            fine | {"operationName": other},
            fine | {"extensions": other},
            fine | {"variables": other},
            fine | {"query": other},
            fine | {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": digest}}},
            {
                "extensions": {
                    "persistedQuery": {"version": 1, "sha256Hash": self.draw.choice((digest, "x", None, 1))}
                }
            },
            {"extensions": {"persistedQuery": other}},
            {str(number): fine for number in range(20)},
        )
        body = json.dumps(self.draw.choice(bodies)).encode()
        made = Hostile("envelope", body)
        if self._sometimes(0.1):
            return replace(
                made, body=gzip.compress(body), headers=made.headers | {"content-encoding": "gzip"}
            )
        if self._sometimes(0.1):
            form = (
                b'--x\r\nContent-Disposition: form-data; name="map"\r\n\r\n{"0":["variables.\xff"]}\r\n--x--'
            )
            return replace(made, body=form, headers={"content-type": "multipart/form-data; boundary=x"})
        return made

    def raw(self) -> Hostile:
        """A body that is no request at all."""
        return Hostile("raw", self.draw.choice(RAW))

    def _sometimes(self, share: float) -> bool:
        return self.draw.random() < share

    def _posted(self, kind: str, text: str, variables: dict[str, Any]) -> Hostile:
        return Hostile(kind, json.dumps({"query": text, "variables": variables}).encode())

    def _spoiled(self, value: Any) -> Any:
        if isinstance(value, str) and value and self._sometimes(0.3):
            return misspelt(self.draw, value)
        if isinstance(value, dict) and value and self._sometimes(0.5):
            return {name: self._spoiled(each) for name, each in value.items()}
        return self.draw.choice(STRANGE)

    def _id(self, text: str) -> str:
        inner = b""
        if self._sometimes(0.7):
            with contextlib.suppress(binascii.Error):  # a cursor need not be one
                inner = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        made = (
            inner[: self.draw.randrange(len(inner) + 1)],
            inner + b"@2022-08-02",
            inner + b"@2022-13-99",
            b"Enterprise:" + str(self.draw.choice((0, 10**17, 10**18, 10**40))).encode(),
            self.draw.choice(self.names).encode() + b":1",
            bytes(self.draw.randrange(256) for _ in range(30)),
        )
        plain = base64.urlsafe_b64encode(self.draw.choice(made)).decode().rstrip("=")
        return self.draw.choice((plain, plain + "=", misspelt(self.draw, text or "x"), text * 50))
