"""What was written, on screen."""

from collections.abc import Iterator

from reports.generate.files import Order, Written
from reports.generate.mix import PROGRAMMES
from reports.plural import plural
from reports.returned.table import as_text, table

_NAMED = 10


def shown(order: Order, written: Written) -> str:
    """Return files, learners by programme and breaches as text."""
    return "\n".join(_lines(order, written))


def _lines(order: Order, written: Written) -> Iterator[str]:
    size = sum(path.stat().st_size for path in written.paths)
    told = f"{size / 1e6:,.1f} MB" if size >= 1e6 else f"{size / 1e3:,.0f} kB"
    learners = plural(written.learners.total(), "learner")
    yield f"{learners} of {order.year.label}, seed {order.seed}, {told}. Nobody in it exists."
    yield ""
    rows = [("Programme", "In --mix", "Learners", "Aims")]
    for name in order.mix:
        if written.learners[name]:
            counts = f"{written.learners[name]:,}", f"{written.aims[name]:,}"
            rows.append((PROGRAMMES[name].title, name, *counts))
    rows.append(("All", "", f"{written.learners.total():,}", f"{written.aims.total():,}"))
    yield as_text(lambda console: console.print(table(rows, text_columns=2)))
    if order.errors:
        yield ""
        yield f"{plural(written.breaches.total(), 'learner')} with a deliberate breach of a rule"
        found = [
            ("Finding to expect", "Learners"),
            *((code, f"{n:,}") for code, n in sorted(written.breaches.items())),
        ]
        if written.breaches:
            yield as_text(lambda console: console.print(table(found, text_columns=1)))
    yield ""
    for path in written.paths[:_NAMED]:
        yield f"Written: {path}"
    if len(written.paths) > _NAMED:
        yield f"and {len(written.paths) - _NAMED:,} more in {written.paths[0].parent}"
