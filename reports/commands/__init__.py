"""The commands of ``ilrspec``, a module for each; every module's click command is named ``command``."""
