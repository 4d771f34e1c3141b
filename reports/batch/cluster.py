"""The files of a run on a Dask cluster: a task for each file, whose results a shared folder takes.

Every worker needs ilrspec in the version of this machine, and must see the files, the folders of data and parameters
and the folder of results by the same paths. A worker that goes away loses nothing: its file is done by another.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from reports.batch.job import CannotWriteError, Finished, OnLearners, Refused, whole_file
from reports.batch.local import unexpected
from reports.batch.order import FileOrder, Source, hash_of_folder
from reports.batch.processes import cores
from reports.refusal import Refusal

LOCAL = "local"
_WORKERS_LOST = 10
"""How many workers of a cluster of our own may go away at a file before it is given up; others say it themselves."""

_SECONDS_TO_CONNECT = 20
_SECONDS_FOR_A_WORKER = 60


def on_cluster(
    address: str, workers: int | None
) -> Callable[[FileOrder, Sequence[Source], OnLearners], Iterator[tuple[Source, Finished | Refused]]]:
    """Return what does files on a cluster: by the address of its scheduler, or a new one on this machine.

    Raises Refusal where Dask is not installed.
    """
    if find_spec("dask") is None or find_spec("distributed") is None:
        raise Refusal("--cluster needs Dask, which is not installed: pip install 'ilrspec[cluster]'")
    if address != LOCAL and workers is not None:
        raise Refusal(
            "--workers: the cluster decides how many workers there are; it goes with --cluster local"
        )

    def do(
        order: FileOrder, sources: Sequence[Source], tell: OnLearners
    ) -> Iterator[tuple[Source, Finished | Refused]]:
        with ExitStack() as stack:
            client = _connected(stack, address, workers)
            stack.enter_context(client.as_current())
            yield from _results(client, order, sources, tell)

    return do


def _connected(stack: ExitStack, address: str, workers: int | None) -> Any:
    import logging

    dask: Any = import_module("dask")
    distributed: Any = import_module("distributed")
    # What the cluster has to say of itself is for its own logs; what went wrong is told in our own words.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    stack.enter_context(dask.config.set({"distributed.scheduler.allowed-failures": _WORKERS_LOST}))
    try:
        if address == LOCAL:
            address = stack.enter_context(
                distributed.LocalCluster(
                    n_workers=workers or cores(),
                    threads_per_worker=1,
                    processes=True,
                    dashboard_address=None,
                    silence_logs=logging.CRITICAL,
                )
            )
        client = stack.enter_context(
            distributed.Client(address, timeout=_SECONDS_TO_CONNECT, set_as_default=False)
        )
        client.wait_for_workers(1, timeout=_SECONDS_FOR_A_WORKER)
    except TimeoutError:
        raise Refusal(f"--cluster: {address}: no scheduler with a worker answers there") from None
    except (OSError, ValueError) as error:
        text = " ".join(str(error).split())
        raise Refusal(f"--cluster: {address} cannot be reached: {text}") from None
    return client


def _results(
    client: Any, order: FileOrder, sources: Sequence[Source], tell: OnLearners
) -> Iterator[tuple[Source, Finished | Refused]]:
    distributed: Any = import_module("distributed")
    settings = order.settings()
    _check_workers(client, order, settings)
    # The largest first: none is left to one worker when the others are through. The outcome is the same.
    futures = {
        client.submit(_in_worker, order, source, settings, pure=False, retries=1): source
        for source in sorted(sources, key=lambda one: -one.bulk)
    }
    for future in distributed.as_completed(list(futures)):
        source = futures.pop(future)
        try:
            result: Finished | Refused = future.result()
        except distributed.KilledWorker:
            result = Refused(
                (f"{source.path}: every worker that began it went away; is there too little memory?",)
            )
        except (CannotWriteError, Refusal):
            raise
        except Exception as error:
            result = unexpected(source, error)
        tell(source.bulk, result.note.learners if isinstance(result, Finished) else 0)
        future.release()
        yield source, result


def _in_worker(order: FileOrder, source: Source, settings: dict[str, str]) -> Finished | Refused:
    """Do a file, in a worker; one that came after the first look is checked as those were."""
    found = _state(order)
    if isinstance(found, str) or found != settings:
        raise Refusal(_told("one of its workers", found, settings))
    try:
        return whole_file(order, source)
    except (CannotWriteError, Refusal, MemoryError, OSError):
        raise
    except Exception as error:
        # A worker writes into its log what an error says, which may repeat what the file holds of a learner.
        return unexpected(source, error)


def _check_workers(client: Any, order: FileOrder, settings: dict[str, str]) -> None:
    """Refuse a cluster whose workers have other rules, or do not see the folders. Raises Refusal."""
    try:
        found: dict[str, Any] = client.run(_state, order)
    except Exception as error:
        text = " ".join(str(error).split())
        raise Refusal(
            f"--cluster: a worker cannot run ilrspec; install this version there ({type(error).__name__}: {text})"
        ) from None
    problems = [
        _told(worker, state, settings) for worker, state in sorted(found.items()) if state != settings
    ]
    if problems:
        raise Refusal(problems)


def _told(worker: str, state: dict[str, str] | str, settings: dict[str, str]) -> str:
    if isinstance(state, str):
        return f"--cluster: {worker}: {state}"
    other = [name for name in settings if settings[name] != state.get(name)]
    return f"--cluster: {worker} is not as this machine: another {', another '.join(other)}"


def _state(order: FileOrder) -> dict[str, str] | str:
    """Return the settings as a worker sees them, or what keeps it from work."""
    try:
        if not order.done.is_dir():
            return f"it does not see the folder of results {order.into}; share it with every worker"
        for folder in order.folders():
            if not folder.path.is_dir() or hash_of_folder(folder.path, folder.endings) != folder.hash:
                return f"it sees another folder of {folder.holds} at {folder.path}, or none"
        return order.steps().check(order)
    except (Refusal, OSError) as error:
        return " ".join(str(error).split())
