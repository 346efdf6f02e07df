import io
import json
from pathlib import Path

import pytest

from app.infra.paths import personal_paths
from main import main


def _make_desk() -> Path:
    assert main(["matrix"]) == 0
    return personal_paths().database


def test_a_backup_is_made_listed_and_restored(capsys: pytest.CaptureFixture[str]) -> None:
    desk = _make_desk()
    assert main(["matrix", "--load", "GLPI 5x5"]) == 0
    capsys.readouterr()
    assert main(["backup", "--json"]) == 0
    (made,) = json.loads(capsys.readouterr().out)
    assert made["counts"]["incident"] == 0
    assert main(["backup", "--list", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [made]
    assert main(["matrix", "--load", "ServiceNow 3x3"]) == 0
    capsys.readouterr()
    assert main(["restore", made["file"], "--yes"]) == 0
    out = capsys.readouterr().out
    assert "proved whole" in out
    assert "What it held before is kept in" in out
    assert main(["matrix"]) == 0
    assert capsys.readouterr().out.startswith("GLPI 5x5")
    assert desk.exists()


def test_nothing_is_restored_without_a_yes(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    desk = _make_desk()
    capsys.readouterr()
    assert main(["backup", "--json"]) == 0
    (made,) = json.loads(capsys.readouterr().out)
    before = desk.read_bytes()
    monkeypatch.setattr("sys.stdin", io.StringIO("\n"))
    assert main(["restore", made["file"]]) == 1
    assert "Nothing was changed." in capsys.readouterr().out
    assert desk.read_bytes() == before


def test_a_file_that_is_no_backup_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    _make_desk()
    (tmp_path / "other.sqlite").write_text("no desk")
    assert main(["restore", str(tmp_path / "other.sqlite"), "--yes"]) == 1
    assert "no backup of a desk. Choose another one." in capsys.readouterr().err


def test_a_shared_database_is_its_administrators_to_back_up(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--database", "postgresql://anna@desk/mainstay", "backup"]) == 1
    assert "pg_dump" in capsys.readouterr().err


def test_a_folder_without_backups_says_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["backup", "--list", "--folder", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "There are no backups here yet.\n"


def test_an_encrypted_one_is_made_and_restored_with_its_phrase(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _make_desk()
    monkeypatch.setenv("MAINSTAY_BACKUP_PHRASE", "seven old ferries at noon")
    capsys.readouterr()
    assert main(["backup", "--encrypt", "--folder", str(tmp_path), "--json"]) == 0
    (made,) = json.loads(capsys.readouterr().out)
    assert made["encrypted"]
    monkeypatch.delenv("MAINSTAY_BACKUP_PHRASE")
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        return "seven old ferries" if len(asked) == 1 else "seven old ferries at noon"

    monkeypatch.setattr("getpass.getpass", ask)
    assert main(["restore", made["file"], "--yes"]) == 1
    assert "does not open" in capsys.readouterr().err
    assert main(["restore", made["file"], "--yes"]) == 0
    assert "proved whole" in capsys.readouterr().out
    assert asked == [f"Pass phrase of {Path(made['file']).name}: "] * 2


def test_a_new_phrase_is_typed_twice_and_long_enough(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _make_desk()
    typed = iter(["short", "short", "seven old ferries", "seven old ferris"])
    monkeypatch.setattr("getpass.getpass", lambda _question: next(typed))
    capsys.readouterr()
    for why in ("fewer than 12 characters", "The two differ"):
        assert main(["backup", "--encrypt", "--folder", str(tmp_path)]) == 1
        told = capsys.readouterr()
        assert why in told.err
        assert "nobody can recover it" in told.out, "said before, not after"
    assert list(tmp_path.iterdir()) == []
