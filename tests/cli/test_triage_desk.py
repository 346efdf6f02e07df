import json
from pathlib import Path

import pytest

from app.triage.desk_lessons import Outcome
from main import main
from tests.triage.texts import labelled


@pytest.fixture
def desk(tmp_path: Path) -> str:
    """A desk with 230 resolved incidents of an import, each with a group."""
    texts, labels = labelled(230)
    rows = [
        f"R{row},{text},{label},closed,2026-01-{1 + row // 10:02} 08:00,2026-01-{1 + row // 10:02} 09:{row % 60:02}"
        for row, (text, label) in enumerate(zip(texts, labels, strict=True))
    ]
    listed = tmp_path / "list.csv"
    listed.write_text("\n".join(["Number,Summary,Group,State,Opened,Resolved", *rows, ""]), "utf-8")
    address = str(tmp_path / "desk.sqlite")
    columns = ["Number=number", "Summary=short_description", "Group=group", "State=state",
               "Opened=opened_at", "Resolved=resolved_at"]  # fmt: skip
    assert main(["--database", address, "import", "csv", str(listed), "--map", *columns]) == 0
    return address


def test_a_desk_learns_once_and_suggests(desk: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--database", desk, "triage", "learn", "--json"]) == 0
    *_, printed = capsys.readouterr().out.strip().splitlines()
    result = json.loads(printed)
    assert (result["kept"], result["number"]) == (True, 1)
    assert result["figures"]["group_id"]["top1"] > 0.7
    assert main(["--database", desk, "triage", "suggest", "outlook inbox spam", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["group_id"][0]["name"] == "Mail"
    assert main(["--database", desk, "triage", "learn"]) == 0
    assert "Too little has changed" in capsys.readouterr().out


def test_what_was_better_stays_and_is_not_tried_again_at_the_next_look(
    desk: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["--database", desk, "triage", "learn"]) == 0
    monkeypatch.setattr("app.triage.desk_lessons.learn_from", lambda *_: Outcome(None, {}, {"group_id": 0.1}))
    assert main(["--database", desk, "triage", "learn", "--now", "--json"]) == 0
    told = json.loads(capsys.readouterr().out.strip().splitlines()[-1])
    assert (told["kept"], told["number"]) == (False, 2)
    assert main(["--database", desk, "triage", "learn"]) == 0
    assert "Version 2, which is version 1 again. Too little has changed" in capsys.readouterr().out


def test_without_running_clocks_no_risk_is_told(desk: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["--database", desk, "triage", "risk"]) == 0
    assert "Nothing can be said yet" in capsys.readouterr().out
    assert main(["--database", desk, "triage", "risk", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_new_desk_says_that_it_does_not_know_yet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for asked in (["learn"], ["suggest", "printer jams"]):
        assert main(["--database", str(tmp_path / "new.sqlite"), "triage", *asked]) == 1
        assert "does not know yet: it has 0 of the 200" in capsys.readouterr().err
