"""Bytes to text: the encoding is found over the whole file, and nothing is replaced without being asked."""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from kg.errors import InputError
from kg.lexicon import standard

_BOMS = (
    (BOM_UTF8, "utf-8-sig"),
    (BOM_UTF32_LE, "utf-32"),
    (BOM_UTF32_BE, "utf-32"),
    (BOM_UTF16_LE, "utf-16"),
    (BOM_UTF16_BE, "utf-16"),
)
_MAGIC = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a ZIP archive or an Office file",
    b"\x1f\x8b": "a gzip archive",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"\xd0\xcf\x11\xe0": "an old Office file (.doc, .xls)",
    b"Rar!": "a RAR archive",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"SQLite format": "a database",
}
_CHINESE = ("gb18030", "big5hkscs", "cp950", "utf-16-le", "utf-16-be")
_PLAUSIBLE = 0.25  # right decodings of Chinese prose reach 0.6, wrong ones stay under 0.1
_SAMPLE = 20_000
_BINARY = 0.6  # UTF-16 of nothing but ASCII is half NUL
_CURE_REPLACE = "Mend the file, or read it with replacement (--replace)"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was decoded; ``replaced`` counts the characters that could not be read (U+FFFD)."""

    text: str
    encoding: str
    replaced: int = 0


def decode(data: bytes, source: str, *, replace: bool = False) -> Decoded:
    """The text of the bytes of one file, a byte-order mark left out.

    Tried in order: byte-order mark, strict UTF-8, then GB18030 (with GBK and GB2312), Big5-HKSCS and UTF-16, of
    which the one with the most frequent Chinese characters wins, then whatever charset-normalizer finds. Raises
    ``InputError`` for an empty or binary file and for bytes that fit no encoding, with their position, unless
    ``replace`` is set.
    """
    _refuse(data, source)
    decoded = _marked(data) or _strict(data)
    if decoded is None and b"\0" not in data:
        decoded = _detected(data)
    if decoded is None:
        decoded = _broken(data, source, replace)
    return _checked(decoded, source, replace)


def likely(data: bytes, source: str) -> tuple[str, ...]:
    """The encodings that ``decode`` takes where every byte fits, the likeliest first; it may take another.

    Raises ``InputError`` for an empty or binary file.
    """
    _refuse(data, source)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return (encoding,) if encoding == "utf-8-sig" else ()
    sample = _sample(data)
    best = max((share_of_frequent(_tried(sample, name)), -i, name) for i, name in enumerate(_CHINESE))
    return ("utf-8", best[2]) if best[0] >= _PLAUSIBLE and "utf-16" not in best[2] else ("utf-8",)


def _refuse(data: bytes, source: str) -> None:
    if not data or data.isspace():
        raise InputError(source, "the file is empty", "Give a file with text in it")
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            raise InputError(source, f"the file is {kind}, not text", "Give the text, or name the file by its format")
    head = data[:_SAMPLE]
    if head.count(0) > _BINARY * len(head) and not any(data.startswith(mark) for mark, _ in _BOMS):
        raise InputError(source, f"character {head.find(0)} is NUL: the file is binary or damaged", _CURE_REPLACE)


def _marked(data: bytes) -> Decoded | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                return None
            # Two stray bytes in front look like a mark too; then the rest reads as private and unpaired characters.
            return Decoded(text, encoding) if share_of_frequent(text[:_SAMPLE]) >= 0 else None
    return None


def _strict(data: bytes) -> Decoded | None:
    """UTF-8 where it fits and holds no NUL (UTF-16 of Latin text does), else the Chinese encoding that reads best."""
    if b"\0" not in data:
        try:
            return Decoded(data.decode("utf-8"), "utf-8")
        except UnicodeDecodeError:
            pass
    sample = _sample(data)
    best = max((share_of_frequent(_tried(sample, name)), -i, name) for i, name in enumerate(_CHINESE))
    if best[0] < _PLAUSIBLE:
        return None
    try:
        return Decoded(data.decode(best[2]), best[2])
    except UnicodeDecodeError:
        return None


def _sample(data: bytes) -> bytes:
    """A stretch of a file that tells encodings apart: it starts at the first byte outside of ASCII, which in pages may
    stand far down, at an offset that is whole in every encoding.
    """
    at = next((at for at in range(0, len(data), _SAMPLE) if not data[at : at + _SAMPLE].isascii()), 0)
    at += next((i for i, byte in enumerate(data[at : at + _SAMPLE]) if byte > 127), 0)
    at -= at % 4
    return data[at : at + _SAMPLE]


def _tried(sample: bytes, encoding: str) -> str:
    return sample.decode(encoding, "replace")


def share_of_frequent(text: str) -> float:
    """The share of frequent characters among all that are not ASCII; marks that cannot be text count against it."""
    often = Counter(text)  # a text has few characters that differ
    frequent = _frequent()
    wide = sum(times for char, times in often.items() if char > "\x7f")
    good = sum(times for char, times in often.items() if char in frequent)
    bad = sum(n for char, n in often.items() if char == "\ufffd" or "\ue000" <= char <= "\uf8ff" or char == "\0")
    return (good - bad) / (wide or 1)


@lru_cache(maxsize=1)
def _frequent() -> frozenset[str]:
    rows = standard().table("frequent")
    return frozenset(char for row in rows for char in (row["simplified"], row["traditional"])) | frozenset(
        "，。、“”：；（）"
    )


def _detected(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    best = from_bytes(_sample(data)).best()
    if best is None:
        return None
    try:
        text = data.decode(best.encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    # A broken Chinese file fits many single-byte encodings; only one that holds Chinese characters is believed.
    return Decoded(text, best.encoding) if share_of_frequent(text) >= _PLAUSIBLE or text.isascii() else None


def _broken(data: bytes, source: str, replace: bool) -> Decoded:
    body = data[3:] if data.startswith(BOM_UTF8) else data
    sample = _sample(body)
    ranked = max((share_of_frequent(_tried(sample, name)), -i, name) for i, name in enumerate(("utf-8", *_CHINESE)))
    encoding = ranked[2] if ranked[0] > 0 else "utf-8"
    try:
        return Decoded(body.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        if not replace:
            at = error.start + len(data) - len(body)
            cause = f"byte {at} (0x{data[at]:02x}) is no {encoding}; no other encoding fits the file either"
            raise InputError(source, cause, _CURE_REPLACE) from error
    text = body.decode(encoding, "replace")
    return Decoded(text, f"{encoding}-replaced", text.count("\ufffd"))


def _checked(decoded: Decoded, source: str, replace: bool) -> Decoded:
    text = decoded.text.removeprefix("\ufeff")
    if not text.strip():
        raise InputError(source, "the file holds only blanks", "Give a file with text in it")
    nul = text.find("\0")
    if nul >= 0 and (not replace or text.count("\0") > len(text) // 100):
        raise InputError(source, f"character {nul} is NUL: the file is binary or damaged", _CURE_REPLACE)
    return Decoded(text.replace("\0", "\ufffd"), decoded.encoding, decoded.replaced + text.count("\0"))
