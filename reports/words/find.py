"""Finding steps by words, also where they are spelt not quite right: in sentences, headings, cells and meanings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reports.authoring.words import StepWords
from reports.words.known import KnownStep

_LIKE = 74
_BEGINS = 95
_TOGETHER = 8
_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
_LEFT_OUT = frozenset({"the", "a", "an", "of", "is", "are", "for", "to", "in", "and", "or", "by"})


@dataclass(frozen=True, slots=True)
class Found:
    """A step that fits the words looked for, the better the higher its score, and the headings that do."""

    known: KnownStep
    score: float
    headings: frozenset[str]


def find(words: Sequence[str], steps: tuple[KnownStep, ...]) -> list[Found]:
    """Return the steps that fit every one of some words, the best first; none where a word is nowhere.

    Of steps that fit about as well, those that features use more often come first.
    """
    sentence = " ".join(words)
    exact = [one for one in steps if any(_plain(said) == _plain(sentence) for said in one.step.sentences)]
    if exact:
        return [Found(one, 100, frozenset()) for one in exact]
    wanted = _wanted(sentence)
    likenesses = [_alike(word, _words(steps)) for word in wanted]
    found = []
    for one in steps:
        best = [_best(one.step, alike) for alike in likenesses]
        if not best or not all(best):
            continue
        headings = _headings(one.step, likenesses)
        # Words that stand together in one sentence or heading are more likely what is meant.
        places = _places(one.step, headings) if len(wanted) > 1 else []
        together = any(all(not alike.keys().isdisjoint(place) for alike in likenesses) for place in places)
        found.append(Found(one, sum(best) / len(best) + (_TOGETHER if together else 0), headings))
    return sorted(found, key=lambda one: (-round(one.score / 10), -one.known.uses))


def nearest_words(words: Sequence[str], steps: tuple[KnownStep, ...], most: int = 5) -> list[str]:
    """Return words of the vocabulary that are nearest to those looked for and not found."""
    from rapidfuzz import process
    from rapidfuzz.fuzz import ratio

    near: dict[str, float] = {}
    for word in _wanted(" ".join(words)):
        for choice, score, _ in process.extract(
            word, _words(steps), scorer=ratio, limit=most, score_cutoff=50
        ):
            if len(choice) > 2:
                near[choice] = max(near.get(choice, 0), score)
    return sorted(near, key=lambda word: -near[word])[:most]


def _wanted(sentence: str) -> list[str]:
    told = [word.lower() for word in _WORD.findall(sentence)]
    return list(dict.fromkeys(word for word in told if word not in _LEFT_OUT)) or list(dict.fromkeys(told))


def _plain(sentence: str) -> str:
    return " ".join(sentence.lower().rstrip(":").split())


def _alike(word: str, words: tuple[str, ...]) -> dict[str, float]:
    """Return the words of the vocabulary that are a word, begin with it or are nearly it, 0 to 100 each."""
    from rapidfuzz import process
    from rapidfuzz.fuzz import ratio

    near = {
        choice: score
        for choice, score, _ in process.extract(word, words, scorer=ratio, limit=40, score_cutoff=_LIKE)
    }
    if len(word) > 2:
        near |= {choice: _BEGINS for choice in words if choice.startswith(word) and choice != word}
    # Where a word stands in the vocabulary as it is, what only resembles it is not meant.
    return (
        {choice: score for choice, score in near.items() if score >= _BEGINS}
        if 100 in near.values()
        else near
    )


def _best(step: StepWords, alike: dict[str, float]) -> float:
    return max(
        (weight * alike[word] for weight, told in _parts(step) for word in told if word in alike), default=0.0
    )


def _headings(step: StepWords, likenesses: Sequence[dict[str, float]]) -> frozenset[str]:
    """Return the headings that fit every word looked for, or without one those that fit most of them."""
    fitting: dict[int, set[str]] = {}
    for heading in step.table.headings if step.table else ():
        told = _split(" ".join(heading.names))
        count = sum(any(word in alike for word in told) for alike in likenesses)
        if count:
            fitting.setdefault(count, set()).add(heading.name)
    return frozenset(fitting[max(fitting)]) if fitting else frozenset()


def _places(step: StepWords, headings: frozenset[str]) -> list[frozenset[str]]:
    rows = [word.text for heading in (step.table.headings if step.table else ()) for word in heading.words]
    return [_split(place) for place in (*step.sentences, *headings, *rows)]


@cache
def _words(steps: tuple[KnownStep, ...]) -> tuple[str, ...]:
    return tuple({word for one in steps for _, told in _parts(one.step) for word in told})


@cache
def _parts(step: StepWords) -> tuple[tuple[float, frozenset[str]], ...]:
    headings = step.table.headings if step.table else ()
    return (
        (1.0, _split(" ".join(step.sentences))),
        (0.9, _split(" ".join(name for heading in headings if heading.everyday for name in heading.names))),
        (0.82, _split(" ".join(name for heading in headings for name in heading.names))),
        (0.85, _split(" ".join([word.text for heading in headings for word in heading.words]))),
        (0.85, _split(" ".join([word.text for place in step.places for word in place.words]))),
        (0.8, _split(f"{step.help} {step.title}")),
        (0.7, _split(" ".join(heading.help for heading in headings))),
    )


def _split(told: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(told))
