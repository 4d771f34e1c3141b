"""Rows kept on disk until all of them are known, so that memory does not grow with them."""

import pickle
import tempfile
from collections.abc import Iterator
from types import TracebackType
from typing import Any, Self

_BATCH = 1_000


class Spool:
    """Rows in the order in which they came, read back as often as wanted; the file is gone with the block."""

    def __init__(self) -> None:
        self.count = 0
        self._batch: list[tuple[Any, ...]] = []

    def __enter__(self) -> Self:
        self._file = tempfile.TemporaryFile()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def add(self, row: tuple[Any, ...]) -> None:
        """Keep a row."""
        self.count += 1
        self._batch.append(row)
        if len(self._batch) >= _BATCH:
            self._store()

    def _store(self) -> None:
        pickle.dump(self._batch, self._file, pickle.HIGHEST_PROTOCOL)
        self._batch = []

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        if self._batch:
            self._store()
        self._file.seek(0)
        read = 0
        while read < self.count:
            batch = pickle.load(self._file)
            read += len(batch)
            yield from batch
