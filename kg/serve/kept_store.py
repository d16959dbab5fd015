"""Stores on the disk, kept between starts of the server: one for each graph, by the hash of its bytes.

Beside each stands a lock, held as long as a server uses it. What no lock holds and is not whole, or is not among the
last few, is swept away at the next start; so nothing is left for long of a server that was killed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import tempfile
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, overload

from kg.query.store import files_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

KEPT: Final = 4
"""Stores that stand unused."""
_WHOLE: Final = "base.txt"
"""Written last: what stands before the path of an article in the graph."""
_FORM: Final = "1"
_BLOCK: Final = 1 << 20


def usual() -> Path:
    """The folder of this user's stores."""
    cache = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(cache) if Path(cache).is_absolute() else Path.home() / ".cache") / "zhengtu" / "stores"


@contextmanager
def kept(graph: str | Path, folder: Path, fill: Callable[[Path], str]) -> Iterator[tuple[Path, str, Path]]:
    """The store of a graph and its base IRI, and an empty folder for this server; ``fill`` makes a store in a folder.

    Raises what ``fill`` raises, and ``UsageError`` where the graph cannot be read.
    """
    home = _home(folder)
    try:
        import fcntl  # noqa: F401
    except ImportError:  # Windows: nothing is kept
        with tempfile.TemporaryDirectory(prefix="zhengtu-", ignore_cleanup_errors=True) as own:
            (Path(own) / "answers").mkdir()
            yield Path(own) / "store", fill(Path(own) / "store"), Path(own) / "answers"
        return
    store, answers = home / _key(graph), home / f"answers-{os.getpid()}"
    with ExitStack() as locks:
        base = _ready(store, fill, locks)
        locks.callback(os.close, _locked(answers, alone=True))
        answers.mkdir(exist_ok=True)
        sweep(home, keep={store.name, answers.name})
        try:
            yield store / "store", base, answers
        finally:
            _remove(answers)


def _ready(store: Path, fill: Callable[[Path], str], locks: ExitStack) -> str:
    """The base IRI of a store, which is made where it is not; held with others who only read it."""
    handle = _locked(store, alone=False)
    if base := _base(store):
        locks.callback(os.close, handle)
        return base
    os.close(handle)
    handle = _locked(store, alone=True)
    locks.callback(os.close, handle)
    base = _base(store) or _made(store, fill)  # another server may have made it meanwhile
    _share(handle)
    return base


def sweep(home: Path, keep: set[str]) -> None:
    """Remove what nobody uses: stores that are not whole, and all but the last few that are."""
    others = [path for path in home.iterdir() if path.is_dir() and path.name not in keep]
    ages = {path: _age(path) for path in others}
    newest = sorted((path for path in others if ages[path]), key=lambda path: ages[path], reverse=True)[:KEPT]
    for path in others:
        if path not in newest and (handle := _locked(path, alone=True, wait=False)) is not None:
            _remove(path)
            os.close(handle)


def _remove(path: Path) -> None:
    shutil.rmtree(path, ignore_errors=True)
    _lock(path).unlink(missing_ok=True)


def _age(path: Path) -> float:
    """When a store was last used, 0 where it is not whole."""
    try:
        return (path / _WHOLE).stat().st_mtime
    except OSError:
        return 0.0


def _home(folder: Path) -> Path:
    """The folder, or one among the temporary files where it cannot be written; of this user alone."""
    for home in (folder, Path(tempfile.gettempdir()) / f"zhengtu-{_user()}"):
        with suppress(OSError):
            home.mkdir(parents=True, exist_ok=True, mode=0o700)
            if os.access(home, os.W_OK) and (sys.platform == "win32" or _is_ours(home)):
                return home
    return Path(tempfile.mkdtemp(prefix="zhengtu-"))


def _is_ours(home: Path) -> bool:
    found = home.lstat()
    return found.st_uid == os.getuid() and not found.st_mode & 0o022


def _user() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else "user"


def _key(graph: str | Path) -> str:
    """The hash of a graph's files, and of what makes a store of them."""
    import pyoxigraph as ox

    digest = hashlib.sha256(f"{_FORM} {ox.__version__}".encode())
    for file in files_of(Path(graph)):
        digest.update(f"\n{file.suffixes}\n".encode("utf-8", "replace"))
        with suppress(OSError), file.open("rb") as opened:  # ``fill`` says what is wrong with it
            while block := opened.read(_BLOCK):
                digest.update(block)
    return digest.hexdigest()[:32]


def _base(path: Path) -> str:
    with suppress(OSError, UnicodeDecodeError):
        base = (path / _WHOLE).read_text("utf-8")
        os.utime(path / _WHOLE)
        return base
    return ""


def _made(path: Path, fill: Callable[[Path], str]) -> str:
    shutil.rmtree(path, ignore_errors=True)
    try:
        path.mkdir()
        base = fill(path / "store")
        (path / "draft").write_text(base, "utf-8")
        (path / "draft").replace(path / _WHOLE)
    except BaseException:
        shutil.rmtree(path, ignore_errors=True)
        raise
    return base


def _lock(path: Path) -> Path:
    """The lock that stands beside a folder."""
    return path.with_name(f"{path.name}.lock")


@overload
def _locked(path: Path, *, alone: bool) -> int: ...
@overload
def _locked(path: Path, *, alone: bool, wait: bool) -> int | None: ...
def _locked(path: Path, *, alone: bool, wait: bool = True) -> int | None:
    """The open lock of a folder, held alone or with others; None where others hold it and we do not wait for them."""
    import fcntl

    mode = (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | (0 if wait else fcntl.LOCK_NB)
    while True:
        handle = os.open(_lock(path), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, mode)
            if os.path.samestat(os.fstat(handle), _lock(path).stat()):
                return handle
        except FileNotFoundError:
            pass  # it was swept away while we waited
        except OSError:
            os.close(handle)
            return None
        os.close(handle)


def _share(handle: int) -> None:
    import fcntl

    fcntl.flock(handle, fcntl.LOCK_SH)
