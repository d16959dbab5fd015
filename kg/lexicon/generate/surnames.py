"""Write ``surnames.tsv``: Chinese surnames with a frequency band, from sinonym's list, read as data and never imported.

Run as ``python -m kg.lexicon.generate.surnames --sinonym CSV``. ``surnames.txt`` beside this
file says what to drop and add.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

HEADER = """# Chinese surnames. Source: sinonym 0.5.1, familyname_orcid.csv (Apache-2.0);
# noise dropped, rare and compound ones added by hand.
# Written by kg/lexicon/generate/surnames.py; do not edit by hand.
# surname: one character or two. band: 1 = over 1 person in 1,000, 2 = over 1 in 10,000, 3 = rarer,
#   4 = not of band 1 and an ordinary word too, so that a name needs more proof.
"""


def groups(path: Path) -> dict[str, list[str]]:
    """The word groups of ``surnames.txt`` by the name before the colon; a group may go on over several lines."""
    found: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, words = line.partition(":")
            found.setdefault(name, []).extend(words.split())
    return found


def band(per_million: float) -> int:
    """1, 2 or 3 by frequency."""
    return 1 if per_million > 1000 else 2 if per_million > 100 else 3


def main() -> None:
    """Read the list named on the command line and write the table beside this package."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--sinonym", type=Path, required=True)
    args = parser.parse_args()
    listed = groups(Path(__file__).parent / "surnames.txt")
    bands = dict.fromkeys([*listed["compound"], *listed["add"]], 3)
    with args.sinonym.open(encoding="utf-8-sig", newline="") as file:
        bands |= {row["surname"]: band(float(row["ppm"])) for row in csv.DictReader(file)}
    bands |= {word: 4 for word in listed["word"] if bands.get(word, 3) > 1}
    for noise in listed["drop"]:
        bands.pop(noise, None)
    rows = sorted(bands.items(), key=lambda item: (item[1], item[0]))
    text = HEADER + "surname\tband\n" + "".join(f"{name}\t{number}\n" for name, number in rows)
    (Path(__file__).parents[1] / "surnames.tsv").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
