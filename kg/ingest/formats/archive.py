"""Archives (.zip, .tar, .tar.gz): every readable file in them, within bounds that no bomb can pass."""

from __future__ import annotations

import tarfile
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.model import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.ingest.formats.part import Options

_CURE = "Unpack it and give the files that you trust"


def members(data: bytes, source: str, options: Options) -> Iterator[tuple[str, bytes] | Skipped]:
    """Name and bytes of each file of an archive, in the order of the names. Raises ``InputError`` for a broken one.

    Reading stops where the files unpack to more than ``options.most_bytes`` or are more than ``options.most_files``.
    """
    left = options.most_bytes
    count = 0
    try:
        unpack = _unzipped if zipfile.is_zipfile(BytesIO(data)) else _untarred
        for name, content in unpack(data, source, options):
            if content is None:
                yield Skipped(f"{source}/{name}", "the file is locked or broken", _CURE)
                continue
            left -= len(content)
            count += 1
            if left < 0 or count > options.most_files:
                limits = f"more than {options.most_bytes} bytes or {options.most_files} files"
                yield Skipped(source, f"the archive holds {limits}; the rest is not read", _CURE)
                return
            yield name, content
    except Exception as error:  # zipfile and tarfile let through what struct, zlib and seeking in damage raise
        raise InputError(source, f"the archive is broken: {error}", "Get it again") from error


def _unzipped(data: bytes, source: str, options: Options) -> Iterator[tuple[str, bytes | None]]:
    del source
    left = options.most_bytes
    with zipfile.ZipFile(BytesIO(data)) as archive:
        infos = sorted((i for i in archive.infolist() if not i.is_dir()), key=lambda i: i.filename)
        for info in infos[: options.most_files + 1]:
            content: bytes | None = None
            try:
                with archive.open(info) as member:
                    content = member.read(left + 1)
            except Exception:  # locked, damaged, or packed in a way that is not known
                content = None
            left -= len(content or b"")
            yield _zip_name(info), content
            if left < 0:
                return


def _zip_name(info: zipfile.ZipInfo) -> str:
    """The name, which archives made on Chinese Windows keep in GBK without saying so."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("gbk")
    except UnicodeError:
        return info.filename


def _untarred(data: bytes, source: str, options: Options) -> Iterator[tuple[str, bytes | None]]:
    del source
    left, count = options.most_bytes, 0
    with tarfile.open(fileobj=BytesIO(data), mode="r:*") as archive:
        for info in archive:
            if not info.isfile():
                continue
            member = archive.extractfile(info)
            content = member.read(left + 1) if member else None
            left -= len(content or b"")
            count += 1
            yield info.name, content
            if left < 0 or count > options.most_files:
                return
