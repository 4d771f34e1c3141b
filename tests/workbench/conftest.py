"""A workbench served from a thread, for the tests of a module.

Not for longer: scenarios that hold the clock run in the same process, and a server waits by the clock.
"""

import threading
import time
from collections.abc import Iterator

import pytest

from reports.workbench.server import Server, listening, make_server
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
        while not server.started and thread.is_alive():
            time.sleep(0.01)
        yield Bench(root, port)
        server.should_exit = True
        thread.join(20)
    assert not thread.is_alive()
