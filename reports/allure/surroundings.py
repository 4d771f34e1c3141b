"""What Allure shows beside the results: where they were made, and the kinds of failure."""

import json
import platform
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

CATEGORIES = (
    {"name": "A fault of ilrspec", "matchedStatuses": ["broken"], "messageRegex": r"[\s\S]*a fault of ilrspec[\s\S]*"},
    {"name": "Nothing is compared", "matchedStatuses": ["broken"],
     "messageRegex": r"[\s\S]*the scenario asserts nothing[\s\S]*"},
    {"name": "A figure or finding differs", "matchedStatuses": ["failed"]},
    {"name": "Not understood, or could not be worked out", "matchedStatuses": ["broken"]},
    {"name": "Set aside", "matchedStatuses": ["skipped"]},
)  # fmt: skip


def write_surroundings(folder: Path, finished: datetime) -> None:
    """Write environment.properties, categories.json and executor.json into a folder of results."""
    try:
        own = version("ilrspec")
    except PackageNotFoundError:
        own = "not installed"
    environment = {
        "ilrspec": own,
        "Python": platform.python_version(),
        "System": f"{platform.system()} {platform.machine()}",
    }
    texts = {
        "environment.properties": "".join(f"{name} = {value}\n" for name, value in environment.items()),
        "categories.json": json.dumps(CATEGORIES, indent=1) + "\n",
        "executor.json": json.dumps(
            {"name": "ilrspec", "type": "ilrspec", "buildName": f"{finished:%d/%m/%Y %H:%M}"}
        ),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
