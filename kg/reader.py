"""Texts one at a time, in a process that goes on: what a service or a notebook keeps (docs/service.md)."""

from __future__ import annotations

from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING
from weakref import finalize

from kg.api import Graph
from kg.errors import UsageError
from kg.ingest.formats.part import Options, Part
from kg.ingest.read import readable
from kg.lexicon import standard
from kg.lexicon.overlay import overlaid
from kg.link.place.article_place import check_home
from kg.merge import merge
from kg.model import Skipped
from kg.pipeline.article import attempt_text

if TYPE_CHECKING:
    from kg.lexicon import Lexicon
    from kg.model import Reading


class Reader:
    """Reads texts as ``kg.build`` reads files, without a file between.

    >>> graph = Reader().read("平原县县委书记王某某主持召开会议。")  # doctest: +SKIP

    Tables and patterns are loaded at the first text and kept by the process, whoever reads next. A reader holds nothing
    of what it has read, and may be used by several threads.
    """

    def __init__(
        self, *, home: str | None = None, options: Options | None = None, lexicon: str | Path | None = None
    ) -> None:
        """``home``, ``options`` and ``lexicon`` as ``kg.build`` has them. Raises ``UsageError``, ``LexiconError``."""
        self._home = (home,) if home else ()
        self._options = options or Options()
        self._lexicon = self._overlaid(Path(lexicon)) if lexicon else standard()
        check_home(home or "", self._lexicon.gazetteer)

    def read(self, text: str, *, name: str = "text", title: str = "", date: str = "", publisher: str = "") -> Graph:
        """The graph of one article; its id is ``name``.

        ``title``, ``date`` (as it may stand in a text, or ISO 8601) and ``publisher`` outrank what the text says. A
        text that is too long, garbled, or at which the program fails is told in ``graph.skipped``. Raises
        ``UsageError`` for an empty name.
        """
        if not name:
            raise UsageError("name", "is empty", "Give the article a name")
        said = {key: value for key, value in (("title", title), ("date", date), ("publisher", publisher)) if value}
        part = readable(Part(text, name, name, text.encode("utf-8", "replace"), said=said, firm=True), self._options)
        found = part if isinstance(part, Skipped) else self._read(part, name)
        return Graph.of(merge((), [found]) if isinstance(found, Skipped) else merge([found]))

    def _overlaid(self, own: Path) -> Lexicon:
        """The lexicon with a folder of the user's, in a folder that goes when the reader goes."""
        place = Path(mkdtemp(prefix="kg-lexicon-"))
        finalize(self, rmtree, place, ignore_errors=True)
        return overlaid(own, place)

    def _read(self, part: Part, name: str) -> Reading | Skipped:
        return attempt_text(part, name, self._lexicon, self._home, self._options.seconds)
