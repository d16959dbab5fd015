"""Articles in an S3 store, and the dataset beside them, by processes that only know the address."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.dataset.build import write
from kg.errors import OutputError, UsageError
from tests.dataset.contents import files, quads, rows
from tests.dataset.texts import folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytest.importorskip("s3fs", reason="s3fs is not installed: pip install -r tests/clients/requirements.txt")
moto = pytest.importorskip("moto.server", reason="moto is not installed: pip install -r tests/clients/requirements.txt")


@pytest.fixture(name="bucket")
def _bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of an empty bucket of a server on this machine."""
    import s3fs

    server = moto.ThreadedMotoServer(port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_DEFAULT_REGION"):
        monkeypatch.setenv(name, "us-east-1")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    s3fs.S3FileSystem.clear_instance_cache()
    s3fs.S3FileSystem().makedirs("news", exist_ok=True)
    yield "s3://news"
    server.stop()


@pytest.mark.filterwarnings("default")  # those of other packages
def test_a_bucket_gives_what_a_folder_gives(bucket: str, tmp_path: Path) -> None:
    import s3fs

    source = folder(tmp_path / "in")
    store = s3fs.S3FileSystem()
    store.put(f"{source}/", "news/in/", recursive=True)
    made = write([f"{bucket}/in"], f"{bucket}/out", jobs=2)
    store.get("news/out/", f"{tmp_path}/out/", recursive=True)
    write([source], tmp_path / "local", jobs=1)
    assert quads(tmp_path / "out") == quads(tmp_path / "local")
    for table in ("nodes", "edges", "articles"):
        assert rows(tmp_path / "out", table) == rows(tmp_path / "local", table)
    assert files(tmp_path / "out").keys() == {*made.files, "manifest.json"}, "no work is left behind"


@pytest.mark.filterwarnings("default")
def test_what_is_not_there_is_told(bucket: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing to read"):
        write([f"{bucket}/nowhere"], tmp_path / "out", jobs=1)
    with pytest.raises(OutputError, match="cannot be read or written"):
        write([folder(tmp_path / "in")], "s3://no-such-bucket-here/out", jobs=1)
