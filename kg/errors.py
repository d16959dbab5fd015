"""The one small tree of errors. Every message says the place, the cause and the cure."""

from __future__ import annotations

from string import hexdigits


class KgError(Exception):
    """The root: ``source`` is the file or argument at fault, ``cause`` what is wrong, ``cure`` what to do about it."""

    def __init__(self, source: str, cause: str, cure: str) -> None:
        cause = without_addresses(cause)
        super().__init__(f"{source}: {cause}. {cure}.")
        self.source, self.cause, self.cure = source, cause, cure

    def __reduce__(self) -> tuple[type[KgError], tuple[str, str, str]]:
        return type(self), (self.source, self.cause, self.cure)  # it is raised in one process and told by another


class InputError(KgError):
    """An input that cannot be read: one file is skipped, the rest goes on."""


class OutputError(KgError):
    """An output that cannot be written: nothing is changed."""


class UsageError(KgError):
    """A command line or call that makes no sense: exit status 2."""


class LexiconError(KgError):
    """A data file of the program is broken: the start stops, with the file and the rule."""


def without_addresses(text: str) -> str:
    """What Python says of an object, without its place in memory, which no two runs share.

    >>> without_addresses("no file: <_io.BytesIO object at 0x7f10a8>, nor this")
    'no file: <_io.BytesIO object>, nor this'
    """
    first, *rest = text.split(" at 0x")
    return first + "".join(part.lstrip(hexdigits) for part in rest)
