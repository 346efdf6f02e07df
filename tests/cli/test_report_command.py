"""`main.py report review`, with and without a review, and everything that can be wrong."""

from pathlib import Path

import pytest

from app.reports.preview import page_count
from app.services.reviews.dto import ReviewEdit
from main import main
from tests.services.review_desk import ReviewDesk, make_review_desk
from tests.support.clock import FrozenClock


@pytest.fixture
def made(sqlite_database_url: str, clock: FrozenClock) -> ReviewDesk:
    desk = make_review_desk(sqlite_database_url, clock)
    desk.desk.close()
    return desk


def report(url: str, *arguments: str) -> int:
    return main(["--database", url, "report", "review", *arguments])


@pytest.mark.usefixtures("made")
def test_an_incident_without_a_review_prints_from_its_facts(
    sqlite_database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    assert report(sqlite_database_url, "INC-000001", "-o", str(first)) == 0
    assert "draft from its facts" in capsys.readouterr().out
    assert report(sqlite_database_url, "1", "-o", str(second)) == 0
    assert first.read_bytes() == second.read_bytes()
    assert page_count(first.read_bytes()) >= 1


def test_the_stored_review_prints_in_the_version_asked_for(
    made: ReviewDesk, sqlite_database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    published = made.publish()
    ref = made.desk.reviews_admin.begin_version(made.agent, made.incident_id, made.desk.new_id())
    title = ReviewEdit(published.content.title, "Another title")
    made.desk.reviews_admin.edit(made.agent, ref.id, {"title": title})
    made.desk.close()
    latest, first = tmp_path / "latest.pdf", tmp_path / "first.pdf"
    assert report(sqlite_database_url, "INC-1", "-o", str(latest)) == 0
    assert report(sqlite_database_url, "INC-1", "-o", str(first), "--version", "1", "--paper", "letter") == 0
    out = capsys.readouterr().out
    assert "version 2, draft" in out
    assert "version 1, published" in out
    assert latest.read_bytes() != first.read_bytes()
    assert report(sqlite_database_url, "INC-1", "-o", str(first), "--version", "7") == 1
    assert "no version 7. Versions: 1, 2." in capsys.readouterr().err


@pytest.mark.usefixtures("made")
def test_begin_stores_the_review(sqlite_database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(sqlite_database_url, "INC-1", "-o", str(tmp_path / "a.pdf"), "--begin") == 0
    assert report(sqlite_database_url, "INC-1", "-o", str(tmp_path / "b.pdf")) == 0
    assert capsys.readouterr().out.count("review of INC-000001, version 1, draft") == 2


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("INC-000099",), "There is no incident 'INC-000099'"),
        (("nonsense",), "There is no incident 'nonsense'"),
        (("INC-1", "-o", "."), "is a folder"),
        (("INC-1", "-o", "file.txt/x.pdf"), "cannot be written"),
        (("INC-1", "--time-zone", "Mars/Olympus"), "no time zone"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    arguments: tuple[str, ...],
    sentence: str,
    sqlite_database_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file.txt").touch()
    assert report(sqlite_database_url, *arguments) == 1
    assert sentence in capsys.readouterr().err


@pytest.mark.usefixtures("made")
def test_the_file_has_a_name_of_its_own_unless_told(
    sqlite_database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert report(sqlite_database_url, "INC-1") == 0
    assert [path.name for path in tmp_path.glob("*.pdf")] == ["PIR_INC-000001_2026-03-02_v1.pdf"]
