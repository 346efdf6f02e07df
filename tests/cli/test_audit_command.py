"""`main.py audit` on a desk of the person's own: whole, tampered with, anchored, and compared with what is outside."""

import json
from pathlib import Path

import pytest

from app.bootstrap import make_context
from app.infra.database_url import parse_url
from app.services.incidents.dto import NewIncident
from main import main
from tests.support.tampering import behind

Output = pytest.CaptureFixture[str]


@pytest.fixture
def url() -> str:
    """A desk with one incident, where the command line finds it."""
    context = make_context()
    session = context.open(context.url)
    desk, actor = session.desk, session.actor
    desk.incidents.create(actor, NewIncident(desk.new_id(), "All is down", actor.person_id, "Since this morning."))
    desk.close()
    return context.url


def tamper(url: str) -> None:
    """Change what was said in the incident."""
    with behind(parse_url(url)) as connection:
        connection.execute("UPDATE journal_entry SET body = 'Since yesterday.'")


def test_a_whole_trail(url: str, capsys: Output) -> None:
    assert main(["audit", "verify"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("The trail is whole: ")
    assert "There is no anchor yet" in out


def test_what_was_changed_is_named(url: str, capsys: Output) -> None:
    tamper(url)
    assert main(["audit", "verify"]) == 1
    first, last = capsys.readouterr().out.splitlines()
    assert first.startswith("INC-000001 (journal_entry ")
    assert "changed behind the trail" in first
    assert last.startswith("NOT WHOLE: 1 found: ")


def test_findings_for_programs(url: str, capsys: Output) -> None:
    assert main(["audit", "verify", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["whole"], data["findings"], data["last_anchor"]) == (True, [], None)
    tamper(url)
    assert main(["audit", "verify", "--json"]) == 1
    data = json.loads(capsys.readouterr().out)
    (finding,) = data["findings"]
    assert (data["whole"], data["found"]) == (False, 1)
    assert (finding["table"], finding["record"], finding["n"]) == ("journal_entry", "INC-000001", 2)


def test_an_anchor_is_taken_sent_shown_and_compared(url: str, capsys: Output, tmp_path: Path) -> None:
    assert main(["audit", "show"]) == 1
    assert "no anchor yet" in capsys.readouterr().err
    assert main(["audit", "anchor", "--to", str(tmp_path)]) == 0
    short = capsys.readouterr().out.split()[0]
    (kept,) = tmp_path.iterdir()
    assert main(["audit", "show", "--json"]) == 0
    (shown,) = json.loads(capsys.readouterr().out)
    assert shown["short"] == short
    assert shown["digest"] in kept.read_text()
    assert main(["audit", "verify", "--anchor", short, "--anchor", str(kept)]) == 0
    assert "1 anchor, 2 kept outside" in capsys.readouterr().out


def test_an_anchor_of_a_history_that_is_not_this_one(url: str, capsys: Output) -> None:
    assert main(["audit", "anchor", "--json"]) == 0
    anchor = json.loads(capsys.readouterr().out)
    other = f"1-{'0' * 24}"
    assert main(["audit", "verify", "--anchor", other]) == 1
    assert "is another one than the one that is kept outside" in capsys.readouterr().out
    assert main(["audit", "verify", "--anchor", f"7-{anchor['digest']}"]) == 1
    assert "the last one here is 1" in capsys.readouterr().out
    assert main(["audit", "verify", "--anchor", "not an anchor"]) == 1
    assert "is no anchor" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written(url: str, capsys: Output, tmp_path: Path) -> None:
    assert main(["audit", "anchor", "--to", str(tmp_path / "missing")]) == 1
    assert "could not be sent" in capsys.readouterr().err
    assert main(["audit", "show", "--all"]) == 0
