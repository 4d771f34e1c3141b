import io

from sample_runs import mixed_run

from reports.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_shown_on_a_terminal_and_wiped_out() -> None:
    stream = Terminal()
    with Progress(stream) as progress:
        for scenario in mixed_run().scenarios:
            progress.scenario(scenario)
    written = stream.getvalue()
    assert "1 scenario run" in written
    line = ""
    for part in written.split("\r"):
        line = part + line[len(part) :]
    assert line.strip() == ""


def test_progress_is_quiet_otherwise() -> None:
    piped, asked = io.StringIO(), Terminal()
    for progress in (Progress(piped), Progress(asked, quiet=True)):
        with progress:
            progress.scenario(mixed_run().scenarios[0])
    assert piped.getvalue() == asked.getvalue() == ""
