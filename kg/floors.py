"""The floors of the program, lowest first: a room imports only from floors below it, and from itself.

A room is a folder of ``kg``, or a file that stands alone in it. The tests hold the program to this list, the cache of
readings derives from it what a reading depends on, and docs/architecture.md draws it.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Floor(NamedTuple):
    """A floor: its name, what its rooms are for, and the rooms by their names."""

    name: str
    purpose: str
    rooms: tuple[str, ...]


FLOORS: Final = (
    Floor("model", "frozen values and closed names", ("errors", "floors", "model", "seal", "vocab")),
    Floor(
        "lexicon",
        "facts about the world and patterns, as data",
        ("appending", "fact_ledger", "ledger", "lexicon", "ontology"),
    ),
    Floor("text", "language: words, sentences, numbers, times", ("text",)),
    Floor("names", "places, organs, titles: what the stages share", ("names",)),
    Floor("stages", "from a file to a reading", ("ingest", "extract", "link", "relate")),
    Floor("graph", "from readings to one graph, and from it to files", ("merge", "tables", "export")),
    Floor("pipeline", "the order of the stages, and who runs them", ("pipeline",)),
    Floor("data", "graphs as they lie on disk", ("dataset", "evaluate", "formats", "query", "restore")),
    Floor(
        "faces",
        "what people and programs talk to",
        ("api", "explain", "reader", "review", "serve", "terms_page", "timeline"),
    ),
    Floor("commands", "words on the command line", ("__init__", "__main__", "cli", "commands")),
)

READING: Final = tuple(room for floor in FLOORS[:5] for room in floor.rooms)
"""The rooms that a reading depends on: those up to the stages. ``pipeline``, which calls them, counts too."""

SIDEWAYS: Final = ("boundary", "discourse")
"""The slices that the other slices of their room may import; all others never see each other."""
