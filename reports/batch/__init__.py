"""``ilrspec calc --into``: many ILR files, or large ones, on all cores or on several machines."""
