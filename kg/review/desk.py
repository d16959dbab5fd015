"""Where decisions are made: the queue less what the ledger has decided, one answer at a time, undone one at a time."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from kg import appending
from kg.errors import OutputError, UsageError
from kg.fact_ledger import load_facts
from kg.fact_ledger import written as fact_written
from kg.ledger import load
from kg.ledger import written as decision_written
from kg.model.decision import Decision, Judgement
from kg.model.fact_decision import FactDecision, FactLayer, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from kg.review.cards import Card

_PAIR = "pair"


@dataclass
class Desk:
    """The cards and the ledger. What was written in this session can be taken back, the last first."""

    cards: dict[str, Card]
    ledger: Path
    author: str
    today: str
    written: list[bytes] = field(default_factory=list)

    @classmethod
    def of(cls, cards: Iterable[Card], ledger: Path, author: str, today: str) -> Desk:
        """A desk; cards of one id are one, the first."""
        kept: dict[str, Card] = {}
        for card in cards:
            kept.setdefault(card.id, card)
        return cls(kept, ledger, author, today)

    def queue(self) -> list[dict[str, Any]]:
        """The cards that the ledger, as it stands now, does not decide. Raises ``UsageError`` for a broken ledger."""
        done = self._done()
        return [asdict(card) for card in self.cards.values() if _identity(card) not in done]

    def decide(self, card_id: str, answer: str, now: Mapping[str, str] | None = None, reason: str = "") -> None:
        """Write one decision. Raises ``UsageError`` for a card or an answer that is not known, ``OutputError``."""
        card = self.cards.get(card_id)
        if card is None:
            raise UsageError(card_id, "there is no such card", "Load the page again")
        text = self._pair(card, answer, reason) if card.layer == _PAIR else self._fact(card, answer, now or {}, reason)
        data = text.encode("utf-8", "replace")
        try:
            appending.append(self.ledger, data)
        except OSError as error:
            cause = f"the ledger cannot be written: {error.strerror}"
            raise OutputError(str(self.ledger), cause, "Change the rights of the folder") from error
        self.written.append(data)

    def undo(self) -> bool:
        """Take back the last decision of this session; False where there is none, or the ledger has gone on since."""
        if not self.written or not appending.take_back(self.ledger, self.written[-1]):
            return False
        self.written.pop()
        return True

    def _pair(self, card: Card, answer: str, reason: str) -> str:
        judgement, articles = _one_of(Judgement, answer), ""
        if judgement not in {Judgement.SAME, Judgement.DIFFERENT}:
            raise UsageError(answer, "this is no answer to a question of identity", "Say same or different")
        if card.what["articles"] and judgement is Judgement.DIFFERENT:
            judgement, articles = Judgement.SPLIT, card.what["articles"]
        return decision_written(
            Decision(judgement, card.what["a"], card.what["b"], articles, reason, self.author, self.today)
        )

    def _fact(self, card: Card, answer: str, now: Mapping[str, str], reason: str) -> str:
        verdict = _one_of(Verdict, answer)
        changed = {name: str(value) for name, value in now.items() if card.now.get(name) != str(value)}
        if unknown := sorted(set(changed) - set(card.now)):
            raise UsageError(unknown[0], "this cannot be corrected here", f"Change {', '.join(card.now) or 'nothing'}")
        if (verdict is Verdict.CORRECT) != bool(changed):
            raise UsageError(answer, "a correction changes something, another answer nothing", "Change a field, or not")
        what = tuple(sorted(card.what.items()))
        place = FactLayer(card.layer), card.article, " ".join(card.sentence.split())
        noted = (reason, self.author, self.today)
        return fact_written(FactDecision(verdict, *place, what, tuple(sorted(changed.items())), *noted))

    def _done(self) -> set[tuple[str, ...]]:
        if not self.ledger.exists():
            return set()
        pairs = {(_PAIR, *sorted((d.a, d.b))) for d in load(self.ledger) if d.b}
        facts = {_named(d.layer, d.article, d.sentence, d.what) for d in load_facts(self.ledger)}
        return pairs | facts


def _identity(card: Card) -> tuple[str, ...]:
    if card.layer == _PAIR:
        return (_PAIR, *sorted((card.what["a"], card.what["b"])))
    return _named(card.layer, card.article, card.sentence, sorted(card.what.items()))


def _named(layer: str, article: str, sentence: str, what: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return (str(layer), article, "".join(sentence.split()), *(f"{name}={value}" for name, value in what))


def _one_of(kinds: Any, answer: str) -> Any:
    try:
        return kinds(answer)
    except ValueError as error:
        raise UsageError(answer, "this is no answer", f"Say one of: {', '.join(kinds)}") from error
