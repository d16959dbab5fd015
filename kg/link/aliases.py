"""The surfaces under which an entity was seen, each in its own script."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.model import Document, Mention


def seen(document: Document, mention: Mention) -> tuple[tuple[str, str], ...]:
    """A mention's surface as ``(text, script)``, and its plain form where that differs.

    A surface is Traditional where a letter differs; other punctuation alone makes no other script.
    """
    surface, plain = document.surface(mention.span), document.name(mention.span)
    differs = any(a != b and a.isalpha() for a, b in zip(surface, plain, strict=True))
    return tuple(sorted({(plain, "zh-Hans"), (surface, "zh-Hant" if differs else "zh-Hans")}))
