"""Write ``hanzi.tsv`` and ``phrases.tsv``: how characters and words are read, from pypinyin's dictionaries.

Run as ``python -m kg.lexicon.generate.pinyin`` where pypinyin is installed.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

_SOURCE = "# Source: pypinyin 0.55.0 (MIT). Written by kg/lexicon/generate/pinyin.py; do not edit by hand.\n"
_HANZI = (
    "# How every hanzi is read, with tones; of several readings, joined by a comma, the usual first.\n"
    f"{_SOURCE}# readings: those readings. characters: all that are read so, one after the other.\n"
)
_PHRASES = (
    "# Words of several hanzi, so that a name is cut into words before it is read.\n"
    f"{_SOURCE}# opening: the first character. phrases: what may follow it, joined by a space; behind a colon the\n"
    "#   reading of every character, joined by commas, where one is not read as it usually is.\n"
)


def main() -> None:
    """Write both tables beside this package."""
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

    usual = {chr(code): readings.split(",")[0] for code, readings in PINYIN_DICT.items()}
    alike: dict[str, str] = defaultdict(str)
    for code, readings in sorted(PINYIN_DICT.items()):
        alike[readings] += chr(code)
    opened: dict[str, list[str]] = defaultdict(list)
    for word, given in sorted(PHRASES_DICT.items()):
        spoken = [one[0] for one in given]
        strange = spoken != [usual[char] for char in word]
        opened[word[0]].append(f"{word[1:]}:{','.join(spoken)}" if strange else word[1:])
    folder = Path(__file__).parents[1]
    rows = "".join(f"{readings}\t{chars}\n" for readings, chars in alike.items())
    (folder / "hanzi.tsv").write_text(f"{_HANZI}readings\tcharacters\n{rows}", encoding="utf-8")
    rows = "".join(f"{char}\t{' '.join(rest)}\n" for char, rest in opened.items())
    (folder / "phrases.tsv").write_text(f"{_PHRASES}opening\tphrases\n{rows}", encoding="utf-8")


if __name__ == "__main__":
    main()
