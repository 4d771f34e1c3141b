"""A workbench that is being served, and how tests ask it."""

import http.client
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.patience import PATIENCE

TOKEN = "a-token-that-only-these-tests-know"

RIGHT = """@sector-programmes
Feature: Work experience
  # A week of work experience.
  Background:
    Given the funding year is 2021/22

  Scenario: It pays its whole rate
    Given these aims:
      | aim | aim reference | start date | planned end date | actual end date | DAM      |
      | WEX | Z0009123      | 16/08/2021 | 20/08/2021       | 20/08/2021      | 042, 002 |
    Then the earnings are:
      | aim | earning      | Aug 2021 | Sep 2021 |
      | WEX | on-programme | 40.00    | 0.00     |
      | WEX | achievement  | 10.00    | 0.00     |
"""
WRONG = RIGHT.replace("40.00", "41.00").replace("10.00", "11.00")


@dataclass(frozen=True)
class Bench:
    """A running workbench: its folder, its port, and a way to ask it as its page does."""

    root: Path
    port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def entrance(self) -> str:
        return f"{self.address}/?token={TOKEN}"

    def read(self, name: str) -> str:
        return (self.root / name).read_bytes().decode()

    def write(self, name: str, text: str) -> Path:
        place = self.root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8", newline="")
        return place

    def raw(
        self, method: str, path: str, body: bytes | None = None, **headers: str | None
    ) -> tuple[int, bytes, dict[str, str]]:
        """Ask with the headers of the page, but for those given; None leaves one out."""
        told: dict[str, str | None] = {"Cookie": f"ilrspec_{self.port}={TOKEN}"}
        if method != "GET":
            told |= {"Origin": self.address, "Content-Type": "application/json"}
        told |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body, {name: value for name, value in told.items() if value})
            answer = connection.getresponse()
            return answer.status, answer.read(), {name.lower(): value for name, value in answer.getheaders()}
        finally:
            connection.close()

    def get(self, path: str) -> tuple[int, Any]:
        status, body, _ = self.raw("GET", path)
        return status, json.loads(body)

    def post(self, path: str, told: Any) -> tuple[int, Any]:
        status, body, _ = self.raw("POST", path, json.dumps(told).encode())
        return status, json.loads(body)
