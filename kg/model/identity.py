"""The only maker of keys. A key is an entity's path under the base IRI: readable, stable, and free of pinyin.

A key depends on kind, name and place alone: never on run order, clocks, other articles, or dates that may be refined.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from kg.vocab import Kind

_KEPT = frozenset("-_.·+")


@lru_cache(maxsize=65536)
def slug(name: str) -> str:
    """A name as it stands in an IRI: NFC, letters and digits kept as they are, quotes and brackets left out,
    every run of anything else one hyphen.

    >>> slug("“1234”现代化生态产业体系")
    '1234现代化生态产业体系'
    >>> slug("安全管理办法（试行）")
    '安全管理办法-试行'
    """
    out: list[str] = []
    for char in unicodedata.normalize("NFKC", name):
        category = unicodedata.category(char)
        if char.isalnum() or char in _KEPT or category in {"Mn", "Mc"}:
            out.append(char)
        elif category in {"Pi", "Pf"} or char in "\"'《》〈〉「」『』":
            continue
        elif out and out[-1] != "-":
            out.append("-")
    return unicodedata.normalize("NFC", "".join(out)).strip("-.") or "_"


def mint(kind: Kind, name: str, code: str = "") -> str:
    """The key of an entity: its kind, the GB/T 2260 code of the division that it is or that scopes it, and its name.

    >>> mint(Kind.PLACE, "临汾市", "141000")
    'place/141000-临汾市'
    >>> mint(Kind.PERSON, "习近平")
    'person/习近平'
    """
    return f"{kind.value.lower()}/{code}-{slug(name)}" if code else f"{kind.value.lower()}/{slug(name)}"


def code_of(key: str) -> str:
    """The GB/T 2260 code that a key was minted with, else "".

    >>> code_of("organization/141000-中共临汾市委员会"), code_of("person/习近平")
    ('141000', '')
    """
    head, hyphen, _ = key.partition("/")[2].partition("-")
    return head if hyphen and len(head) == 6 and head.isdecimal() else ""
