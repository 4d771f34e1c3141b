"""Who is refused by the workbench: other pages, other hosts, no token, other files, bodies too large."""

import json
import os
import socket
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import pytest

from reports.workbench.guard import LARGEST_BODY
from tests.patience import PATIENCE
from tests.workbench.served import RIGHT, TOKEN, Bench

OUTSIDE = "SECRET"


@pytest.fixture(scope="module", autouse=True)
def files(bench: Bench) -> None:
    bench.write("fine.feature", RIGHT)
    bench.write("notes.txt", OUTSIDE)
    bench.write("../beside/outside.feature", f"Feature: {OUTSIDE}\n")
    bench.write(".hidden/inside.feature", f"Feature: {OUTSIDE}\n")


def test_the_token_in_the_address_is_exchanged_for_a_cookie_that_no_script_sees(bench: Bench) -> None:
    status, _, headers = bench.raw("GET", f"/?token={TOKEN}", Cookie=None)
    assert (status, headers["location"]) == (303, "/")
    assert headers["set-cookie"] == f"ilrspec_{bench.port}={TOKEN}; Path=/; HttpOnly; SameSite=Strict"
    status, body, _ = bench.raw("GET", "/")
    assert status == 200
    assert TOKEN.encode() not in body


@pytest.mark.parametrize("cookie", [None, "wrong", TOKEN[:-1], f"{TOKEN}x", "é"])
@pytest.mark.parametrize(
    "path", ["/", "/api/folder", "/assets/report.css", "/api/file?path=fine.feature", "/no"]
)
def test_without_the_token_nothing_is_shown(bench: Bench, path: str, cookie: str | None) -> None:
    told = f"ilrspec_{bench.port}={cookie}".encode().decode("latin-1") if cookie else None
    status, body, _ = bench.raw("GET", path, Cookie=told)
    assert status == 403
    assert b"It pays" not in body and b"fine.feature" not in body


@pytest.mark.parametrize("token", ["", "wrong", TOKEN[1:], quote("é"), "%ff"])
def test_a_wrong_token_in_the_address_opens_nothing(bench: Bench, token: str) -> None:
    status, _, headers = bench.raw("GET", f"/?token={token}", Cookie=None)
    assert status == 403
    assert "set-cookie" not in headers


@pytest.mark.parametrize(
    "origin", [None, "null", "http://evil.example", "https://127.0.0.1:{port}", "http://127.0.0.1:1"]
)
def test_only_the_pages_of_the_workbench_may_write(bench: Bench, origin: str | None) -> None:
    told = {"path": "fine.feature", "text": "x", "form": {"encoding": "utf-8", "mark": ""}, "version": ""}
    for path in ("/api/save", "/api/new", "/api/rename", "/api/run"):
        status, body, _ = bench.raw(
            "POST", path, json.dumps(told).encode(), Origin=origin and origin.format(port=bench.port)
        )
        assert (status, json.loads(body)["message"]) == (403, "requests from other pages are refused")
    assert (bench.root / "fine.feature").read_text(encoding="utf-8") == RIGHT


def test_other_pages_may_not_read_either(bench: Bench) -> None:
    assert bench.raw("GET", "/api/folder", Origin="http://evil.example")[0] == 403
    for site in ("cross-site", "same-site"):
        assert bench.raw("GET", "/api/folder", Sec_Fetch_Site=site)[0] == 403
    status, _, headers = bench.raw("GET", "/api/folder", Sec_Fetch_Site="same-origin")
    assert status == 200
    assert not [name for name in headers if name.startswith("access-control")]


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1", "127.0.0.1:1", "evil.example:{port}", "127.0.0.1.evil.example:{port}"],
)
def test_a_name_that_was_pointed_at_this_machine_is_refused(bench: Bench, host: str) -> None:
    assert bench.raw("GET", "/api/folder", Host=host.format(port=bench.port))[0] == 403


def test_the_workbench_listens_on_this_machine_only(bench: Bench) -> None:
    others = {"127.0.0.2"}
    with suppress(socket.gaierror):  # a machine whose own name leads nowhere
        others |= {place[4][0] for place in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    for address in others - {"127.0.0.1"}:
        with (
            pytest.raises(OSError, match=r"refused|timed out|unreachable"),
            socket.create_connection((address, bench.port), 1),
        ):
            pass


PATHS = [
    "../beside/outside.feature",
    "..",
    "a/../../beside/outside.feature",
    "./fine.feature",
    "a//b.feature",
    "/etc/passwd",
    "C:/x.feature",
    "..\\beside\\outside.feature",
    "fine.feature\0.txt",
    "notes.txt",
    "notes.txt/../fine.feature",
    ".hidden/inside.feature",
    "link.feature",
    "linked/outside.feature",
    "loop.feature",
    "con.feature",
    "x .feature/ y.feature",
    "a/",
    "",
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS, ids=lambda path: repr(path)[1:-1].replace("/", "|") or "blank")
def test_no_path_leads_out_of_the_folder_or_to_other_files(bench: Bench, path: str) -> None:
    try:
        for link, to in (
            ("link.feature", "../beside/outside.feature"),
            ("linked", "../beside"),
            ("loop.feature", "loop.feature"),
        ):
            if not os.path.lexists(bench.root / link):
                (bench.root / link).symlink_to(to)
    except OSError:
        pytest.skip("this system makes no symbolic links")
    before = snapshot(bench.root.parent)
    if path == "x .feature/ y.feature":
        path = "x ./y.feature"
    for asked in (quote(path, safe=""), quote(quote(path, safe=""), safe="")):
        status, body, _ = bench.raw("GET", f"/api/file?path={asked}")
        assert status in (403, 404)
        assert OUTSIDE.encode() not in body
    text = {"text": "Feature: x\n", "form": {"encoding": "utf-8", "mark": ""}}
    assert bench.post("/api/save", {"path": path, "version": "", **text})[0] == 403
    assert (
        bench.post("/api/new", {"path": path, "name": "x", "programme": "adult_skills", "case": "achieved"})[
            0
        ]
        == 403
    )
    assert bench.post("/api/rename", {"path": "fine.feature", "to": path})[0] == 403
    assert bench.post("/api/rename", {"path": path, "to": "other.feature"})[0] == 403
    assert snapshot(bench.root.parent) == before
    listed = {one["path"] for one in bench.get("/api/folder")[1]["files"]}
    assert not listed & {
        "link.feature",
        "linked/outside.feature",
        "loop.feature",
        ".hidden/inside.feature",
        "notes.txt",
    }


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink()
    }


@pytest.mark.parametrize(
    "path",
    ["/assets/..%2f..%2fapp.py", "/assets/../app.py", "/%2e%2e/notes.txt", "/notes.txt", "//evil.example/"],
)
def test_pages_and_their_parts_are_a_fixed_list(bench: Bench, path: str) -> None:
    assert bench.raw("GET", path)[0] == 404


def test_a_body_that_is_too_large_is_refused_before_it_is_read(bench: Bench) -> None:
    status, _, headers = bench.raw("POST", "/api/save", b"{}", Content_Length=str(LARGEST_BODY + 1))
    assert (status, headers["connection"]) == (413, "close")


def test_a_body_that_does_not_say_how_large_it_is_is_cut_off(bench: Bench) -> None:
    with socket.create_connection(("127.0.0.1", bench.port), PATIENCE) as line:
        line.sendall(
            f"POST /api/save HTTP/1.1\r\nHost: 127.0.0.1:{bench.port}\r\nOrigin: {bench.address}\r\n"
            f"Cookie: ilrspec_{bench.port}={TOKEN}\r\nContent-Type: application/json\r\n"
            "Transfer-Encoding: chunked\r\n\r\n".encode()
        )
        part = b" " * 1_000_000
        sent = 0
        try:
            while sent <= 4 * LARGEST_BODY:
                line.sendall(b"%x\r\n%b\r\n" % (len(part), part))
                sent += len(part)
        except OSError:
            pass
        assert sent < 4 * LARGEST_BODY
    assert bench.raw("GET", "/api/folder")[0] == 200


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(bench: Bench, method: str) -> None:
    assert bench.raw(method, "/api/file?path=fine.feature")[0] == 405
    assert bench.raw(method, "/")[0] == 405


def test_what_reads_does_not_write_and_what_writes_is_not_read(bench: Bench) -> None:
    assert bench.raw("GET", "/api/save")[0] == 405
    assert bench.raw("POST", "/api/file?path=fine.feature", b"{}")[0] == 405


def test_only_json_is_taken(bench: Bench) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", None):
        assert bench.raw("POST", "/api/save", b"{}", Content_Type=kind)[0] == 415
    for body in (b"", b"{", b"[]", b"1", b"\xff", b"[" * 100_000):
        status, told, _ = bench.raw("POST", "/api/save", body)
        assert status == 400 and json.loads(told)["message"]


@pytest.mark.parametrize("path", ["/", "/api/folder", "/assets/main.js", "/no", "/?token=wrong"])
def test_every_answer_forbids_the_browser_what_the_page_does_not_need(bench: Bench, path: str) -> None:
    _, _, headers = bench.raw("GET", path)
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'") and "unsafe" not in policy and "http" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"


def test_the_page_names_nothing_outside(bench: Bench) -> None:
    for path in ("/", "/assets/main.js", "/assets/workbench.css", "/assets/report.css", "/assets/panel.js"):
        body = bench.raw("GET", path)[1]
        assert b"http:" not in body and b"https:" not in body and b"//cdn" not in body
