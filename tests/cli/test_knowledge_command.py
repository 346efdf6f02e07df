"""`main.py knowledge` writes a folder of Markdown files and takes one in."""

import json
from pathlib import Path

import pytest

import main
from app.bootstrap import open_session


def test_a_folder_goes_round(sqlite_database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def run(*arguments: str) -> int:
        return main.main(["--database", sqlite_database_url, *arguments])

    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    (source / "jam.md").write_text("# Clear a paper jam\n\n1. Open it\n", encoding="utf-8")
    assert run("knowledge", "import", str(source), "--dry-run") == 0
    assert "Would be: 1 new" in capsys.readouterr().out
    assert run("knowledge", "import", str(source)) == 0
    capsys.readouterr()
    assert run("knowledge", "export", str(out), "--json") == 0
    assert json.loads(capsys.readouterr().out)["articles"] == 1
    (path,) = out.iterdir()
    assert path.name == "KB-000001-clear-a-paper-jam.md"
    assert run("knowledge", "import", str(out), "--json") == 0
    assert json.loads(capsys.readouterr().out)["unchanged"] == 1
    (out / "broken.md").write_text("---\nno head\n", encoding="utf-8")
    assert run("knowledge", "import", str(out)) == 1
    assert "refused" in capsys.readouterr().out
    (tmp_path / "empty").mkdir()
    assert run("knowledge", "import", str(tmp_path / "empty")) == 1
    capsys.readouterr()
    assert run("knowledge", "figures") == 0
    assert "Reuse                    n/a   0 of 0 resolved" in capsys.readouterr().out
    session = open_session(sqlite_database_url)
    for _ in range(2):
        session.desk.search_admin.count_unfound(session.actor, "Badge reader")
    session.desk.close()
    file = tmp_path / "figures.csv"
    assert run("knowledge", "figures", "--json", "--days", "7", "--csv", str(file)) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["published"], told["reuse"], told["deflection"]) == (0, None, None)
    assert [(each["words"], each["searches"]) for each in told["unfound"]] == [("badge reader", 2)]
    assert "looked_for_in_vain,badge reader,2,," in file.read_text(encoding="utf-8-sig")
    assert run("knowledge", "figures") == 0
    assert "Looked for most often and not found:\n      2  badge reader" in capsys.readouterr().out
    assert f"reuse,,0,0,,{told['since']},{told['until']}" in file.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_a_file_in_another_encoding_is_refused_and_the_others_are_taken(
    sqlite_database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], encoding: str
) -> None:
    (tmp_path / "old.md").write_bytes("# Drücker tauschen\n\nPapier".encode(encoding))
    (tmp_path / "new.md").write_text("# Drücker reinigen\n\nPapier", encoding="utf-8")
    assert main.main(["--database", sqlite_database_url, "knowledge", "import", str(tmp_path), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["new"], told["refused"]) == (1, 1)
    assert [each["told"] for each in told["files"] if each["name"] == "old.md"] == [
        "It is not written in UTF-8. Save it so, and take it in again."
    ]
