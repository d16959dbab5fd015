"""Where a name begins and ends: what all extractors share; they import nothing else of each other."""
