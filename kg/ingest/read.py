"""From files to documents: the door of this room."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.ingest.blocks import blocks, lay_out
from kg.ingest.decode import decode
from kg.ingest.files import STDIN, Ids, article_id, sources
from kg.ingest.masthead import masthead
from kg.ingest.rules import Rules
from kg.lexicon import Lexicon
from kg.model import Document, Role, Skipped
from kg.text.normalise import plain
from kg.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_READ = frozenset({Role.TITLE, Role.HEADING, Role.PARAGRAPH, Role.CAPTION, Role.BYLINE})


@dataclass(frozen=True, slots=True)
class Options:
    """How to read: ``replace`` bytes that fit no encoding by U+FFFD instead of refusing the file."""

    replace: bool = False


def documents(
    paths: Iterable[str | Path], options: Options | None = None, lexicon: Lexicon | None = None
) -> Iterator[Document | Skipped]:
    """Every article of the given files and folders, one by one, in the order of their names.

    What cannot be read comes as ``Skipped`` and never stops the rest. Raises ``UsageError`` for a missing path.
    """
    rules, ids, options = Rules(lexicon or Lexicon()), Ids(), options or Options()
    for source in sources(paths):
        try:
            yield _document(source, ids, rules, options)
        except InputError as error:
            yield Skipped(error.source, error.cause, error.cure)


def read(path: str | Path, name: str = "", options: Options | None = None, lexicon: Lexicon | None = None) -> Document:
    """The document of one file; its id is ``name``, or made from the file name. Raises ``InputError``."""
    return _document(str(path), Ids(), Rules(lexicon or Lexicon()), options or Options(), name)


def from_text(
    text: str, name: str, source: str = "", *, rules: Rules | None = None, encoding: str = "utf-8", sha256: str = ""
) -> Document:
    """A document of a text: plain text, blocks with roles, sentences of all that is read, masthead."""
    rules = rules or Rules(Lexicon())
    even = plain(text)
    page = lay_out(even, rules)
    laid = blocks(page)
    spans = (block.span for block in laid if block.role in _READ)
    return Document(name, source, text, even, laid, sentences(even, spans), masthead(page), encoding, sha256)


def _document(source: str, ids: Ids, rules: Rules, options: Options, wanted: str = "") -> Document:
    data = _bytes(source)
    decoded = decode(data, source, replace=options.replace)
    wanted = wanted or ("stdin" if source == STDIN else article_id(source))
    digest = hashlib.sha256(data).hexdigest()
    file = source if source == STDIN else Path(source).name
    return from_text(decoded.text, ids.unique(wanted), file, rules=rules, encoding=decoded.encoding, sha256=digest)


def _bytes(source: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if source == STDIN else Path(source).read_bytes()
    except OSError as error:
        cause = f"the file cannot be read: {error.strerror or error}"
        raise InputError(source, cause, "Check that it is still there and that you may read it") from error
