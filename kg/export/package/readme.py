"""``README.md`` of a package: what is here, how to cite it, how to read it without guesses, how to join other data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.export.package.about import About
    from kg.model.table import Table

_READING: Final = """\
`codebook.md` explains every column and code. `SHA256SUMS` holds the hash of every file (`sha256sum -c SHA256SUMS`).

## Reading it without guesses

The CSV files are UTF-8 without a mark; texts stand in quotes, numbers do not, what is not told is empty. A reader that
guesses takes codes and years for numbers: give it the types.

```python
import json, pandas, pathlib

resources = json.loads(pathlib.Path("datapackage.json").read_text(encoding="utf-8"))["resources"]
types = {"string": "string", "integer": "Int64", "number": "float64"}
kinds = {r["path"]: {f["name"]: types[f["type"]] for f in r["schema"]["fields"]} for r in resources}
careers = pandas.read_csv("data/careers.csv", dtype=kinds["data/careers.csv"])
```

- R: `read.csv("data/careers.csv", colClasses = c(adcode = "character"), encoding = "UTF-8", na.strings = "")`
- polars: `polars.read_csv("data/careers.csv", schema_overrides={"adcode": polars.String})`
- DuckDB: `duckdb zhengtu.duckdb < load.sql`
- Excel, LibreOffice: `tables.xlsx`

## Joining other data

`adcode` is the six-digit GB/T 2260 code of the place, as statistical yearbooks have it (where they write twelve digits,
take the first six). A panel with a yearbook of counties (columns adcode, year, gdp):

```python
panel = pandas.read_csv("data/career_years.csv", dtype=kinds["data/career_years.csv"])
yearbook = pandas.read_csv("yearbook.csv", dtype={"adcode": "string", "year": "string"})
joined = panel.merge(yearbook, on=["adcode", "year"], how="left")
```
"""


def readme(about: About, tables: Sequence[Table], cited: str) -> bytes:
    """The bytes of the file."""
    rows = (f"| `data/{one.name}.csv` | {len(one.rows)} | {one.about} {one.chinese} |\n" for one in tables)
    head = f"# {about.title}\n\n{about.description}\n\nCite as 引用: {cited}\n\n"
    return f"{head}| table | rows | what one row is |\n| --- | --- | --- |\n{''.join(rows)}\n{_READING}".encode()
