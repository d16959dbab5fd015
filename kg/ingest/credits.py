"""Who made the article, from a byline: 本报记者 某某 某某, （责编：某某、某某）, □中共某某市委宣传部, 某某 摄."""

from __future__ import annotations

from kg.ingest.names import Name, is_han, is_person, names
from kg.ingest.rules import ROLES, Rules
from kg.model import Span, Word

_EDGES = " 　（）()[]【】：:/、，,；;|｜丨。—-*"


def signed(text: str, at: int, rules: Rules) -> tuple[Word, ...]:
    """The makers that a line names, where the line is nothing but credits; else nothing.

    ``at`` is the offset of the line in the document. Labels (记者, 责编) give the role.
    """
    bullet = rules.of("bullet").match(text)
    start, end = _inner(text, bullet.end() if bullet else 0, len(text))
    labels = _labels(text, start, end, rules)
    if not labels:
        return _signed(text, start, end, at, rules) or (_plain(text, start, end, at, rules) if bullet else ())
    if labels[0][0] > start and not rules.of("outlet").match(text[start : labels[0][0]]):
        return ()
    words: list[Word] = []
    for (_, here, role), after in zip(labels, [*(label[0] for label in labels[1:]), end], strict=True):
        part = _value(text, here, after, role, at, rules)
        if part is None:
            return ()
        words += part
    return tuple(words)


def in_fields(text: str, at: int, rules: Rules) -> tuple[Word, ...]:
    """The makers among the fields of a masthead line: 来源：某报  作者：某某 某某  【字体：大 中 小】."""
    words: list[Word] = []
    for start, here, _ in _labels(text, 0, len(text), rules):
        if text[here : here + 1] == "：":
            words += signed(text[start : _field_end(text, here + 1)], at + start, rules)
    return tuple(words)


def _field_end(text: str, start: int) -> int:
    """Where a field's value ends: at a wide gap, a bracket or bar, or before the next field's label."""
    ends = [at for mark in ("  ", "【", "|", "（") if (at := text.find(mark, start + 1)) >= 0]
    colon = text.find("：", start)
    ends += [text.rfind(" ", start, colon)] if colon >= 0 and text.rfind(" ", start, colon) > start else []
    return min(ends, default=len(text))


def bare_names(text: str, at: int, rules: Rules) -> tuple[Word, ...]:
    """Persons without any label, where the text is nothing but their names: （某某 某某）."""
    start, end = _inner(text, 0, len(text))
    found = names(text, start, end, rules, sure=False)
    if not found or not all(is_person(n.text, rules) for n in found):
        return ()
    return _words(found, "author", at)


def organ(text: str, at: int, rules: Rules) -> tuple[Word, ...]:
    """An organ as the author, where the text is nothing but its name."""
    start, end = _inner(text, 0, len(text))
    if end - start < 4 or not rules.of("organ").match(text[start:end]):
        return ()
    return (Word(Span(at + start, at + end), "".join(text[start:end].split()), "author"),)


def with_post(text: str, at: int, rules: Rules) -> tuple[Word, ...]:
    """The person of a line of a post and a name: 省长　某某某."""
    match = rules.of("post-name").match(text) or rules.of("post-run").match(text)
    if not match:
        return ()
    name = "".join(match["name"].split())
    known = is_person(name, rules) or (is_han(name) and 2 <= len(name) <= 6 and " " in text)
    return (Word(Span(at + match.start("name"), at + match.end("name")), name, "author"),) if known else ()


def _inner(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def _labels(text: str, start: int, end: int, rules: Rules) -> list[tuple[int, int, str]]:
    found = [(m.start(), m.end(), role) for role in ROLES for m in rules.over(role, text, start, end)]
    out: list[tuple[int, int, str]] = []
    for label in sorted(found, key=lambda x: (x[0], -x[1])):
        # 摄影 behind its names is a signature and no label.
        if label[1] < end and (not out or label[0] >= out[-1][1]):
            out.append(label)
    return out


def _value(text: str, here: int, after: int, role: str, at: int, rules: Rules) -> list[Word] | None:
    """The names behind one label; an empty list where the next label follows at once (本报记者 通讯员)."""
    colon = text[here:after].lstrip()[:1] in {"：", ":", "/", "|", "｜", "丨"}
    start, end = _inner(text, here, after)
    for signed in ("author", "photographer"):
        sign = rules.of(f"sign-{signed}").search(text, start, end)
        if sign and sign.start() > start + 1 and not colon:
            role, end = signed, sign.start()
            break
    if start >= end:
        return []
    found = names(text, start, end, rules, sure=colon)
    return list(_words(found, role, at)) if found else None


def _signed(text: str, start: int, end: int, at: int, rules: Rules) -> tuple[Word, ...]:
    """Names before their role: 某某 摄, 某某/文."""
    for role in ("author", "photographer"):
        sign = rules.of(f"sign-{role}").search(text, start, end)
        if sign and sign.start() > start:
            found = names(text, start, sign.start(), rules, sure=False)
            if found and all(is_person(n.text, rules) for n in found):
                return _words(found, role, at)
    return ()


def _plain(text: str, start: int, end: int, at: int, rules: Rules) -> tuple[Word, ...]:
    return bare_names(text[start:end], at + start, rules) or organ(text[start:end], at + start, rules)


def _words(found: list[Name], role: str, at: int) -> tuple[Word, ...]:
    return tuple(Word(Span(at + n.start, at + n.end), "".join(n.text.split()), role) for n in found)
