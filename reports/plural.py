"""Numbers with their words."""


def plural(count: int, word: str, words: str = "") -> str:
    """Return a number with its word: ``1 figure``, ``1,204 figures``; ``words`` is what many are called."""
    return f"{count:,} {word if count == 1 else words or word + 's'}"
