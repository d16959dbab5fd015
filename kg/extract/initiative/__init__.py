"""Campaigns, programs and awards: one reader, so that no phrase is read as two kinds."""

from kg.extract.initiative.initiative_mentions import mentions

__all__ = ["mentions"]
