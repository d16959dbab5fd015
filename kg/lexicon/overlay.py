"""``--lexicon FOLDER``: rows and patterns of the user's own beside those of the program, checked as ours are.

The folder holds files of the names that the program has: ``titles.tsv``, ``places.tsv``, ``firms.tsv``, ``known.tsv`` …
with the same columns, and ``patterns/NAME.toml`` with patterns that carry ``yes`` and ``no`` examples. Rows and
patterns are added to those of the program.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import tomllib
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kg.errors import LexiconError
from kg.lexicon import Lexicon
from kg.lexicon.patterns import load_patterns
from kg.lexicon.tables import load_table

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

_HOUSE: Final = Path(__file__).parent
_CLOSED: Final = 16
"""A column of so few values in a long table is a closed list: no other value is known to the program."""
_LONG: Final = 40


@contextmanager
def lexicon_of(own: str | Path | None) -> Iterator[Lexicon | None]:
    """The lexicon with a folder of the user's, as long as it is needed; None without one. Raises ``LexiconError``."""
    if own is None:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="kg-lexicon-") as place:
        yield overlaid(Path(own), Path(place))


def overlaid(own: Path, into: Path) -> Lexicon:
    """The lexicon of the program with a folder of the user's, written into an empty folder.

    Raises ``LexiconError`` with file, row or rule, and cause, for what is wrong in it.
    """
    tables, patterns = _files(own)
    (into / "patterns").mkdir(parents=True)
    for path in (*_HOUSE.glob("*.tsv"), *_HOUSE.glob("*.weights"), *(_HOUSE / "patterns").glob("*.toml")):
        target = into / path.relative_to(_HOUSE)
        if path.name in tables and path.suffix == ".tsv":
            target.write_text(_table(path, tables[path.name]), encoding="utf-8")
        elif path.name in patterns and path.suffix == ".toml":
            target.write_text(_patterns(path, patterns[path.name]), encoding="utf-8")
        else:
            shutil.copyfile(path, target)
    made = Lexicon(into)
    for path in patterns.values():
        _checked(path, made)
    return made


def _files(own: Path) -> tuple[dict[str, Path], dict[str, Path]]:
    """The files of the folder by name. Raises ``LexiconError`` for none, and for names that the program has not."""
    tables = {path.name: path for path in sorted(own.glob("*.tsv"))}
    patterns = {path.name: path for path in sorted((own / "patterns").glob("*.toml"))}
    if not tables and not patterns:
        cause = "there is no NAME.tsv and no patterns/NAME.toml in it"
        raise LexiconError(str(own), cause, "Name a folder with files of the names that kg/lexicon has")
    for name, path in tables.items():
        if not (_HOUSE / name).is_file():
            known = ", ".join(sorted(one.name for one in _HOUSE.glob("*.tsv")))
            raise LexiconError(str(path), "the program has no table of this name", f"Name one of: {known}")
    for name, path in patterns.items():
        if not (_HOUSE / "patterns" / name).is_file():
            known = ", ".join(sorted(one.name for one in (_HOUSE / "patterns").glob("*.toml")))
            raise LexiconError(str(path), "the program has no patterns of this name", f"Name one of: {known}")
    return tables, patterns


def _table(base: Path, own: Path) -> str:
    """The rows of the program, then those of the user."""
    rows, more = load_table(base), load_table(own)
    columns = list(rows[0])
    for number, row in enumerate(more, 1):
        place = f"{own}, row {number}"
        if list(row) != columns:
            raise LexiconError(str(own), f"the columns are {', '.join(row)}", f"Write {', '.join(columns)}")
        if not row[columns[0]]:
            raise LexiconError(place, f"there is no {columns[0]}", "Fill it in, or leave the row out")
        for column in columns[1:]:
            _known(place, column, row[column], (one[column] for one in rows), len(rows))
    lines = ["\t".join(columns), *("\t".join(row[column] for column in columns) for row in (*rows, *more))]
    return "\n".join(lines) + "\n"


def _known(place: str, column: str, value: str, values: Iterable[str], rows: int) -> None:
    """Refuse a value that a closed list does not have: a title of the kind ``organ`` is read, one of ``body`` never."""
    known = Counter(values)
    if rows >= _LONG and len(known) <= _CLOSED and value not in known:
        cause = f"{value!r} is no value of the column {column}"
        raise LexiconError(place, cause, f"Write one of: {', '.join(sorted(filter(None, known)))}")


def _patterns(base: Path, own: Path) -> str:
    """The patterns of the program, then those of the user, each under a name of its own."""
    text = base.read_text(encoding="utf-8")
    known = {str(rule.get("name")) for rule in tomllib.loads(text).get("pattern", [])}
    blocks = []
    for rule in _rules(own):
        place = f"{own}, rule {rule.get('name', '?')}"
        if not rule.get("name") or not rule.get("regex"):
            raise LexiconError(place, "a pattern has a name and a regex", "Write both")
        if not rule.get("yes") or not rule.get("no"):
            cure = "Give yes = [texts that must match] and no = [texts that must not]"
            raise LexiconError(place, "the pattern has no examples", cure)
        if rule["name"] in known:
            raise LexiconError(place, "the program has a pattern of this name", "Give it a name of its own")
        known.add(str(rule["name"]))
        lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in sorted(rule.items())]
        blocks.append("\n[[pattern]]\n" + "\n".join(lines) + "\n")
    return text + "".join(blocks)


def _rules(own: Path) -> list[dict[str, Any]]:
    try:
        rules: list[dict[str, Any]] = tomllib.loads(own.read_text(encoding="utf-8"))["pattern"]
        return [dict(rule) for rule in rules]
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        cause = f"the pattern file cannot be read: {type(error).__name__}: {error}"
        raise LexiconError(str(own), cause, "Write [[pattern]] tables in TOML") from error


def _checked(own: Path, made: Lexicon) -> None:
    """Hold every pattern of the user to its examples, as a test holds ours."""
    names = {str(rule["name"]) for rule in _rules(own)}
    for pattern in load_patterns(made.folder / "patterns" / own.name):
        if pattern.name in names:
            place = f"{own}, rule {pattern.name}"
            missed = [text for text in pattern.yes if not _matches(pattern.regex, text)]
            caught = [text for text in pattern.no if _matches(pattern.regex, text)]
            if missed or caught:
                cause = f"it {'must match' if missed else 'must not match'} {(missed or caught)[0]!r}"
                raise LexiconError(place, cause, "Mend the regex, or the example")


def _matches(regex: re.Pattern[str], text: str) -> bool:
    """As the examples of our own patterns are tried: one that lets nothing pass too is for whole stretches."""
    return bool(regex.fullmatch(text) if regex.search("") else regex.search(text))
