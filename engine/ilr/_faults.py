"""The words for XML that is not well formed, or that no ILR file would need. The parser's own may quote the file."""

from __future__ import annotations

import re

_MISMATCH = re.compile(r"Opening and ending tag mismatch: (\S+) line \d+ and ([^\s,]+)")
_CAUSES = (
    ("Extra content", "something follows </Message>"),
    ("XML declaration allowed only", "a second <?xml ...?>: two files in one"),
    ("Excessive depth", "elements stand in one another more than 256 deep"),
    ("Resource limit exceeded: Text", "a text is longer than 10 MB"),
    ("Resource limit", "something in a tag is longer than 10 MB"),
    ("Comment too big", "a comment is longer than 10 MB"),
    ("CData section too big", "a CDATA section is longer than 10 MB"),
    ("Name too long", "a name is longer than 50,000 characters"),
    ("Invalid character", "a character that XML does not allow, such as a NUL byte"),
    ("PCDATA invalid Char", "a character that XML does not allow, such as a NUL byte"),
    ("Char 0x", "a character that XML does not allow, such as a NUL byte"),
    ("xmlParseCharRef", "a character by its number that XML does not allow, such as &#0;"),
    ("Entity '", "an entity that is none of &amp; &lt; &gt; &quot; &apos;"),
    ("Namespace prefix", "a prefix of a namespace that is not declared"),
    ("Double hyphen", "-- stands within a comment"),
)
_USUAL = "a stray < or & is the usual cause"
_LONGEST_NAME = 60


def not_well_formed(column: int, message: str) -> str:
    """Return a sentence about a fault the parser found, without anything that may be personal data."""
    match = _MISMATCH.search(message)
    if match:
        cause = f"<{short(match[1])}> is closed by </{short(match[2])}>"
    elif re.match(r"Attribute \S+ redefined", message):
        cause = "an attribute stands twice"
    elif re.match(r"PI \S+ too big", message):
        cause = "a processing instruction is longer than 10 MB"
    else:
        cause = next((told for begin, told in _CAUSES if message.startswith(begin)), _USUAL)
    if "longer than" in cause or "deep" in cause:
        return f"the file cannot be read at column {column} ({cause}, which no ILR file needs)"
    return f"the file is not well-formed XML at column {column} ({cause})"


def short(name: str) -> str:
    """Return the name of an element, an attribute or a namespace as a message shows it."""
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}..."
