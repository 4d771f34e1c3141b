"""The steps as Python source, for editors that find the steps of features by looking for decorators in such files.

The Cucumber extension of VS Code does. Nothing runs the file.
"""

import re
from collections.abc import Iterator

from reports.authoring.words import StepWords, vocabulary

_HEAD = '''"""The steps of features, for editors that look for steps in Python source. Nothing runs this file.

Made by 'ilrspec steps --glue'; make it anew when steps have changed.
"""

from behave import step
'''


def glue() -> str:
    """Return the source: one function a step, with a decorator for each of its sentences."""
    return "\n\n".join([_HEAD, *(function for step in vocabulary() for function in _functions(step))])


def _functions(step: StepWords) -> Iterator[str]:
    decorators = "\n".join(f"@step({_quoted(sentence)})" for sentence in step.sentences)
    name = re.sub(r"[^a-z0-9]+", "_", step.sentence.lower()).strip("_")
    told = " ".join(step.help.split()).replace("\\", "\\\\").replace('"""', "'''")
    yield f'{decorators}\ndef step_{name}(context, *parts):\n    """{told}"""\n'


def _quoted(sentence: str) -> str:
    # {} is any text in Cucumber expressions; names in braces would have to be types that they know.
    plain = re.sub(r"\{\w+\}", "{}", sentence)
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
