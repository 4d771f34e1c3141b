"""Returns in a store: reading, importing and listing them."""
