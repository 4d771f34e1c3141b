"""Places of editors and of Python: editors count the units of an encoding, mostly UTF-16, Python counts characters."""

from collections.abc import Sequence

from lsprotocol import types

_UTF_8_ENDS = (0x80, 0x800, 0x10000)


def character(line: str, units_: int, encoding: str) -> int:
    """Return the place in a line, counted in characters, of a place that an editor counts in units."""
    seen = 0
    for at, sign in enumerate(line):
        if seen >= units_:
            return at
        seen += _width(sign, encoding)
    return len(line)


def units(line: str, at: int, encoding: str) -> int:
    """Return how many units of an encoding stand before a character of a line."""
    return sum(_width(sign, encoding) for sign in line[:at])


def _width(sign: str, encoding: str) -> int:
    if encoding == "utf-16":
        return 2 if ord(sign) > 0xFFFF else 1
    if encoding == "utf-8":
        return 1 + sum(ord(sign) >= end for end in _UTF_8_ENDS)
    return 1


def span(lines: Sequence[str], line: int, start: int, end: int, encoding: str) -> types.Range:
    """Return a part of one line, counted in characters, as an editor counts; the line is counted from 1."""
    told = lines[line - 1] if 0 < line <= len(lines) else ""
    at = max(0, line - 1)
    return types.Range(
        types.Position(at, units(told, start, encoding)), types.Position(at, units(told, end, encoding))
    )


def bare(line: str) -> str:
    """Return a line without its end."""
    return line.rstrip("\r\n")
