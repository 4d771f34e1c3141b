"""The rules in machine code: built from ``engine/``, proven equal to it, and used by ``calc`` and ``impact``."""
