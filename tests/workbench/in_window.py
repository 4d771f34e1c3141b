"""A browser window on the workbench, and what its tests do with the page."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.patience import PATIENCE

Open = Callable[..., Any]


@dataclass
class Window:
    """One browser window for all tests, and what its pages complain of."""

    context: Any
    page: Any
    complaints: list[str]


def listen(page: Any, complaints: list[str]) -> None:
    page.set_default_timeout(PATIENCE * 1000)
    page.on(
        "console", lambda told: complaints.append(told.text) if told.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))


def ran(page: Any) -> None:
    page.locator("#told", has_text=re.compile("passed|failed|cannot")).wait_for()


def cell(page: Any, table: int, row: int, column: int) -> Any:
    return page.locator(".grid").nth(table).locator(f"[data-r='{row}'][data-c='{column}']")


def type_into(page: Any, where: Any, text: str) -> None:
    where.click()
    page.keyboard.press("F2")
    page.keyboard.press("Control+a")
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def told(page: Any, words: str) -> None:
    """Wait for what the page says of a run."""
    page.locator("#told", has_text=re.compile(f"^{words}$")).wait_for()


def saved(page: Any) -> None:
    page.locator("#file", has_text="not saved").wait_for(state="detached")


def changed(page: Any) -> None:
    page.locator("#file", has_text="not saved").wait_for()
