"""The features of the folder ``golden`` are mistakes to be told of, and no scenarios to be run."""

collect_ignore_glob = ["golden/*"]
