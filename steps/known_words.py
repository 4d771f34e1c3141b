"""The words that a reader of cells knows, each with its meaning: for those who choose a word before they write it."""

from collections.abc import Mapping
from types import MappingProxyType

from steps.cells import OneOf, Reader, yes_or_no

_TOLD: dict[int, tuple[Reader, Mapping[str, str]]] = {}


def knows(reader: Reader, words: Mapping[str, str]) -> None:
    """Tell the words of a reader, each with its meaning in plain English; a reader reads more where it says so."""
    # The reader is kept beside its words, so that no other ever has its id.
    _TOLD[id(reader)] = (reader, MappingProxyType(dict(words)))


def known_words(reader: Reader) -> Mapping[str, str]:
    """Return the words of a reader with their meanings, blank where a word says it all; none where any text is read."""
    told = _TOLD.get(id(reader))
    if told is not None:
        return told[1]
    words = getattr(reader, "words", None)
    if not isinstance(words, Mapping):
        return {}
    if isinstance(reader, OneOf):
        return dict.fromkeys(words, "")
    return {word: f"Code {code}." for word, code in words.items()}


knows(yes_or_no, {"yes": "", "no": ""})
