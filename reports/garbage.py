"""Memory management during a long pass over records."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_set_aside: list[bool] = []


@contextmanager
def few_collections() -> Iterator[None]:
    """Look for circles of garbage less often: records leave few, and a look walks all reference data.

    What is there at the first call, such as modules and reference data, is looked at no more in this process. Later
    calls set nothing aside: what they find is of the pass before, and soon garbage.
    """
    before = gc.get_threshold()
    if not _set_aside:
        gc.freeze()
        _set_aside.append(True)
    gc.set_threshold(100_000, 20, 20)
    try:
        yield
    finally:
        gc.collect()
        gc.set_threshold(*before)
