"""A language server: editors complete, explain, check and set out features with the words of this product."""
