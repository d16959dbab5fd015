"""Facts: what one article says. Each is frozen and carries the span it was read from."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.text import Span
from kg.vocab import Cites, Kind, Predicate


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Why a fact is held: the article, the span (usually the sentence), the rule that read it, and how sure it is.

    ``document`` is the article's id, or ``gazetteer`` for background knowledge, whose span is empty.
    ``confidence`` lies in (0, 1].
    """

    document: str
    span: Span
    rule: str
    confidence: float


GAZETTEER = "gazetteer"


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A stretch of the text that names, or points at, an entity.

    ``name`` is what the extractor takes to be the full name (Simplified, without outer quotes); ``entity`` is the
    entity's key once it is linked, else empty. ``points`` marks a mention that points without naming (市委, 全市).

    Raises ``ValueError`` for an empty span: such a mention would be its own neighbour, and walks from one mention to
    the next would never end.
    """

    span: Span
    kind: Kind
    name: str
    rule: str
    confidence: float
    entity: str = ""
    points: bool = False

    def __post_init__(self) -> None:
        if self.span.end <= self.span.start:
            raise ValueError(f"the mention {self.name!r} of rule {self.rule!r} has the empty span {self.span}")

    def __hash__(self) -> int:
        # Mentions fill the sets and keys of every stage: what tells nearly all of them apart is enough.
        return hash((self.span.start, self.span.end, self.kind, self.name))

    def under(self, rule: str) -> Mention:
        """The same mention under another name of its rule."""
        return Mention(self.span, self.kind, self.name, rule, self.confidence, self.entity, self.points)

    def linked(self, key: str) -> Mention:
        """The same mention of the entity of a key."""
        return Mention(self.span, self.kind, self.name, self.rule, self.confidence, key, self.points)


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """A thing. ``key`` is its path under the base IRI and its identity across articles (``place/141000-临汾市``).

    ``aliases``: every other surface seen, as ``(text, script)`` with script ``zh-Hans`` or ``zh-Hant``.
    ``classes``: finer ontology classes (``City``, ``PartyOrgan``), sorted. ``adcode``: GB/T 2260, six digits, else "".
    ``broader``: the key of the family a campaign belongs to, else "".
    """

    key: str
    kind: Kind
    name: str
    aliases: tuple[tuple[str, str], ...] = ()
    classes: tuple[str, ...] = ()
    adcode: str = ""
    broader: str = ""

    def __hash__(self) -> int:
        return hash(self.key)


@dataclass(frozen=True, slots=True, order=True)
class Relation:
    """``subject predicate object``, by entity keys. ``holdsPost`` is not a relation but a ``Post``.

    ``role``: what somebody did at the event that the relation leads to, one of ``kg.vocab.ROLES``, else "". Who
    presided and spoke, as one sentence tells it, are two relations that differ in their role alone.
    """

    subject: str
    predicate: Predicate
    object: str
    evidence: Evidence
    role: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Post:
    """A person holds (held, will hold) a post: the title as the text has it without its organ (市委书记, 副主任).

    ``of``: key of the organ or place. ``status``: attested, appointed, proposed, acting, concurrent or former.
    ``start``/``end``: ISO at the precision of the text, only where the text gives them, else "".
    """

    person: str
    title: str
    of: str
    status: str
    evidence: Evidence
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Figure:
    """A number of the text with what it counts: an indicator, a value in base units, whose it is and for which time.

    ``value`` is in base units (元, not 亿元; % stays %), negative where something fell; ``bound`` is exact, over, under
    or approx; ``change`` is ``yoy`` (同比), ``mom`` (环比) or ""; ``period`` is ISO/EDTF or the text's own words, else
    ""; ``aim`` is ``result`` or ``target``; ``subject`` is an entity key, else "". ``ends``: the lowest and the highest
    value of a range or of an approximate number (10-15亿元, 两三个), whose ``value`` is the middle; else empty.
    """

    indicator: str
    value: float
    unit: str
    bound: str
    change: str
    subject: str
    evidence: Evidence
    period: str = ""
    aim: str = "result"
    ends: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """When something was, began or ended, as a sentence tells it.

    ``term`` is ``at``, ``began`` or ``ended``; ``value`` is EDTF at the precision of the words, or "" where the article
    has no date against which they can be resolved; ``words`` are those of the text.
    """

    subject: str
    term: str
    value: str
    words: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Words that someone is quoted or reported as saying: their span, the speaker's key, where it was said if known."""

    speaker: str
    span: Span
    text: str
    evidence: Evidence
    said_at: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """A document, or the article itself where ``source`` is "", refers to another document, by their keys."""

    source: str
    kind: Cites
    target: str
    evidence: Evidence
