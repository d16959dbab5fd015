"""Latin names for Chinese ones: pinyin with tones, and English where it can be made honestly (persons, divisions)."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kg.lexicon import standard
from kg.ontology import ancestors
from kg.text.pinyin import Pinyin
from kg.vocab import Kind

if TYPE_CHECKING:
    from kg.model.facts import Entity

_TONES = ("\u0300", "\u0301", "\u0304", "\u030c")
_DIVISION = "AdministrativeDivision"
_NAMED = frozenset({Kind.PERSON, Kind.PLACE})
PINYIN = "zh-Latn-pinyin"


def romanise(entity: Entity) -> tuple[tuple[str, str], ...]:
    """Labels of a person or a place as ``(label, language tag)``; none for other kinds and for names not in hanzi.

    >>> from kg.model import Entity
    >>> romanise(Entity("person/习近平", Kind.PERSON, "习近平"))
    (('Xí Jìnpíng', 'zh-Latn-pinyin'), ('Xi Jinping', 'en'))
    """
    if entity.kind not in _NAMED or not _letters(entity.name):
        return ()
    if entity.kind is Kind.PERSON:
        return _person(entity.name)
    above = {up for cls in entity.classes for up in (cls, *ancestors(cls))}  # a written graph gives the finest alone
    return _place(entity.name, not above or _DIVISION in above)


@lru_cache(maxsize=65536)
def _letters(name: str) -> bool:
    return bool(name) and all(unicodedata.category(char) == "Lo" for char in name)


@lru_cache(maxsize=65536)
def _person(name: str) -> tuple[tuple[str, str], ...]:
    """Surname and given name apart; nothing where no known surname opens the name or its length is not Chinese."""
    surname = next((name[:length] for length in (2, 1) if name[:length] in _surnames() and len(name) > length), "")
    if not surname or len(name) > len(surname) + 2:
        return ()
    family = _table("surname").get(surname)
    spoken = f"{_word(family.split()) if family else _read(surname)} {_read(name[len(surname) :])}"
    return ((spoken, PINYIN), (toneless(spoken), "en"))


@lru_cache(maxsize=65536)
def _place(name: str, division: bool) -> tuple[tuple[str, str], ...]:
    """Stem and type word apart; English only where both are known for what they are.

    A place that is no division bears no type word of one: 古塔夜市 is a night market, not a city.
    """
    suffixes = {**_table("zone"), **_table("suffix")} if division else _table("zone")
    cut = next((at for at in range(1, len(name)) if name[at:] in suffixes and name not in suffixes), len(name))
    stem, suffix = name[:cut], name[cut:]
    reading = _table("reading").get(name)
    spoken = " ".join(map(str.capitalize, reading.split())) if reading else _here(stem, suffix)
    english = _table("place").get(name, "")
    if not english and suffix and _plain(stem):
        english = f"{_table('place').get(stem) or toneless(spoken).split()[0]} {suffixes[suffix]}"
    return ((spoken, PINYIN), (english, "en")) if english else ((spoken, PINYIN),)


def _here(stem: str, suffix: str) -> str:
    """Stem and type word of a place read aloud; some characters are read in one way only within places."""
    known = _table("reading").get(stem)
    return f"{_word(known.split()) if known else _read(stem, True)} {_read(suffix)}".strip()


def _plain(stem: str) -> bool:
    """Whether a stem is a bare name: short, and without the name of a people or a type word of its own."""
    typed = len(stem) > 2 and any(stem.endswith(suffix) for kind in ("suffix", "zone") for suffix in _table(kind))
    return len(stem) <= 4 and not typed and not any(people in stem for people in _table("people"))


@lru_cache(maxsize=65536)
def _read(chars: str, in_place: bool = False) -> str:
    """Characters as one word of pinyin."""
    fixed = _table("character") if in_place else {}
    spoken = Pinyin.of(standard()).spoken(chars)
    pairs = zip(chars, spoken, strict=True) if len(chars) == len(spoken) else ((sound, sound) for sound in spoken)
    return _word([fixed.get(char, sound) for char, sound in pairs])


def _word(syllables: list[str]) -> str:
    """One capitalised word; an apostrophe where a later syllable opens with a vowel."""
    bare = [toneless(syllable) for syllable in syllables]
    joined = (f"'{s}" if at and b[:1] in "aoe" else s for at, (s, b) in enumerate(zip(syllables, bare, strict=True)))
    word = "".join(joined)
    return word[:1].upper() + word[1:]


def toneless(word: str) -> str:
    """Pinyin without the marks of its tones.

    >>> toneless("Lǚliáng")
    'Lüliang'
    """
    parts = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(char for char in parts if char not in _TONES))


@cache
def _table(kind: str) -> dict[str, str]:
    return {row["chinese"]: row["latin"] for row in standard().table("romanised") if row["kind"] == kind}


@cache
def _surnames() -> frozenset[str]:
    return frozenset(row["surname"] for row in standard().table("surnames"))
