"""Places."""

from kg.extract.place.place_mentions import mentions

__all__ = ["mentions"]
