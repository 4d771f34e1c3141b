"""Memory management during a long pass over records."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def few_collections() -> Iterator[None]:
    """Look for circles of garbage less often: records leave few, and a look walks all reference data."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)
    try:
        yield
    finally:
        # What has become garbage meanwhile would else be taken for old objects, which nearly nobody looks at again.
        gc.collect()
        gc.set_threshold(*before)
        gc.unfreeze()
