"""Bytes over a connection that are no HTTP, or HTTP that means harm."""

from random import Random
from typing import Final

HEAD: Final = b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
BODY: Final = b'{"query":"{ __typename }"}'
LENGTH: Final = b"Content-Length: 26\r\n"

ATTACKS: Final[dict[str, bytes]] = {
    "nothing": b"",
    "garbage": b"\x00\xff\x16\x03\x01 not http at all\r\n\r\n",
    "another protocol": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "no version": b"GET /graphql\r\n\r\n",
    "strange version": b"GET /graphql HTTP/9.9\r\nHost: x\r\n\r\n",
    "strange method": b"STEAL /graphql HTTP/1.1\r\nHost: x\r\n\r\n",
    "small method": b"post /graphql HTTP/1.1\r\nHost: x\r\n\r\n",
    "no host": b"GET /graphql?query=%7B__typename%7D HTTP/1.1\r\n\r\n",
    "path of bytes": b"GET /\xff\xfe\x80 HTTP/1.1\r\nHost: x\r\n\r\n",
    "path of escapes": b"GET /%00%ff%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
    "path elsewhere": b"GET /assets/../../key HTTP/1.1\r\nHost: x\r\n\r\n",
    "absolute address": b"GET http://elsewhere.example/graphql HTTP/1.1\r\nHost: x\r\n\r\n",
    "broken address": b"GET http://[::1 HTTP/1.1\r\nHost: x\r\n\r\n",
    "query of bytes": b"GET /graphql?query=\xff\xfe HTTP/1.1\r\nHost: x\r\n\r\n",
    "long query": b"GET /graphql?query=" + b"x" * 40_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    "long header": b"GET /graphql HTTP/1.1\r\nHost: x\r\nX: " + b"x" * 300_000 + b"\r\n\r\n",
    "many headers": b"GET /graphql HTTP/1.1\r\nHost: x\r\n" + b"X: y\r\n" * 9_000 + b"\r\n",
    "header of bytes": b"GET /graphql HTTP/1.1\r\nHost: x\r\nAccept: \xff\xfe\r\nX-Request-Id: \xff\r\n\r\n",
    "header in header": b"GET /graphql HTTP/1.1\r\nHost: x\r\nX-Request-Id: a\rSet-Cookie: b\r\n\r\n",
    "folded header": b"GET /graphql HTTP/1.1\r\nHost: x\r\nAccept: a\r\n b\r\n\r\n",
    "two lengths": HEAD + LENGTH + b"Content-Length: 2\r\n\r\n" + BODY,
    "length and chunks": HEAD
    + LENGTH
    + b"Transfer-Encoding: chunked\r\n\r\n1a\r\n"
    + BODY
    + b"\r\n0\r\n\r\n",
    "negative length": HEAD + b"Content-Length: -1\r\n\r\n" + BODY,
    "huge length": HEAD + b"Content-Length: 99999999999999999999999\r\n\r\n" + BODY,
    "length too long": HEAD + b"Content-Length: 4000\r\n\r\n" + BODY,
    "length too short": HEAD + b"Content-Length: 5\r\n\r\n" + BODY,
    "broken chunks": HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n" + BODY,
    "chunks without end": HEAD + b"Transfer-Encoding: chunked\r\n\r\n1a\r\n" + BODY,
    "expects": HEAD + LENGTH + b"Expect: 100-continue\r\n\r\n" + BODY,
    "upgrade": HEAD + LENGTH + b"Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n" + BODY,
    "one after the other": (HEAD + LENGTH + b"\r\n" + BODY) * 20,
    "fine": HEAD + LENGTH + b"Connection: close\r\n\r\n" + BODY,
}
"""Each by its name."""


def spoiled_bytes(draw: Random) -> tuple[str, bytes]:
    """One of the attacks, or one of them with some bytes changed; and its name."""
    kind = draw.choice(list(ATTACKS))
    sent = bytearray(ATTACKS[kind])
    if draw.choice((True, False)) or not sent:
        return kind, bytes(sent)
    for _ in range(draw.randint(1, 5)):
        sent[draw.randrange(len(sent))] = draw.randrange(256)
    return "spoiled", bytes(sent)
