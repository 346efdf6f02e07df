import json
from pathlib import Path

import pytest

from main import main


def test_everything_is_exported_from_the_command_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["export", "--to", str(tmp_path), "--format", "jsonl", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    folder = Path(told["folder"])
    assert folder.parent == tmp_path
    assert told["rows"]["person"] == len((folder / "jsonl" / "person.jsonl").read_text().splitlines()) == 1
    assert not (folder / "csv").exists()


def test_what_was_written_is_said_in_words(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["export", "--to", str(tmp_path), "--without-files"]) == 0
    (folder,) = tmp_path.iterdir()
    assert f"0 attached files are in {folder}." in capsys.readouterr().out


def test_a_place_that_cannot_be_written_is_refused_in_words(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert main(["export", "--to", str(tmp_path / "file")]) == 1
    assert "Nothing was exported" in capsys.readouterr().err
