"""From files to documents: the door of this room."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.ingest.blocks import blocks, lay_out
from kg.ingest.dates import date_in
from kg.ingest.files import STDIN, Ids, article_id, sources
from kg.ingest.formats.garbled import garbled
from kg.ingest.formats.part import Columns, Options, Part, too_long, writable
from kg.ingest.formats.registry import holds_many, most_bytes
from kg.ingest.masthead import masthead
from kg.ingest.opening import parts
from kg.ingest.rules import Rules
from kg.lexicon import Lexicon, standard
from kg.model import Document, Masthead, Role, Skipped, Span, Word
from kg.text.hidden_characters import without_hidden
from kg.text.normalize import plain
from kg.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager
    from typing import IO

__all__ = [
    "Columns",
    "File",
    "Options",
    "bytes_of",
    "document",
    "documents",
    "files",
    "from_text",
    "read",
    "texts",
    "wanted",
    "writable",
]

_READ = frozenset({Role.TITLE, Role.HEADING, Role.PARAGRAPH, Role.CAPTION, Role.BYLINE})


def documents(
    paths: Iterable[str | Path], options: Options | None = None, lexicon: Lexicon | None = None
) -> Iterator[Document | Skipped]:
    """Every article of the given files and folders, one by one, in the order of their names; ``-`` is standard input.

    What cannot be read comes as ``Skipped`` and never stops the rest. Raises ``UsageError`` for a missing path.
    """
    rules, ids, options = Rules(lexicon or standard()), Ids(), options or Options()
    for file in files(paths, options):
        for part in (file,) if isinstance(file, Skipped) else texts(file, options, rules.lexicon):
            yield part if isinstance(part, Skipped) else document(part, ids.unique(wanted(part)), rules)


@dataclass(frozen=True, slots=True)
class File:
    """The bytes of one source; ``many``: whether it is an archive or a corpus, with any number of articles in it."""

    source: str
    data: bytes
    many: bool


def files(paths: Iterable[str | Path], options: Options) -> Iterator[File | Skipped]:
    """Every source of the given files and folders, in the order of their names. Raises ``UsageError``."""
    for source in sources(paths):
        try:
            data = _fetched(source, options)
        except InputError as error:
            yield Skipped(error.source, error.cause, error.cure)
        else:
            yield File(source, data, holds_many(data, source))


def _fetched(source: str, options: Options) -> bytes:
    most = most_bytes(source, options)
    try:
        return bytes_of(source, most)
    except InputError as error:
        if most < options.most_bytes and error.cause.endswith(f"more than {most} bytes"):
            raise too_long(source, f"more than {options.most_characters}", options) from error
        raise


def texts(file: File, options: Options, lexicon: Lexicon) -> Iterator[Part | Skipped]:
    """Every text of a source that may be read as an article."""
    try:
        for part in parts(file.data, file.source, options, lexicon):
            yield part if isinstance(part, Skipped) else readable(part, options)
    except InputError as error:
        yield Skipped(error.source, error.cause, error.cure)


def wanted(part: Part) -> str:
    """The id that a text asks for by its name; two may ask for the same."""
    if part.name == STDIN:
        return "stdin"
    return writable(article_id(part.name) if part.name == part.source else part.name)


def read(path: str | Path, name: str = "", options: Options | None = None, lexicon: Lexicon | None = None) -> Document:
    """The first article of one file; its id is ``name``, or made from the file name. Raises ``InputError``."""
    rules, source, options = Rules(lexicon or standard()), str(path), options or Options()
    for part in parts(bytes_of(source, options.most_bytes), source, options, rules.lexicon):
        part = part if isinstance(part, Skipped) else readable(part, options)
        if isinstance(part, Skipped):
            raise InputError(part.source, part.cause, part.cure)
        part = replace(part, name=name) if name else part
        return document(part, wanted(part), rules)
    raise InputError(source, "there is no article in it", "Give a file with text in it")


def from_text(
    text: str, name: str, source: str = "", *, rules: Rules | None = None, encoding: str = "utf-8", sha256: str = ""
) -> Document:
    """A document of a text: plain text, blocks with roles, sentences of all that is read, masthead.

    Lone surrogates, which cannot be written anywhere and which names of files can hold, become U+FFFD.
    """
    rules = rules or Rules(standard())
    text, name, source = (writable(words) for words in (text, name, source))
    bare = without_hidden(text)
    even = plain(bare)
    page = lay_out(even, rules)
    laid = blocks(page)
    spans = (block.span for block in laid if block.role in _READ)
    made = Document(name, source, bare, even, laid, sentences(even, spans), masthead(page), encoding, sha256)
    return replace(made, whole=text) if bare != text else made


def readable(part: Part, options: Options) -> Part | Skipped:
    """A text, or why it is none to read: it is too long, or was decoded wrongly before."""
    if len(part.text) > options.most_characters:
        error = too_long(part.source, len(part.text), options)
        return Skipped(error.source, error.cause, error.cure)
    wrong = garbled(part.text)
    if wrong:
        return Skipped(part.source, f"the text is garbled: {wrong}", "Get it from its source again, as UTF-8")
    return part


def document(part: Part, name: str, rules: Rules) -> Document:
    """The article of a text, under an id."""
    digest = hashlib.sha256(part.data).hexdigest()
    file = part.source if part.source == STDIN else Path(part.source).name
    made = from_text(part.text, name, file, rules=rules, encoding=part.encoding, sha256=digest)
    made = replace(made, extracted=part.extracted or part.source == STDIN)
    return replace(made, masthead=_said(made.masthead, part, rules)) if part.said else made


def _said(found: Masthead, part: Part, rules: Rules) -> Masthead:
    """What the container says fills the gaps of the text's own masthead, or outranks it where the user mapped it."""
    title, publisher = (" ".join(plain(part.said.get(key, "")).split()) for key in ("title", "publisher"))
    date = date_in(part.said.get("date", ""), 0, rules)
    if title and (part.firm or not found.title):
        found = replace(found, title=title)
    if date and (part.firm or not found.date) and date[0] != found.date:
        found = replace(found, date=date[0], date_span=None)
    if publisher and (part.firm or not found.publisher):
        found = replace(found, publisher=Word(Span(0, 0), publisher, "publisher"))
    return found


def bytes_of(source: str, most: int, opened: Callable[[], AbstractContextManager[IO[bytes]]] | None = None) -> bytes:
    """The bytes of a source; ``opened`` opens one that is no file of this machine.

    Raises ``InputError`` where they cannot be read, or are more than ``most``: of a file it is told before that.
    """
    try:
        size = 0
        if source == STDIN:
            data = sys.stdin.buffer.read(most + 1)
        else:
            with opened() if opened else Path(source).open("rb") as file:
                size = 0 if opened else _size(file, source)
                data = b"" if size > most else file.read(most + 1)
    except Exception as error:  # every file system raises its own
        if not (opened or isinstance(error, OSError)):
            raise
        cause = f"the file cannot be read: {getattr(error, 'strerror', None) or error}"
        raise InputError(source, cause, "Check that it is still there and that you may read it") from error
    if max(size, len(data)) > most:
        raise InputError(source, f"the file has more than {most} bytes", "Cut it into smaller files and give those")
    return data


def _size(file: IO[bytes], source: str) -> int:
    """The bytes that an open file says it has. Raises ``InputError`` for a device, which has no end."""
    found = os.fstat(file.fileno())
    if stat.S_ISCHR(found.st_mode) or stat.S_ISBLK(found.st_mode):
        raise InputError(source, "this is a device, not a file", "Give a file, or - for standard input")
    return found.st_size if stat.S_ISREG(found.st_mode) else 0
