"""Properties are judged by what they find, not by how busy the machine is; one browser serves all tests of pages."""

import os
import shutil
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.patience import PATIENCE

# A run of pytest within a test forgets the modules that it was the first to import; of rich it would forget a part.
for name in ("box", "console", "panel", "progress", "style", "table", "text"):
    import_module(f"rich.{name}")

# The plain run tries the same examples every time: what it says is of the code. Others are tried by the thorough one.
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ilrspec", patient, max_examples=50, derandomize=True)
settings.register_profile("thorough", patient, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ilrspec"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Count tests of pages among those that take long."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("long")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A headless Chromium; a test that needs it is skipped, with the reason, where there is none."""
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="there is no playwright to drive a browser with"
    )
    program = os.environ.get("CHROMIUM") or next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), ""
    )
    if not program:
        pytest.skip("there is no Chromium on this machine")
    with playwright.sync_playwright() as driver:
        try:
            opened = driver.chromium.launch(
                executable_path=program, args=["--no-sandbox"], timeout=PATIENCE * 1000
            )
        except playwright.Error as error:
            pytest.skip(f"Chromium does not start: {str(error).splitlines()[0]}")
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def barriers() -> Any:
    """Return a function that tells what on a page would stop somebody from using it (WCAG 2.2 AA), judged by axe."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="there is no axe to look with")
    look = {
        "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        "preload": False,  # it would fetch the style sheet, which a page opened from disk may not
    }

    def found(page: Any) -> list[tuple[str, str]]:
        response = axe.Axe().run(page, options=look).response
        assert len(response["passes"]) > 15
        return [(one["id"], one["nodes"][0]["html"][:200]) for one in response["violations"]]

    return found
