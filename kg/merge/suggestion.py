"""What is laid before a person to judge: two keys that may be one entity, or one that may be two."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Suggestion:
    """Two keys, a score in (0, 1), and why in words.

    With ``articles`` the question is the other way round: whether what these articles tell of ``a`` is of another,
    ``b``, a key that nothing has yet.
    """

    score: float
    a: str
    b: str
    reasons: tuple[str, ...]
    articles: tuple[str, ...] = ()


@dataclass(slots=True)
class Scales:
    """A score in the making: every reason says by how much it moves it."""

    score: float = 0.0
    reasons: list[str] = field(default_factory=list)

    def put(self, reason: str, weight: float) -> None:
        """Lay a reason on."""
        self.score += weight
        self.reasons.append(f"{reason} {weight:+.2f}")

    def suggestion(self, a: str, b: str, articles: tuple[str, ...] = ()) -> Suggestion:
        """The pair with what was laid on, the smaller key first."""
        first, second = (a, b) if articles else sorted((a, b))
        return Suggestion(round(min(max(self.score, 0.01), 0.99), 2), first, second, tuple(self.reasons), articles)
