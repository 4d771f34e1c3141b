"""Which changes are asked for: of some kinds, with a pattern, some of them at random or the first of them."""

import random
import re
from collections.abc import Iterable
from fnmatch import translate

from reports.mutate.guidance import Guidance
from reports.mutate.mutants import Mutant
from reports.refusal import Refusal
from steps.problems import nearest


def matching(mutants: Iterable[Mutant], patterns: Iterable[str], guidance: Guidance) -> list[Mutant]:
    """Return the changes that any pattern names, all for no pattern.

    A pattern is a part of the programme or parameter file, of the name of a parameter, switch or rule, of a clause or
    source; ``*`` stands for anything. Capitals make no difference. Raises Refusal for a pattern that names nothing.
    """
    known = list(mutants)
    wanted = list(patterns)
    if not wanted:
        return known
    texts = [_texts(mutant, guidance) for mutant in known]
    found: set[int] = set()
    for pattern in wanted:
        expression = re.compile(translate(f"*{pattern.strip().casefold()}*"))
        named = {at for at, own in enumerate(texts) if any(expression.match(text) for text in own)}
        if not named:
            words = {word for mutant in known for word in (mutant.group, mutant.name, *mutant.clauses)}
            raise Refusal(
                f"--only: nothing that can be changed is called '{pattern}'{nearest(pattern, sorted(words))}"
            )
        found |= named
    return [known[at] for at in sorted(found)]


def _texts(mutant: Mutant, guidance: Guidance) -> tuple[str, ...]:
    clauses = guidance.clauses_of(mutant)
    words = (mutant.id, mutant.group, mutant.place, mutant.label, mutant.source, *clauses)
    return tuple(word.casefold() for word in words)


def some(mutants: list[Mutant], sample: int | None, seed: int, limit: int | None) -> list[Mutant]:
    """Return so many of the changes at random, in their order, the same for the same seed; or the first of them."""
    if sample is not None and sample < len(mutants):
        chosen = random.Random(seed).sample(range(len(mutants)), sample)
        mutants = [mutants[at] for at in sorted(chosen)]
    return mutants if limit is None else mutants[:limit]
