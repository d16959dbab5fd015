"""Whose words they are: the subject of a verb of speech, told by what stands before it.

省委书记王某某在会上强调 → 王某某; 会议指出 → the meeting; 他说 → the person named last.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from kg.model import Mention, Span
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.lexicon import Pattern
    from kg.text.annotated import AnnotatedDocument

_NEAR, _BACK = 70, 160
_SILENT = frozenset({"byline", "wire-head", "title-organ"})  # who only writes; the organ of a title, not who bears it
_TITLE = 16  # characters of a verb and a title before a name


class Speakers:
    """Those who may speak in one document, in text order; ``rules`` are the patterns of speech by name."""

    def __init__(self, doc: AnnotatedDocument, speakers: tuple[Mention, ...], rules: Mapping[str, Pattern]) -> None:
        written = {word.span for word in doc.document.masthead.credits}  # who only wrote the article
        self.plain, self.rules = doc.plain, rules
        self.all = tuple(m for m in speakers if m.span not in written and m.rule not in _SILENT)
        self.sentences = doc.document.sentences or doc.spans
        self.starts = [s.start for s in self.sentences]
        self.quoted = sorted(q.span for q in doc.quotes if q.mark == "“")
        self.opened = [span.start for span in self.quoted]

    def of(self, verb: int, word: str) -> Mention | None:
        """The subject of a verb of speech: what stands right before it, else the nearest person before it."""
        sentence = self.sentence(verb)
        if word == "称" and self.rules["called"].regex.match(self.plain, max(0, verb - 1)):
            return None
        if self.rules["noun"].regex.search(self.plain, max(sentence.start, verb - 4), verb) and not self._says_meeting(
            verb
        ):
            return None
        before = [m for m in self.all if sentence.start <= m.span.start and m.span.end <= verb]
        near = before[-1] if before else None
        if near and near.kind is not Kind.PERSON and self._body(near, sentence, verb):
            return near
        for mention in reversed(before):
            if mention.kind is Kind.PERSON and self._speaks(mention, verb, word):
                return mention
        if self.rules["pronoun"].regex.search(self.plain, max(0, verb - 16), verb):
            return self._last_person(verb)
        return None

    def opens(self, verb: int) -> bool:
        """Whether a verb opens its clause or stands right behind a speaker."""
        left = self.plain[max(0, verb - 1) : verb]
        return left in "，。；\n" or any(m.span.end <= verb <= m.span.end + 4 for m in self.all) or left == "上"

    def within(self, span: Span) -> list[Mention]:
        """The speakers that stand in a stretch, in text order."""
        return [m for m in self.all if span.start <= m.span.start and m.span.end <= span.end]

    def sentence(self, at: int) -> Span:
        """The sentence that holds an offset."""
        index = bisect_right(self.starts, at) - 1
        return self.sentences[max(index, 0)] if self.sentences else Span(at, at)

    def inside(self, at: int) -> bool:
        """Whether an offset lies in quoted words."""
        index = bisect_right(self.opened, at) - 1
        return index >= 0 and self.quoted[index].end > at

    def _body(self, near: Mention, sentence: Span, verb: int) -> bool:
        """Whether an organ or meeting is the subject: it opens its clause, with an adverb at most before the verb."""
        opens = near.span.start == sentence.start or not self.plain[near.span.start - 1].isalnum()
        between = self.plain[near.span.end : verb]
        return opens and any(self.rules[name].regex.fullmatch(between) for name in ("organ-beside", "unnamed"))

    def _says_meeting(self, verb: int) -> bool:
        """Whether a speaker that was handed in ends right before the verb (会议强调)."""
        return any(m.span.end == verb for m in self.all)

    def _speaks(self, mention: Mention, verb: int, word: str) -> bool:
        between = self.plain[mention.span.end : verb]
        held = between.startswith("在") and between.endswith(("上", "中", "时", "后"))
        if len(between) > (14 if word in {"说", "称"} and not held else _NEAR) or self.inside(mention.span.start):
            return False
        if self.rules["aside"].regex.match(self.plain, mention.span.end):
            return False
        return not self.rules["aside-before"].regex.search(
            self.plain, max(0, mention.span.start - 6), mention.span.start
        )

    def _last_person(self, verb: int) -> Mention | None:
        """Whom 他 means: who opens the last sentence that names somebody, not who is only heard or met in it."""
        people = [m for m in self.all if m.kind is Kind.PERSON and verb - _BACK <= m.span.start and m.span.end <= verb]
        last = self.sentence(people[-1].span.start) if people else None
        present = [m for m in people if last and m.span.start >= last.start and not self._aside(m)]
        return (present or people)[0] if present else people[-1] if people else None

    def _aside(self, mention: Mention) -> bool:
        """Whether somebody is only heard, met or guided where he is named: 听取了县委书记甲的汇报, 在甲陪同下."""
        before = self.plain[max(0, mention.span.start - _TITLE) : mention.span.start]
        return bool(self.rules["met"].regex.search(before)) or self.plain.startswith("的", mention.span.end)
