"""Many ILR files, or large ones, on all cores or several machines: ``ilrspec calc --into`` and ``ilrspec impact``."""
