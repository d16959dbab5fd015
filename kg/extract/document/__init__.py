"""Documents: titled texts, mostly in 《》."""

from kg.extract.document.document_mentions import mentions

__all__ = ["mentions"]
