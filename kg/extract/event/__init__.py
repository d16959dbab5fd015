"""Events: meetings, ceremonies, visits."""

from kg.extract.event.event_mentions import mentions

__all__ = ["mentions"]
