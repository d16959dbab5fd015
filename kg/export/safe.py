"""Outputs come into place together: at any moment, killed or not, the folder shows the old build whole or the new one.

The files live in one of two hidden slots, ``.kg/a`` and ``.kg/b``. ``.kg/current`` is a link to the slot that
counts, and what the user sees (``graph.ttl``) is a link to ``.kg/current/graph.ttl``. A build fills the other slot,
brings it to the disk, and then renames one link over ``.kg/current``: that one step, which the file system does wholly
or not at all, changes all files at once. Other files are never touched. Where the file system knows no links
(Windows without the right to make them), files are renamed into place one by one.
"""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import OutputError
from kg.export.lock import held

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

_HOME = ".kg"
_CURRENT = "current"
_CURES = {
    errno.ENOSPC: "Free some space, or give another folder with -o",
    errno.EDQUOT: "Free some space, or give another folder with -o",
    errno.EROFS: "Give another folder with -o",
    errno.EACCES: "Change the rights of the folder, or give another one with -o",
    errno.EPERM: "Change the rights of the folder, or give another one with -o",
    errno.ENOTDIR: "Give the path of a folder with -o",
    errno.EEXIST: "Give the path of a folder with -o",
}


def publish(folder: str | Path, files: Mapping[str, bytes]) -> None:
    """Make ``folder`` show exactly these files of ours, all at once; names may hold ``/`` for sub-folders.

    Files of an earlier build that are not among them disappear; files that no build wrote stay. Raises ``OutputError``
    (the earlier output untouched) for a folder that cannot be written, a full disk, a foreign file or folder in
    the way of a sub-folder, and while another build writes into the same folder.
    """
    with reserved(folder) as put:
        put(files)


@contextmanager
def reserved(folder: str | Path) -> Iterator[Callable[[Mapping[str, bytes]], None]]:
    """Hold ``folder`` for the length of a ``with``, so that no other build works for it in vain.

    What it gives publishes there as ``publish`` does. Where nothing is published, nothing new is left there.

    Raises ``OutputError`` as ``publish`` does.
    """
    folder = Path(folder)
    home, new = folder / _HOME, [path for path in (folder, *folder.parents) if not path.exists()]
    with _told(folder):
        home.mkdir(parents=True, exist_ok=True)
    try:
        with held(home / "lock"):
            yield lambda files: _put(folder, home, files)
    finally:
        if new and not _slot(home):
            with suppress(OSError):
                (home / "lock").unlink()
                for path in (home, *new):
                    path.rmdir()


def _put(folder: Path, home: Path, files: Mapping[str, bytes]) -> None:
    with _told(folder):
        _checked(files)
        _publish(folder, home, files)


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """What the system refuses, with its cure."""
    try:
        yield
    except OSError as error:
        cause = f"the output cannot be written: {error.strerror or error}"
        raise OutputError(str(folder), cause, _CURES.get(error.errno or 0, "Give another folder with -o")) from error


def _checked(files: Mapping[str, bytes]) -> None:
    for name in files:
        parts = name.split("/")
        if not all(parts) or {".", "..", _HOME} & set(parts) or "\\" in name or "\0" in name:
            raise OutputError(name, "this is no name for an output file", "Use a plain relative name")


def _publish(folder: Path, home: Path, files: Mapping[str, bytes]) -> None:
    old = _slot(home)
    new = "b" if old == "a" else "a"
    shutil.rmtree(home / new, ignore_errors=True)
    try:
        _fill(home / new, files)
        tops = sorted({name.split("/", 1)[0] for name in files})
        _refuse_foreign(folder, tops)
    except BaseException:
        shutil.rmtree(home / new, ignore_errors=True)
        raise
    if not _links_work(home):
        _replace_each(folder, home / new, files)
        return
    _adopt(folder, home, tops, old)
    for top in tops:
        _link(Path(_HOME, _CURRENT, top), folder / top)
    _link(Path(new), home / _CURRENT)
    _synced(home)
    _forget(folder, set(tops))
    _synced(folder)
    if old:
        shutil.rmtree(home / old, ignore_errors=True)


def _slot(home: Path) -> str:
    """The slot that counts, or "" before the first build."""
    try:
        name = (home / _CURRENT).readlink().name
    except OSError:
        return ""
    return name if name in {"a", "b"} else ""


def _fill(slot: Path, files: Mapping[str, bytes]) -> None:
    slot.mkdir()
    for name, data in files.items():
        path = slot / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
    for path in sorted({(slot / name).parent for name in files} | {slot}):
        _synced(path)


def _refuse_foreign(folder: Path, tops: Iterable[str]) -> None:
    for top in tops:
        path = folder / top
        if path.is_dir() and not path.is_symlink():
            cause = "a folder that no build wrote stands where an output must stand"
            raise OutputError(str(path), cause, "Move it away, or give another folder with -o")


def _adopt(folder: Path, home: Path, tops: Iterable[str], old: str) -> None:
    """Plain files of the same names, left by hand or by a copy, are first taken into the slot that counts."""
    plain = [top for top in tops if (folder / top).is_file() and not (folder / top).is_symlink()]
    if not plain:
        return
    slot = old or ("b" if (home / "a").exists() else "a")
    (home / slot).mkdir(exist_ok=True)
    for top in plain:
        shutil.copy2(folder / top, home / slot / f".{top}")
        (home / slot / f".{top}").replace(home / slot / top)
    if not old:
        _link(Path(slot), home / _CURRENT)
    for top in plain:
        _link(Path(_HOME, _CURRENT, top), folder / top)


def _link(target: Path, path: Path) -> None:
    """A link, put in place by one rename, so that ``path`` is never missing."""
    aside = path.parent / f"{_HOME}-{path.name}" if path.parent.name != _HOME else path.parent / f"{path.name}.new"
    aside.unlink(missing_ok=True)
    aside.symlink_to(target)
    aside.replace(path)


def _links_work(home: Path) -> bool:
    probe = home / "probe"
    try:
        probe.unlink(missing_ok=True)
        probe.symlink_to("a")
        probe.unlink()
    except (OSError, NotImplementedError):
        return False
    return True


def _forget(folder: Path, tops: set[str]) -> None:
    """Links of ours that lead nowhere now: outputs that this build does not have, and what a kill left behind."""
    for path in sorted(folder.iterdir()):
        ours = path.is_symlink() and path.readlink().as_posix().startswith(f"{_HOME}/{_CURRENT}/")
        if ours and path.name not in tops:
            path.unlink()


def _replace_each(folder: Path, slot: Path, files: Mapping[str, bytes]) -> None:
    for name in sorted(files):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (slot / name).replace(folder / name)
    shutil.rmtree(slot, ignore_errors=True)


def _synced(folder: Path) -> None:
    """Bring a folder's own entries to the disk, where the system can."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)
