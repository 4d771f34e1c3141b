"""Times report, snapshot and diff of 1,000 scenarios beside the run they rest on, and the pages in a browser.

``python -m bench.pages [--count 1000] [--times 3]``. The scenarios are the repository's own, files of every
programme in turn. The pages are opened in headless Chromium, where there is one with playwright.
"""

import argparse
import os
import shutil
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from bench import timing
from steps.features import find_features, read_feature

FEATURES = timing.ROOT / "features"


def main() -> None:
    """Print seconds, ratios to the bare run, and the size of the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--times", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        chosen, count = chosen_files(given.count)
        paths = [str(path) for path in chosen]
        before, after = str(folder / "before.json.gz"), str(folder / "after.json.gz")
        site = folder / "report"
        print(f"{count:,} scenarios in {len(paths)} files, {os.cpu_count()} cores, best of {given.times}")
        run = timing.best(timing.ilrspec("run", "-n", "auto", *paths), given.times)
        print(f"run                  {run.seconds:6.2f} s")
        for label, command in (
            ("report", ["report", "--out", str(site), *paths]),
            ("snapshot", ["snapshot", before, *paths]),
        ):
            told = timing.best(timing.ilrspec(*command), given.times)
            beyond, ratio = told.seconds - run.seconds, told.seconds / run.seconds
            print(f"{label:<20} {told.seconds:6.2f} s, {beyond:+.2f} s beyond the run, {ratio:.1f} x")
        shutil.copy(before, after)
        told = timing.best(timing.ilrspec("diff", before, after), given.times)
        print(f"diff                 {told.seconds:6.2f} s, of two snapshots")
        files = [path for path in site.rglob("*") if path.is_file()]
        print(
            f"size of the report   {sum(path.stat().st_size for path in files) / 1e6:6.1f} MB in {len(files)} files"
        )
        in_browser(site)


def chosen_files(count: int) -> tuple[list[Path], int]:
    """Return feature files of every programme in turn, until they hold so many scenarios, and how many they hold."""
    by_programme: dict[str, list[Path]] = defaultdict(list)
    for selection in find_features([FEATURES]):
        by_programme[selection.path.relative_to(FEATURES).parts[0]].append(selection.path)
    chosen: list[Path] = []
    held = 0
    while held < count and any(by_programme.values()):
        for files in by_programme.values():
            if files and held < count:
                chosen.append(files.pop(0))
                held += len(read_feature(chosen[-1]).scenarios)
    return chosen, held


def in_browser(site: Path) -> None:
    """Print how long each page of the report takes until it can be used."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        print("no playwright: the pages were not opened")
        return
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        print("no Chromium: the pages were not opened")
        return
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for path in sorted(site.glob("*.html")):
            seconds = []
            for _ in range(3):
                page = browser.new_page()
                began = time.perf_counter()
                page.goto(path.as_uri(), wait_until="domcontentloaded")
                page.evaluate("document.querySelector('h1').innerText")
                seconds.append(time.perf_counter() - began)
                page.close()
            print(f"usable after {min(seconds):6.2f} s  {path.name} ({path.stat().st_size / 1e6:.1f} MB)")
        browser.close()


if __name__ == "__main__":
    main()
