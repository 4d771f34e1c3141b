"""Memory management during a long pass over records."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

_YOUNG, _ALL = 1, 2
"""How much is looked at, in the words of the garbage collector: what has not outlived a pass yet, or everything."""

_PASSES = 50
"""After so many passes everything is looked at once: a little garbage of each is found too late to be young."""

_passes = count(1)
_set_aside: list[bool] = []


@contextmanager
def few_collections() -> Iterator[None]:
    """Look for circles of garbage less often: records leave few, and a look walks all reference data.

    What is there at the first call, such as modules and reference data, is looked at no more in this process. Later
    calls set nothing aside: what they find is of the pass before, and soon garbage. At the end of a pass only what it
    made is looked at: what is kept for the passes to come is several times as much.
    """
    before = gc.get_threshold()
    if not _set_aside:
        gc.freeze()
        _set_aside.append(True)
    gc.set_threshold(100_000, 20, 20)
    try:
        yield
    finally:
        gc.collect(_YOUNG if next(_passes) % _PASSES else _ALL)
        gc.set_threshold(*before)
