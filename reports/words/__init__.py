"""The vocabulary for people: a list, a search, a page."""
