"""Organizations: organs, companies, schools, media."""

from kg.extract.organization.organization_mentions import mentions

__all__ = ["mentions"]
