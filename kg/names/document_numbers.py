"""Numbers of official documents (发文字号): the sign of the office, the year, the serial number; and whose sign it is.

赣市府发〔2023〕12号 is the twelfth of 2023 under the sign 赣市府发. The year stands in 〔〕 by GB/T 9704-2012; other
brackets are written too, and are one and the same number here.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from kg.lexicon.regex import compiled
from kg.vocab import Kind

if TYPE_CHECKING:
    from kg.lexicon import Lexicon
    from kg.model import Entity

_NUMBER = compiled(
    r"(?P<sign>[一-鿿·]{1,14})\s?[〔\[【［﹝（(]\s?(?P<year>(?:19|20)\d\d)\s?年?[〕\]】］﹞）)]\s?(?:字|第|字第)?\s?"
    r"(?P<serial>\d{1,5})\s?号"
)
_PROVINCE = "P"
_LOCAL = frozenset("府政委市县区州")


class DocumentNumber(Struct, frozen=True, order=True, gc=False):
    """``str()`` gives the number as the standard writes it."""

    sign: str
    year: str
    serial: int

    def __str__(self) -> str:
        return f"{self.sign}〔{self.year}〕{self.serial}号"


def parsed(text: str) -> DocumentNumber | None:
    """The number that a text is, whatever brackets it has; None where it is none.

    >>> str(parsed("赣市府发[2023]第12号")), parsed("第12号公告")
    ('赣市府发〔2023〕12号', None)
    """
    match = _NUMBER.fullmatch(text.strip())
    return DocumentNumber(match["sign"], match["year"], int(match["serial"])) if match else None


def numbers_of(entity: Entity) -> tuple[str, ...]:
    """The numbers of a document, as the standard writes them, sorted: its name and aliases that are numbers."""
    if entity.kind is not Kind.DOCUMENT:
        return ()
    found = map(parsed, (entity.name, *(text for text, _ in entity.aliases)))
    return tuple(sorted({str(number) for number in found if number}))


@lru_cache(maxsize=4096)
def issuer(sign: str, lexicon: Lexicon) -> str:
    """The name of the organ whose sign it is, as far as the sign alone tells; else "".

    >>> from kg.lexicon import Lexicon
    >>> issuer("国办发", Lexicon()), issuer("赣府厅发", Lexicon()), issuer("某某发", Lexicon())
    ('国务院办公厅', '江西省人民政府办公厅', '')
    """
    signs, provinces = _signs(lexicon), _provinces(lexicon)
    province = provinces.get(sign[:1], "")
    local = _PROVINCE + sign[1:] if province else sign
    for size in range(len(sign), 0, -1):
        if _LOCAL & set(sign[size:]):  # 中府发 is of a city that begins with 中
            break
        if province and size > 1 and local[:size] in signs:
            return signs[local[:size]].replace(_PROVINCE, province)
        if sign[:size] in signs:
            return signs[sign[:size]]
    return ""


@lru_cache(maxsize=4)
def _signs(lexicon: Lexicon) -> dict[str, str]:
    return {row["sign"]: row["issuer"] for row in lexicon.table("documentsigns")}


@lru_cache(maxsize=4)
def _provinces(lexicon: Lexicon) -> dict[str, str]:
    """The characters of the provinces to their full names."""
    rows = lexicon.table("provinces")
    return {letter: row["name"] for row in rows for letter in (row["abbreviation"], row["second"]) if letter}
