"""What a stretch of XML holds beside elements and their text, told from its bytes alone."""


def has_declarations(text: bytes) -> bool:
    """Say whether there may be a comment, a CDATA section or a document type: something that begins ``<!``."""
    # One sign is found many times as fast as two, and it is rare in an ILR file.
    return b"!" in text and b"<!" in text


def has_more_than_elements(text: bytes) -> bool:
    """Say whether there may be declarations or processing instructions."""
    return has_declarations(text) or (b"?" in text and b"<?" in text)
