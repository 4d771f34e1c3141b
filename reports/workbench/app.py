"""What the workbench answers: its page, and the requests of its page."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures.process import BrokenProcessPool
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeAlias

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from reports.refusal import Refusal
from reports.workbench import accepts, checks, files, runs, vocabulary
from reports.workbench.edits import NoSuchPlace, edited
from reports.workbench.folder import Folder
from reports.workbench.guard import App, guarded
from reports.workbench.places import NotHere, feature_place
from steps.feature_text import FeatureText
from steps.problems import Unreadable

Answer: TypeAlias = Callable[[Request], Awaitable[Response]]
Told: TypeAlias = dict[str, Any]

_HERE = Path(__file__).parent
_SHARED = _HERE.parent / "page" / "assets"
ASSETS = {
    "report.css": _SHARED / "report.css",
    "panel.js": _SHARED / "panel.js",
    **{path.name: path for path in sorted((_HERE / "assets").iterdir()) if path.suffix in (".css", ".js")},
}
_KINDS = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}


class _Differs(Exception):  # noqa: N818
    """A file that was changed outside of the page; ``told`` holds what it is now, and the difference."""

    def __init__(self, told: Told) -> None:
        super().__init__("this file was changed outside of this page; nothing was written")
        self.told = told


@dataclass(slots=True)
class Desk:
    """What the workbench works with: its folder, and the process that runs what is on the page."""

    root: Path
    folder: Folder
    worker: runs.Worker = field(default_factory=runs.Worker)
    words: Told | None = None
    tasks: list[asyncio.Task[None]] = field(default_factory=list)


def workbench(root: Path, token: str, port: int) -> App:
    """Return the application for a resolved folder, behind its guard."""
    desk = Desk(root, Folder(root))

    @asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        try:
            yield
        finally:
            for task in desk.tasks:
                task.cancel()
                with suppress(asyncio.CancelledError, Exception):
                    await task
            desk.worker.stop()
            desk.folder.stop()

    reads: dict[str, Callable[[Desk, Request], Awaitable[Response]]] = {
        "/": _page,
        "/assets/{name}": _asset,
        "/api/folder": _folder,
        "/api/words": _words,
        "/api/file": _open,
        "/api/version": _version,
    }
    writes: dict[str, Callable[[Desk, Told], Awaitable[Told]]] = {
        "/api/edit": _edit,
        "/api/check": _check,
        "/api/save": _save,
        "/api/run": _run,
        "/api/accept": _accept,
        "/api/scenario": _scenario,
        "/api/new": _new,
        "/api/rename": _rename,
    }
    routes = [Route(path, _reading(desk, do), methods=["GET"]) for path, do in reads.items()]
    routes += [Route(path, _writing(desk, do), methods=["POST"]) for path, do in writes.items()]
    return guarded(Starlette(routes=routes, lifespan=life), token, port)


async def _warm(desk: Desk) -> None:
    desk.words = await desk.worker.do(vocabulary.vocabulary)


def _json(told: Any, status: int = 200) -> Response:
    # Escaped, because a byte that is no letter of its file's encoding travels as half a pair of UTF-16.
    return Response(json.dumps(told, separators=(",", ":")), status, media_type="application/json")


def _refusal(status: int, message: str, **more: Any) -> Response:
    return _json({"message": message, **more}, status)


def _reading(desk: Desk, do: Callable[[Desk, Request], Awaitable[Response]]) -> Answer:
    async def answer(request: Request) -> Response:
        return await _caught(desk, lambda: do(desk, request))

    return answer


def _writing(desk: Desk, do: Callable[[Desk, Told], Awaitable[Told]]) -> Answer:
    async def answer(request: Request) -> Response:
        async def answered() -> Response:
            try:
                told = json.loads(await request.body())
            except (ValueError, RecursionError):
                return _refusal(400, "this is no JSON")
            if not isinstance(told, dict):
                return _refusal(400, "an object is expected")
            return _json(await do(desk, told))

        return await _caught(desk, answered)

    return answer


async def _caught(desk: Desk, answer: Callable[[], Awaitable[Response]]) -> Response:
    """Turn whatever an answer cannot do into one clear line."""
    try:
        return await answer()
    except NotHere as error:
        return _refusal(403, str(error))
    except _Differs as error:
        return _refusal(409, str(error), **error.told)
    except Unreadable as error:
        return _refusal(422, "; ".join(problem.message for problem in error.problems))
    except (Refusal, NoSuchPlace) as error:
        return _refusal(422, error.message if isinstance(error, Refusal) else str(error))
    except (KeyError, TypeError, ValueError) as error:
        return _refusal(400, f"this request is not understood: {error}")
    except LookupError as error:
        return _refusal(422, str(error))
    except TimeoutError:
        return _refusal(503, f"the run took longer than {runs.LONGEST_RUN:.0f} seconds and was given up")
    except BrokenProcessPool:
        return _refusal(503, "the run broke off; try again")


# --- what is read -----------------------------------------------------------------------------------------


async def _page(desk: Desk, request: Request) -> Response:
    if not desk.tasks:  # nothing is worked out before somebody looks
        desk.tasks = [asyncio.create_task(_warm(desk)), asyncio.create_task(desk.folder.keep_counting())]
    text = (_HERE / "page.html").read_text(encoding="utf-8")
    return Response(text, media_type="text/html; charset=utf-8")


async def _asset(desk: Desk, request: Request) -> Response:
    path = ASSETS.get(request.path_params["name"])
    if path is None:
        return _refusal(404, "there is no such file")
    return Response(path.read_bytes(), media_type=_KINDS[path.suffix])


async def _folder(desk: Desk, request: Request) -> Response:
    return _json(await asyncio.to_thread(desk.folder.as_data))


async def _words(desk: Desk, request: Request) -> Response:
    if desk.words is None:
        desk.words = await desk.worker.do(vocabulary.vocabulary)
    return _json(desk.words)


async def _open(desk: Desk, request: Request) -> Response:
    place = feature_place(desk.root, request.query_params.get("path", ""))
    if not place.exists():
        return _refusal(404, "this file is not there any more")
    text = files.opened(place)
    return _json({**files.as_data(text), "version": files.version(text)})


async def _version(desk: Desk, request: Request) -> Response:
    place = feature_place(desk.root, request.query_params.get("path", ""))
    return _json({"version": files.version_on_disk(place)})


# --- what the page asks for -------------------------------------------------------------------------------


def _text(desk: Desk, told: Told) -> FeatureText:
    """Return the text on the page; its file is named as within the folder, as messages are to name it."""
    return files.of_page(feature_place(desk.root, str(told["path"])), told)


def _named(text: FeatureText, told: Told) -> FeatureText:
    return replace(text, path=Path(str(told["path"])))


async def _edit(desk: Desk, told: Told) -> Told:
    text = _text(desk, told)
    for edit in told["edits"]:
        text = edited(text, edit)
    return files.as_data(text)


async def _check(desk: Desk, told: Told) -> Told:
    text = _named(_text(desk, told), told)
    # In the process that counts: a run that somebody waits for must not wait for a check.
    return {"flaws": await desk.folder.worker.do(checks.check_text, text)}


async def _save(desk: Desk, told: Told) -> Told:
    text = _text(desk, told)
    place = text.path
    try:
        version = files.save_over(place, text, str(told["version"]))
    except files.Conflict as conflict:
        there = conflict.there
        raise _Differs(
            {
                "gone": there is None,
                "version": files.version(there),
                "theirs": files.as_data(there) if there else None,
                "difference": files.difference(there, text),
            }
        ) from None
    desk.folder.changed(str(told["path"]))
    return {"version": version}


async def _run(desk: Desk, told: Told) -> Told:
    text = _named(_text(desk, told), told)
    found = await desk.worker.do(runs.run_text, text)
    desk.folder.counted(str(told["path"]), text, found)
    return found


async def _accept(desk: Desk, told: Told) -> Told:
    text = _named(_text(desk, told), told)
    found = await desk.worker.do(accepts.accept, text, told["scope"])
    if found["refused"]:
        return found
    return {**found, **files.as_data(found["text"])}


async def _scenario(desk: Desk, told: Told) -> Told:
    name = " ".join(str(told.get("name", "")).split())
    begun = (str(told.get("programme", "")), str(told.get("case", "")))
    text = await desk.worker.do(vocabulary.new_scenario, _named(_text(desk, told), told), name, *begun)
    return files.as_data(text)


async def _new(desk: Desk, told: Told) -> Told:
    place = feature_place(desk.root, str(told["path"]))
    if "text" in told:
        text = files.of_page(place, told)
    else:
        blank = FeatureText(place, ())
        begun = (str(told["name"]), str(told["programme"]), str(told["case"]))
        text = await desk.worker.do(vocabulary.new_feature, blank, *begun)
    version = files.make(desk.root, place, text)
    desk.folder.changed(str(told["path"]))
    return {"path": told["path"], "version": version}


async def _rename(desk: Desk, told: Told) -> Told:
    place = feature_place(desk.root, str(told["path"]))
    files.rename(desk.root, place, feature_place(desk.root, str(told["to"])))
    desk.folder.changed(str(told["path"]))
    return {"path": told["to"]}
