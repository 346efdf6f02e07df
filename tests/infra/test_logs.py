"""The log rotates, is in UTC, and no password reaches it."""

import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.infra.logs import redact, start_logging, stop_logging


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("postgresql://ada:Qx7@db.example.org/desk", "Qx7"),
        ("postgresql://ada:Q@x7@db.example.org/desk", "x7"),
        ("postgresql://:Qx7@db.example.org/desk", "Qx7"),
        ("connect to postgresql+psycopg://ada:Qx7@db/desk failed", "Qx7"),
        ("one://a:Qx7@b two://c:Qx7@d", "Qx7"),
        ("password=Qx7", "Qx7"),
        ("password = Qx7", "Qx7"),
        ("PGPASSWORD=Qx7 psql", "Qx7"),
        ("password: 'Qx7'", "Qx7"),
        ('"password": "Qx7"', "Qx7"),
        ("{'password': 'Qx7 with spaces'}", "with"),
        ("token=Qx7", "Qx7"),
        ("api_token: Qx7", "Qx7"),
        ("client_secret=Qx7&x=1", "Qx7"),
        ("Authorization: Bearer Qx7", "Qx7"),
        ("Authorization: Basic Qx7==", "Qx7"),
        ("authorization=Qx7", "Qx7"),
    ],
)
def test_secrets_are_blanked(text: str, hidden: str) -> None:
    assert hidden not in redact(text)
    assert "***" in redact(text)


@pytest.mark.parametrize(
    "text",
    [
        "INC-000123 resolved by Ines Okafor",
        "postgresql://ada@db.example.org/desk",
        "https://example.org:8080/a@b",
        "Wrong password for ada",
        "The token expired",
    ],
)
def test_what_is_no_secret_stays(text: str) -> None:
    assert redact(text) == text


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """A log file of this test's own."""
    root = logging.getLogger()
    level = root.level
    yield start_logging(tmp_path)
    root.setLevel(level)
    stop_logging()


def test_a_line_has_time_level_thread_and_name(log: Path) -> None:
    logging.getLogger("app.test").info("Started with postgresql://ada:%s@db/desk", "Qx7")
    line = log.read_text("utf-8")
    assert re.match(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} INFO MainThread app\.test: Started with", line)
    assert "Qx7" not in line


def test_a_password_in_a_traceback_is_blanked(log: Path) -> None:
    try:
        int("postgresql://ada:Qx7@db/desk")
    except ValueError:
        logging.getLogger("app.test").info("It failed", exc_info=True)
    text = log.read_text("utf-8")
    assert "ValueError" in text
    assert "Qx7" not in text


def test_the_log_rotates_and_stays_small(log: Path) -> None:
    for _ in range(70):
        logging.getLogger("app.test").info("x" * 100_000)
    files = sorted(log.parent.glob("mainstay.log*"))
    assert len(files) == 5
    assert all(path.stat().st_size <= 1_000_000 for path in files)


def test_a_second_start_moves_the_log(log: Path, tmp_path: Path) -> None:
    (tmp_path / "second").mkdir()
    second = start_logging(tmp_path / "second")
    logging.getLogger("app.test").info("Only once")
    assert "Only once" in second.read_text("utf-8")
    assert not log.exists()


def test_any_text_can_be_logged(log: Path) -> None:
    logging.getLogger("app.test").info("Müller \N{GRINNING FACE} \ud800 end")
    assert "Müller \N{GRINNING FACE}" in log.read_text("utf-8")
