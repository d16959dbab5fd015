"""``--assist URL --model NAME``: a language model behind any OpenAI-compatible server proposes. Never on by default.

Only what stands in the text to the character is taken, and it passes the checks of every extractor. Answers are kept in
a file: a build repeats byte for byte without the server.
"""

from __future__ import annotations

import hashlib
import json
import urllib.error
import urllib.request
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from kg import appending
from kg.errors import OutputError, UsageError
from kg.model import Span
from kg.model.proposal import Proposal, ProposedMention, ProposedRelation
from kg.vocab import SIGNATURES, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kg.text.annotated import AnnotatedDocument

_PROMPT: Final = (
    "You read a Chinese text of local government. Answer with one JSON object and nothing else: "
    '{"mentions": [{"text": "…", "kind": "…"}], "relations": [{"subject": "…", "predicate": "…", "object": "…"}]}. '
    "Every text is copied from the input to the character. Kinds: "
    f"{', '.join(kind.value for kind in Kind)}. Predicates: {', '.join(term.value for term in SIGNATURES)}. "
    "Subject and object of a relation are texts of mentions that stand in one sentence. Leave out what is not sure."
)
_SECONDS: Final = 120
_SURE: Final = 0.5
_LONGEST: Final = 4_000_000


@dataclass(frozen=True, slots=True)
class Assist:
    """A server (the address that ends in ``/v1``), a model, and the file where its answers are kept."""

    url: str
    model: str
    answers: Path

    @property
    def name(self) -> str:
        """The name of its rule."""
        return "assist"

    @property
    def identity(self) -> str:
        """The model, what it is asked, and the answers that are kept: with others, articles are read again."""
        kept = self.answers.read_bytes() if self.answers.is_file() else b""
        return f"assist {self.model} {_digest(_PROMPT)} {hashlib.sha256(kept).hexdigest()}"

    def __call__(self, doc: AnnotatedDocument) -> Iterable[Proposal]:
        """What the model proposes, as far as it stands in the text. Raises ``UsageError`` where there is no answer."""
        text = "\n".join(doc.document.surface(span) for span in doc.spans)
        key = _digest(self.model, _PROMPT, text)
        known = _kept(self.answers, self._stamp())
        answer = known[key] if key in known else self._asked(key, text)
        return list(_proposals(doc, answer))

    def _stamp(self) -> tuple[int, int]:
        """What tells whether the file has changed since it was read."""
        if not self.answers.is_file():
            return (0, 0)
        found = self.answers.stat()
        return found.st_mtime_ns, found.st_size

    def _asked(self, key: str, text: str) -> str:
        """A new answer, which is kept."""
        body = {
            "model": self.model,
            "temperature": 0,
            "messages": [{"role": "system", "content": _PROMPT}, {"role": "user", "content": text}],
        }
        address = f"{self.url.rstrip('/')}/chat/completions"
        request = urllib.request.Request(
            address, json.dumps(body).encode(), {"Content-Type": "application/json"}, method="POST"
        )
        try:
            with urllib.request.urlopen(request, timeout=_SECONDS) as reply:
                answered = json.loads(reply.read(_LONGEST))
            answer = str(answered["choices"][0]["message"]["content"])
        except (OSError, ValueError, KeyError, IndexError, TypeError) as error:
            cause = f"the server gives no answer: {type(error).__name__}: {error}"
            raise UsageError(address, cause, "Start it, or build without --assist") from error
        line = json.dumps({"key": key, "model": self.model, "answer": answer}, ensure_ascii=False)
        try:
            appending.append(self.answers, f"{line}\n".encode("utf-8", "replace"))
        except OSError as error:
            cause = f"the answers cannot be kept: {error.strerror}"
            raise OutputError(str(self.answers), cause, "Name another file with --answers") from error
        return answer


@cache
def _kept(path: Path, _stamp: tuple[int, int]) -> dict[str, str]:
    """The answers of a file by their keys; the first of each counts. Raises ``UsageError`` for a broken file."""
    found: dict[str, str] = {}
    if path.is_file():
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                row = json.loads(line)
                found.setdefault(str(row["key"]), str(row["answer"]))
            except (ValueError, KeyError, TypeError) as error:
                place = f"{path}, line {number}"
                raise UsageError(place, "this is no kept answer", "Delete the line; it will be asked again") from error
    return found


def _proposals(doc: AnnotatedDocument, answer: str) -> Iterator[Proposal]:
    """Mentions wherever their text stands, relations where both stand in one sentence; of the rest nothing."""
    answered = _object(answer)
    places: dict[str, list[Span]] = {}
    for row in _rows(answered, "mentions"):
        text, kind = row.get("text"), row.get("kind")
        if isinstance(text, str) and isinstance(kind, str) and len(text.strip()) > 1 and text not in places:
            places[text] = list(_found(doc, text))
            yield from (ProposedMention(span.start, span.end, kind, "", _SURE) for span in places[text])
    for row in _rows(answered, "relations"):
        ends = [row.get(end) for end in ("subject", "object")]
        if all(isinstance(end, str) for end in ends) and isinstance(row.get("predicate"), str):
            yield from _joined(doc, places, str(ends[0]), str(row["predicate"]), str(ends[1]))


def _joined(
    doc: AnnotatedDocument, places: dict[str, list[Span]], subject: str, predicate: str, target: str
) -> Iterator[Proposal]:
    for one in places.get(subject) or list(_found(doc, subject)):
        sentence = doc.sentence(one)
        for other in places.get(target) or list(_found(doc, target)):
            if sentence.holds(other):
                yield ProposedRelation((one.start, one.end), predicate, (other.start, other.end), _SURE)


def _found(doc: AnnotatedDocument, text: str) -> Iterator[Span]:
    for block in doc.spans:
        at = doc.document.text.find(text, block.start, block.end)
        while at >= 0 and text:
            yield Span(at, at + len(text))
            at = doc.document.text.find(text, at + len(text), block.end)


def _object(answer: str) -> dict[str, Any]:
    """The JSON object in an answer, whatever stands around it; {} where there is none."""
    start, end = answer.find("{"), answer.rfind("}")
    try:
        answered = json.loads(answer[start : end + 1]) if 0 <= start < end else {}
    except (ValueError, RecursionError):
        return {}
    return answered if isinstance(answered, dict) else {}


def _rows(answered: dict[str, Any], name: str) -> list[dict[str, Any]]:
    rows = answered.get(name)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()
