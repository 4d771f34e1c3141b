"""The words that the page offers while somebody types, and the scenarios that one can begin from."""

from dataclasses import replace
from typing import Any

from reports.refusal import Refusal
from steps.feature_text import FeatureText


def _programmes() -> list[dict[str, Any]]:
    """Return the programmes, each with the cases that a new scenario can begin from."""
    from reports.authoring.new_cases import cases, programmes

    return [
        {
            "key": programme.folder,
            "name": programme.name,
            "cases": [{"key": case.key, "says": case.says} for case in cases(programme)],
        }
        for programme in programmes()
    ]


def new_feature(text: FeatureText, name: str, programme: str, case: str) -> FeatureText:
    """Return a new feature of one scenario, which passes: a case of a programme with its usual answers.

    ``text`` is where it is to stand. Raises Refusal for a case that is not there.
    """
    from reports.authoring.new_scenario import of_its_own

    named = " ".join(name.split())
    new = replace(_case(programme, case, ""), feature=named, says="") if named else _case(programme, case, "")
    return of_its_own(new, text.path).text


def new_scenario(text: FeatureText, name: str, programme: str, case: str) -> FeatureText:
    """Return a feature with a further scenario at its end: a case that passes there, or steps to fill in.

    Raises Refusal for a case that does not pass below the feature's background, Unreadable for a text that is no
    feature.
    """
    if case:
        from reports.authoring.new_scenario import at_the_end

        try:
            return at_the_end(_case(programme, case, name), text).text
        except Refusal as error:
            told = f"{error.message}. Choose another, or begin with nothing and write the steps."
            raise Refusal(told) from None
    margin = "    " if any(line.lstrip().startswith("Rule:") for line in text.lines) else "  "
    lines = list(text.lines)
    while lines and not lines[-1].strip():
        lines.pop()
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += text.newline
    new = ["", f"{margin}Scenario: {name}", f"{margin}  Given the funding year is 2021/22"]
    return replace(text, lines=(*lines, *(line + text.newline for line in new)))


def _case(programme: str, case: str, title: str) -> Any:
    from reports.authoring.new_cases import answered, cases, filled, programmes

    found = next(
        (
            one
            for known in programmes()
            if known.folder == programme
            for one in cases(known)
            if one.key == case
        ),
        None,
    )
    if found is None:
        raise Refusal(f"there is no case '{case}' of '{programme}' to begin from")
    return filled(found, answered(found, {}), title)


def vocabulary() -> dict[str, Any]:
    """Return what the page offers.

    ``steps`` are all sentences with subject, help and the number of their table; ``tables`` their headings and words;
    ``programmes`` the cases that a new scenario can begin from.
    """
    from reports.authoring.words import vocabulary as all_steps

    numbers: dict[int, int] = {}
    tables: list[dict[str, Any]] = []
    told = []
    for one in all_steps():
        at = None
        if one.table is not None:
            at = numbers.setdefault(id(one.table), len(tables))
            if at == len(tables):
                tables.append(
                    {"months": one.table.months, "headings": [_heading(h) for h in one.table.headings]}
                )
        samples = {place.name: place.sample for place in one.places if place.sample != place.name}
        told += [
            {"sentence": sentence, "help": one.help, "subject": one.title, "table": at, "samples": samples}
            for sentence in one.sentences
        ]
    return {"steps": told, "tables": tables, "programmes": _programmes()}


def _heading(heading: Any) -> dict[str, Any]:
    return {
        "name": heading.name,
        "help": ". ".join(part.rstrip(".") for part in (heading.help, heading.takes) if part),
        "others": list(heading.aliases),
        "everyday": heading.everyday,
        "required": heading.required,
        "words": [{"name": word.text, "help": word.means} for word in heading.words],
        "label": heading.label,
    }
