"""The vocabulary as data, for several readers at once."""

import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from reports.authoring import words


def test_threads_that_ask_first_at_the_same_time_get_the_same_steps() -> None:
    # A step is known by its identity: with two lists, what features make of it is not found in one of them.
    barrier = Barrier(4)
    sentence = words.vocabulary()[0].sentence
    words._by_sentence.cache_clear()
    words._vocabulary.cache_clear()

    def ask(at: int) -> int:
        barrier.wait()
        return id(words._by_sentence()[sentence] if at % 2 else words.vocabulary()[0])

    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as threads:
            assert len(set(threads.map(ask, range(4)))) == 1
    finally:
        sys.setswitchinterval(before)
        words._by_sentence.cache_clear()
