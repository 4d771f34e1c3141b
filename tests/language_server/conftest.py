"""One server for all tests of editors, spoken to over its standard input and output as an editor does."""

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tests.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[2]


class Editor:
    """An editor: sends requests and notifications, keeps what the server tells by itself."""

    def __init__(self, server: subprocess.Popen[bytes]) -> None:
        self.server = server
        self.numbers = count(1)
        self.versions = count(1)
        self.answers: queue.Queue[dict[str, Any]] = queue.Queue()
        self.told: queue.Queue[dict[str, Any]] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        stream = self.server.stdout
        assert stream
        while header := stream.readline():
            length = 0
            while header.strip():
                if header.lower().startswith(b"content-length:"):
                    length = int(header.split(b":")[1])
                header = stream.readline()
            message = json.loads(stream.read(length))
            (self.told if "method" in message else self.answers).put(message)

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.server.stdin
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.server.stdin.flush()

    def tell(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def ask(self, method: str, /, **params: Any) -> Any:
        number = next(self.numbers)
        self._send({"id": number, "method": method, "params": params})
        answer = self.answers.get(timeout=PATIENCE)
        assert answer["id"] == number
        assert "error" not in answer, answer
        return answer["result"]

    def open(self, text: str, name: str = "typed.feature") -> str:
        uri = (ROOT / "features" / name).as_uri()
        self.tell(
            "textDocument/didOpen",
            textDocument={"uri": uri, "languageId": "gherkin", "version": next(self.versions), "text": text},
        )
        return uri

    def close(self, uri: str) -> None:
        self.tell("textDocument/didClose", textDocument={"uri": uri})
        assert self.flaws(uri) == []

    def flaws(self, uri: str) -> list[dict[str, Any]]:
        """Return the next flaws that the server tells of a text."""
        while True:
            message = self.told.get(timeout=PATIENCE)
            assert "could not be checked" not in str(message), message
            if message["method"] == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri:
                return message["params"]["diagnostics"]

    def at(self, method: str, uri: str, line: int, character: int) -> Any:
        return self.ask(
            f"textDocument/{method}",
            textDocument={"uri": uri},
            position={"line": line, "character": character},
        )


def started(capabilities: dict[str, Any]) -> Editor:
    program = [sys.executable, "-m", "reports.cli", "language-server", "--stdio"]
    server = subprocess.Popen(program, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    editor = Editor(server)
    editor.abilities = editor.ask(  # type: ignore[attr-defined]
        "initialize", processId=None, rootUri=ROOT.as_uri(), capabilities=capabilities
    )["capabilities"]
    editor.tell("initialized")
    return editor


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    snippets = {"textDocument": {"completion": {"completionItem": {"snippetSupport": True}}}}
    editor = started(snippets)
    yield editor
    editor.ask("shutdown")
    editor.tell("exit")
    assert editor.server.wait(PATIENCE) == 0
