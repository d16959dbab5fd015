"""Which person a mention is."""
