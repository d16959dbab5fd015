"""Projects."""

from kg.extract.project.project_mentions import mentions

__all__ = ["mentions"]
