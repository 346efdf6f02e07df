"""A small file is written whole or not at all, and what was there before survives every failure."""

import os
from pathlib import Path

import pytest

from app.infra.files import write_whole


def test_a_file_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "not" / "there" / "settings.toml"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("broken", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file(broken: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "settings.toml"
    write_whole(path, b"old")

    def fail(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os if broken == "fsync" else Path, broken, fail)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path], "the unfinished file is cleared away"


def test_the_content_reaches_the_disk_before_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    acts: list[str] = []
    sync, replace = os.fsync, Path.replace

    def noted_sync(handle: int) -> None:
        acts.append("sync")
        sync(handle)

    def noted_replace(self: Path, target: Path) -> Path:
        acts.append("replace")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", noted_sync)
    monkeypatch.setattr(Path, "replace", noted_replace)
    write_whole(tmp_path / "draft.json", b"typed")
    assert acts[:2] == ["sync", "replace"]
    assert acts[2:] == ([] if os.name == "nt" else ["sync"]), "the folder is synced after the rename"
