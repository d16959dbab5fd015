"""Content negotiation (RFC 9110 §12.5.1): which of the offered media types a client likes best."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def choose(accept: str, offered: Sequence[str]) -> str | None:
    """The best of the offered types, which stand in our own order; ``None`` where the client takes none of them.

    >>> choose("text/html, application/json;q=0.9, */*;q=0.1", ["text/csv", "application/json"])
    'application/json'
    >>> choose("image/png", ["text/csv"]) is None
    True
    """
    ranges = [_range(part) for part in accept.split(",") if part.strip()] or [("*/*", 1.0)]
    liked = [(_quality(media, ranges), -place, media) for place, media in enumerate(offered)]
    best = max(liked, default=(0.0, 0, ""))
    return best[2] if best[0] > 0 else None


def _range(part: str) -> tuple[str, float]:
    media, *parameters = (piece.strip().lower() for piece in part.split(";"))
    quality = next((p.partition("=")[2] for p in parameters if p.partition("=")[0].strip() == "q"), "1")
    try:
        return media, min(max(float(quality), 0.0), 1.0)
    except ValueError:
        return media, 0.0


def _quality(media: str, ranges: Sequence[tuple[str, float]]) -> float:
    """The quality that the most specific range gives a type."""
    for wanted in (media, f"{media.partition('/')[0]}/*", "*/*"):
        found = [quality for name, quality in ranges if name == wanted]
        if found:
            return max(found)
    return 0.0
