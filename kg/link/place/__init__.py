"""Which place a mention is, and where an article speaks from."""
