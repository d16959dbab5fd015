"""Normal forms of the names of events and documents: the full name a reader would file them under.

省第十二次党代会 in an article of 山西省 is 中国共产党山西省第十二次代表大会; 《政务公开办法》 loses its marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.link.initiative.meeting_names import meeting
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.lexicon import Lexicon


def normal(kind: Kind, name: str, place_chain: Sequence[str], lexicon: Lexicon) -> tuple[str, tuple[str, ...]]:
    """The full name and further names of an event or document; any other name as it is.

    ``place_chain``: full names of the places the article speaks from, province first (("山西省", "临汾市")).
    """
    if kind is Kind.EVENT:
        name += "议" if name.endswith("工作会") else ""
        found = meeting(name, place_chain, lexicon)
        if found:
            forms = (name, *found.forms)
            return found.name, tuple(dict.fromkeys(form for form in forms if form != found.name))
    if kind is Kind.DOCUMENT:
        return _titled(name)
    return name, ()


def _titled(name: str) -> tuple[str, tuple[str, ...]]:
    """Without the marks around it, and with the title before its （试行） as a further name."""
    bare = name.removeprefix("《").removesuffix("》") if name.startswith("《") and name.endswith("》") else name
    at = bare.rfind("（")
    short = bare[:at] if at > 3 and bare.endswith("）") else ""
    return bare, tuple(form for form in (short, name) if form and form != bare)
