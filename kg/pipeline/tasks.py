"""What is handed to a process that reads, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.ingest.read import Options, wanted
from kg.model import Reading, Skipped
from kg.pipeline.article import attempt_text
from kg.pipeline.reading_cache import CacheEntry, ReadingCache

if TYPE_CHECKING:
    from kg.ingest.formats.part import Part
    from kg.lexicon import Lexicon
    from kg.pipeline.extractors import Extractor


@dataclass(frozen=True, slots=True)
class ReadConfig:
    """How texts are read: options of their files, ``home`` (the place that they speak from), the lexicon, the cache."""

    options: Options
    home: tuple[str, ...]
    lexicon: Lexicon
    reading_cache: ReadingCache | None = None
    extractors: tuple[Extractor, ...] = ()

    def read(self, task: Task) -> Reading | Skipped:
        """The reading of one text, which is put on the cache; ``Skipped`` where the program fails at it."""
        found = attempt_text(task.part, task.id, self.lexicon, self.home, self.options.seconds, self.extractors)
        if self.reading_cache and task.key and isinstance(found, Reading):
            self.reading_cache.put(task.key, CacheEntry(wanted(task.part), found))
        return found


@dataclass(frozen=True, slots=True)
class Task:
    """A text to be read under an id; ``key``: where its reading belongs on the cache, "" for nowhere."""

    part: Part
    id: str
    key: str


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one text, in a form that can be handed from one process to another."""

    reading: Reading | None
    skipped: Skipped | None

    @staticmethod
    def of(found: Reading | Skipped) -> Result:
        """What was found, packed."""
        return Result(found, None) if isinstance(found, Reading) else Result(None, found)

    @property
    def found(self) -> Reading | Skipped:
        """What was found, unpacked."""
        found = self.reading or self.skipped
        assert found is not None
        return found


Slot = Task | Reading | Skipped
"""A text, as it waits to be read or as it is done."""
