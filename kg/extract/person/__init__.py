"""Persons."""

from kg.extract.person.person_mentions import mentions

__all__ = ["mentions"]
