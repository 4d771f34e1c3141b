"""Times ``ilrspec --help`` beside ``python -c pass``: median of 15 each, in turn."""

from statistics import median

from bench import timing

TIMES = 15


def main() -> None:
    """Print both medians, their difference and their ratio."""
    nothing, shown = [], []
    for _ in range(TIMES):
        nothing.append(timing.run(timing.python("pass")).seconds * 1000)
        shown.append(timing.run(timing.ilrspec("--help")).seconds * 1000)
    bare, ours = median(nothing), median(shown)
    print(f"python -c pass   {bare:6.0f} ms")
    print(f"ilrspec --help   {ours:6.0f} ms   {ours - bare:.0f} ms more, {ours / bare:.1f} times")


if __name__ == "__main__":
    main()
