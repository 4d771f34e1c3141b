"""A workbench served from a thread, for the tests of a module.

Not for longer: scenarios that hold the clock run in the same process, and a server waits by the clock.
"""

import threading
from collections.abc import Iterator
from typing import Any

import pytest

from reports.workbench.server import Server, listening, make_server
from tests.patience import PATIENCE, until
from tests.workbench.in_window import Open, Window, listen, ran
from tests.workbench.served import TOKEN, Bench


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    root = (tmp_path_factory.mktemp("workbench") / "features").resolve()
    root.mkdir()
    with listening(root, None) as held:
        port = held.getsockname()[1]
        server: Server = make_server(root, TOKEN, port)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [held]}, daemon=True)
        thread.start()
        until(lambda: server.started or not thread.is_alive(), "the workbench answers")
        yield Bench(root, port)
        server.should_exit = True
        thread.join(PATIENCE)
    assert not thread.is_alive()


@pytest.fixture(scope="module")
def window(browser: Any, bench: Bench) -> Iterator[Window]:
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    complaints: list[str] = []
    page = context.new_page()
    listen(page, complaints)
    page.goto(bench.entrance)
    page.get_by_role("heading", name="What a scenario says, the rules work out").wait_for()
    yield Window(context, page, complaints)
    context.close()


@pytest.fixture
def visit(window: Window, bench: Bench) -> Iterator[Open]:
    """Return a function that opens a file; whatever the page complains of, but for what is expected, fails the test."""
    expected = []
    window.page.unroute_all()
    if window.page.locator("dialog[open]").count():  # what a test that failed has left
        window.page.reload()

    def open_file(path: str, text: str, *, expects: str = "") -> Any:
        if expects:
            expected.append(expects)
        bench.write(path, text)
        window.page.evaluate("path => { location.hash = path; }", path)
        window.page.locator("#file", has_text=path).wait_for()
        ran(window.page)
        return window.page

    yield open_file
    told = [one for one in window.complaints if not any(words in one for words in expected)]
    window.complaints.clear()
    assert not told
