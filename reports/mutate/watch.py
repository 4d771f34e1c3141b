"""Sees which parameters and readings a scenario asks for, so that a change is judged only by those that can notice.

Most rules read their parameters once into an object, kept by ``lru_cache``: there what counts is which attributes of
the object a scenario asks for. A ``Read`` names what was asked for in words that hold in another process; ``answers``
tells what it gives under any parameters, so that a change concerns a scenario where one of its answers differs.
"""

import inspect
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from datetime import date
from functools import lru_cache, wraps
from importlib import import_module
from pkgutil import walk_packages
from typing import Any, NamedTuple

import engine
from engine.parameters import Parameters, ParameterValue, Resolved, Subject
from engine.switches import Switches

_HOLDS_PARAMETERS = (Resolved, Subject, Parameters)


class Build(NamedTuple):
    """A call that reads parameters into an object: the function, and what it was given.

    Subjects stand by name, values in force by name and day, everything else as it is.
    """

    module: str
    function: str
    arguments: tuple[Any, ...]

    @property
    def subjects(self) -> tuple[str, ...]:
        """The parameter files that it reads."""
        return tuple(one.subject for one in self.arguments if isinstance(one, _Given))

    def under(self, parameters: Parameters) -> Any:
        """Return what the call gives under these parameters."""
        function = getattr(import_module(self.module), self.function)
        return inspect.unwrap(function)(
            *(one.under(parameters) if isinstance(one, _Given) else one for one in self.arguments)
        )


class _Given(NamedTuple):
    subject: str
    day: date | None

    def under(self, parameters: Parameters) -> Subject | Resolved:
        subject = parameters.subject(self.subject)
        return subject if self.day is None else subject.at(self.day)


class Asked(NamedTuple):
    """A value asked for by name, on a day; or one of its dated values by place, ``None`` for all of them."""

    subject: str
    name: str
    day: date | None
    place: int | None = None


class Attribute(NamedTuple):
    """An attribute of what a build gave; blank for whether it gave anything."""

    build: Build
    name: str


class Reading(NamedTuple):
    """A switch whose reading the scenario left as it is unless chosen."""

    name: str


Read = Asked | Attribute | Reading


class Watch:
    """The parameters and readings of one scenario, and what it asked for of them."""

    def __init__(self, published: Parameters, switches: Switches) -> None:
        self.read: set[Read] = set()
        self.building = False
        self._built: dict[int, Any] = {}
        self.parameters = _WatchedParameters(published, self)
        self.switches: Switches = _WatchedSwitches(switches.known, {}, self)

    def note(self, read: Read) -> None:
        """Remember what was asked for; what a build asks for shows in its attributes."""
        if not self.building:
            self.read.add(read)

    def built(self, build: Build, found: Any) -> Any:
        """Return what a build gave in such a way that its attributes are noted."""
        self.note(Attribute(build, ""))
        if not _is_object(found) or id(found) in self._built:
            return found
        self._built[id(found)] = found

        def asked(held: Any, name: str) -> Any:
            if not name.startswith("__"):
                self.note(Attribute(build, name))
            return object.__getattribute__(held, name)

        kind = type(found)
        watched = type(kind.__name__, (kind,), {"__slots__": (), "__getattribute__": asked})
        object.__setattr__(found, "__class__", watched)
        return found


def _is_object(found: Any) -> bool:
    return is_dataclass(found) or (hasattr(found, "__dict__") and type(found).__module__.startswith("engine"))


class _WatchedParameters(Parameters):
    def __init__(self, published: Parameters, watch: Watch) -> None:
        super().__init__(published.folder)
        self._published = published
        self.watch = watch

    def subject(self, name: str) -> Subject:
        if name not in self._subjects:
            self.take(_WatchedSubject(self._published.subject(name), self.watch))
        return self._subjects[name]


class _WatchedSubject(Subject):
    def __init__(self, subject: Subject, watch: Watch) -> None:
        self.name = subject.name
        self.values = _WatchedDated(subject, watch)
        self.watch = watch
        self._subject = subject
        self._on: dict[date, _WatchedResolved] = {}

    def at(self, day: date) -> Resolved:
        # By day, not by stretch of time as published: a moved date would make other stretches.
        if day not in self._on:
            self._on[day] = _WatchedResolved(self._subject.at(day), day, self.watch)
        return self._on[day]


class _WatchedDated(dict[str, list[ParameterValue]]):
    def __init__(self, subject: Subject, watch: Watch) -> None:
        super().__init__(
            (name, _WatchedList(subject.name, name, dated, watch)) for name, dated in subject.values.items()
        )


class _WatchedList(list[ParameterValue]):
    def __init__(self, subject: str, name: str, dated: list[ParameterValue], watch: Watch) -> None:
        super().__init__(dated)
        self._note: Callable[[int | None], None] = lambda place: watch.note(Asked(subject, name, None, place))

    def __getitem__(self, place: Any) -> Any:
        self._note(place if isinstance(place, int) else None)
        return super().__getitem__(place)

    def __iter__(self) -> Iterator[ParameterValue]:
        self._note(None)
        return super().__iter__()


class _WatchedResolved(Resolved):
    __slots__ = ("watch",)

    def __init__(self, resolved: Resolved, day: date, watch: Watch) -> None:
        super().__init__(resolved._subject, day, _WatchedNames(resolved._subject, day, resolved._used, watch))
        self.values = _WatchedNames(resolved._subject, day, resolved.values, watch)
        self.watch = watch


class _WatchedNames(dict[str, Any]):
    """Values by name that note which were asked for; ``__contains__`` and ``get`` ask for one too."""

    def __init__(self, subject: str, day: date, values: Mapping[str, Any], watch: Watch) -> None:
        super().__init__(values)
        self._note: Callable[[Any], None] = lambda name: watch.note(Asked(subject, name, day))

    def __getitem__(self, name: str) -> Any:
        self._note(name)
        return super().__getitem__(name)

    def get(self, name: str, default: Any = None) -> Any:
        self._note(name)
        return super().get(name, default)

    def __contains__(self, name: object) -> bool:
        self._note(name)
        return super().__contains__(name)


class _WatchedSwitches(Switches):
    def __init__(self, known: Mapping[str, Any], chosen: Mapping[str, str], watch: Watch) -> None:
        super().__init__(known, chosen)
        self._said = dict(chosen)
        self._watch = watch

    def __getattr__(self, name: str) -> str:
        if not name.startswith("_") and name not in self._said:
            self._watch.note(Reading(name))
        return super().__getattr__(name)

    def with_choice(self, name: str, value: str) -> Switches:
        self._check(name, value)
        return _WatchedSwitches(self.known, {**self._said, name: value}, self._watch)


@contextmanager
def watched_builds() -> Iterator[None]:
    """Let every function of the engine that reads parameters into an object tell what it gave."""
    found = builders()
    for module, name, function in found:
        setattr(module, name, _watching(module.__name__, name, function))
    try:
        yield
    finally:
        for module, name, function in found:
            setattr(module, name, function)


@lru_cache(maxsize=1)
def builders() -> tuple[tuple[Any, str, Callable[..., Any]], ...]:
    """Return the functions that keep what they read of a Subject or Resolved: ``lru_cache`` over such an argument."""
    return tuple(_builders())


def _builders() -> Iterator[tuple[Any, str, Callable[..., Any]]]:
    for one in walk_packages(engine.__path__, "engine."):
        module = import_module(one.name)
        for name, value in list(vars(module).items()):
            if not hasattr(value, "cache_clear") or getattr(value, "__module__", "") != one.name:
                continue
            given = inspect.signature(value).parameters.values()
            if any(part.annotation in (Subject, Resolved) for part in given):
                yield module, name, value


def _watching(module: str, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)
    def watching(*given: Any) -> Any:
        watch = next((one.watch for one in given if hasattr(one, "watch")), None)
        if watch is None:
            return function(*given)
        build = Build(module, name, tuple(_described(one) for one in given))
        inside, watch.building = watch.building, True
        try:
            found = function(*given)
        finally:
            watch.building = inside
        return watch.built(build, found)

    return watching


def _described(given: Any) -> Any:
    if isinstance(given, _WatchedSubject):
        return _Given(given.name, None)
    if isinstance(given, _WatchedResolved):
        return _Given(given._subject, given.day)
    return given


class Answers:
    """What reads give under some parameters; each build is made once."""

    def __init__(self, parameters: Parameters) -> None:
        self._parameters = parameters
        self._built: dict[Build, dict[str, Any] | None] = {}

    def of(self, asked: Asked) -> Any:
        """Return a value on a day, or a dated value by its place with the date from which it holds."""
        subject = self._parameters.subject(asked.subject)
        if asked.day is not None:
            return subject.at(asked.day).values.get(asked.name)
        dated = [(one.valid_from, one.value) for one in subject.values[asked.name]]
        return dated if asked.place is None else dated[asked.place]

    def attributes(self, build: Build) -> dict[str, Any] | None:
        """Return the attributes of what a build gives, None where it cannot be made."""
        if build not in self._built:
            try:
                self._built[build] = _attributes(build.under(self._parameters))
            except Exception:  # a change may make values that no rule can be made of
                self._built[build] = None
        return self._built[build]


def _attributes(found: Any) -> dict[str, Any]:
    if not _is_object(found):
        return {"": found}
    names = [one.name for one in fields(found)] if is_dataclass(found) else list(vars(found))
    held = {name: getattr(found, name) for name in names}
    known = {name: value for name, value in held.items() if not isinstance(value, _HOLDS_PARAMETERS)}
    return {"": True, **known}
