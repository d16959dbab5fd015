"""Where a name begins and ends: the one door between the extractors of the several kinds."""
