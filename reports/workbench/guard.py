"""Who may speak to the workbench: a browser on this machine that has the token, from the workbench's own pages."""

import json
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from hmac import compare_digest
from http.cookies import CookieError, SimpleCookie
from typing import Any, TypeAlias
from urllib.parse import parse_qs

Scope: TypeAlias = MutableMapping[str, Any]
Message: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
App: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]

LARGEST_BODY = 8 * 1024 * 1024
"""Bytes that a request may hold; the largest features known are a hundredth of it."""

HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}

NO_TOKEN = (
    "This address is not valid, or not any more. Open the address that 'ilrspec serve' has printed: "
    "it is another one each time."
)


@dataclass(frozen=True, slots=True)
class Refused(Exception):  # noqa: N818
    """A request that is not answered: the HTTP status and what is said."""

    status: int
    message: str


def guarded(app: App, token: str, port: int) -> App:
    """Return the application behind its guard.

    Refused are other hosts than this machine (403), other origins (403), a missing or wrong token (403), a method
    other than GET and POST (405), a body that is no JSON (415) or too large (413). A page asked for with the token in
    its address is answered with a cookie and the address without it.
    """
    hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
    cookie = f"ilrspec_{port}"

    async def guard(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await app(scope, receive, send)
            return
        if scope["type"] != "http":
            raise Refused(403, "only pages are served here")
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        try:
            given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[-1]
            _check_place(scope, headers, hosts, invited=bool(given) and _same(given, token))
            if given:
                _check_token(given, token)
                if scope["method"] == "GET":
                    await _enter(send, cookie, token, scope["path"])
                    return
            else:
                _check_token(_cookie(headers, cookie), token)
            body = await _body(scope, headers, receive)
        except Refused as refused:
            await _refuse(send, refused, page="text/html" in headers.get("accept", ""))
            return
        await app(scope, _once(body, receive), _with_headers(send))

    return guard


def _check_place(scope: Scope, headers: dict[str, str], hosts: set[str], *, invited: bool) -> None:
    host = headers.get("host", "").lower()
    if host not in hosts:
        raise Refused(403, "the workbench answers only at the address of this machine")
    writes = scope["method"] not in ("GET", "HEAD")
    origin = headers.get("origin")
    if (writes or origin is not None) and origin != f"http://{host}":
        raise Refused(403, "requests from other pages are refused")
    # A browser says where a request comes from. A link with the token in it may stand anywhere, such as in a mail.
    if headers.get("sec-fetch-site", "none") not in ("same-origin", "none") and not invited:
        raise Refused(403, "requests from other pages are refused")
    if scope["method"] not in ("GET", "HEAD", "POST"):
        raise Refused(405, "this is not done here")


def _same(given: str, token: str) -> bool:
    return compare_digest(given.encode("utf-8", "surrogatepass"), token.encode())


def _check_token(given: str, token: str) -> None:
    if not _same(given, token):
        raise Refused(403, NO_TOKEN)


def _cookie(headers: dict[str, str], name: str) -> str:
    try:
        held = SimpleCookie(headers.get("cookie", ""))
    except CookieError:
        return ""
    return held[name].value if name in held else ""


async def _body(scope: Scope, headers: dict[str, str], receive: Receive) -> bytes:
    """Read the body, and no more of it than may be."""
    too_large = Refused(413, f"this is too large: at most {LARGEST_BODY // 1024 // 1024} MB are taken")
    told = headers.get("content-length", "0")
    if not told.isdecimal() or int(told) > LARGEST_BODY:
        raise too_large
    if scope["method"] == "POST" and headers.get("content-type", "").partition(";")[0] != "application/json":
        raise Refused(415, "only JSON is taken")
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Refused(400, "the request was broken off")
        body += message.get("body", b"")
        if len(body) > LARGEST_BODY:
            raise too_large
        if not message.get("more_body", False):
            return bytes(body)


def _once(body: bytes, receive: Receive) -> Receive:
    told = False

    async def again() -> Message:
        nonlocal told
        if told:
            return await receive()
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again


def _with_headers(send: Send) -> Send:
    async def told(message: Message) -> None:
        if message["type"] == "http.response.start":
            ours = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
            message = {**message, "headers": [*message.get("headers", []), *ours]}
        await send(message)

    return told


async def _answer(send: Send, status: int, body: bytes, headers: dict[str, str]) -> None:
    told = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    told.append((b"content-length", str(len(body)).encode()))
    send = _with_headers(send)
    await send({"type": "http.response.start", "status": status, "headers": told})
    await send({"type": "http.response.body", "body": body})


async def _enter(send: Send, cookie: str, token: str, path: str) -> None:
    """Let the browser keep the token where no script and no other page sees it, and take it out of the address."""
    kept = f"{cookie}={token}; Path=/; HttpOnly; SameSite=Strict"
    # Two slashes at its beginning would make the path the name of another host.
    await _answer(send, 303, b"", {"set-cookie": kept, "location": "/" if path.startswith("//") else path})


async def _refuse(send: Send, refused: Refused, *, page: bool) -> None:
    more = {"allow": "GET, HEAD, POST"} if refused.status == 405 else {}
    if refused.status == 413:
        more["connection"] = "close"
    if page:
        text = (
            '<!DOCTYPE html><html lang="en-GB"><meta charset="utf-8"><title>Refused - ilrspec</title>'
            f"<h1>The workbench does not open</h1><p>{refused.message}</p></html>"
        )
        await _answer(
            send, refused.status, text.encode(), {"content-type": "text/html; charset=utf-8", **more}
        )
        return
    body = json.dumps({"message": refused.message}).encode()
    await _answer(send, refused.status, body, {"content-type": "application/json", **more})
