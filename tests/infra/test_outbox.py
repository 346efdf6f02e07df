"""What is written down while the server is away is on the disk when that is said, whatever happens next."""

import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.errors import Unavailable
from app.infra.drafts import DraftFile
from app.infra.outbox import Kind, Outbox, Waiting
from tests.arch.source import ROOT

AT = datetime(2026, 11, 23, 9, 12, tzinfo=UTC)


def item(number: int, **more: object) -> Waiting:
    values = {"fields": {"summary": f"Printer {number} jams"}, "written_at": AT + timedelta(minutes=number)}
    return Waiting(f"{number:032x}", Kind.INCIDENT, **(values | more))  # type: ignore[arg-type]  # values of a test


@pytest.fixture
def outbox(tmp_path: Path) -> Outbox:
    return Outbox(tmp_path / "outbox.sqlite", "postgresql://ada@db/desk", "ada")


def test_what_was_put_is_there_in_order_until_it_is_removed(outbox: Outbox) -> None:
    assert outbox.all() == []
    for number in (2, 1, 3):
        outbox.put(item(number))
    assert outbox.all() == [item(1), item(2), item(3)]
    outbox.remove(item(2).id)
    outbox.note_problem(item(3).id, "Nobody is called Jonas.")
    assert outbox.all() == [item(1), item(3, problem="Nobody is called Jonas.")]


def test_files_come_along(outbox: Outbox) -> None:
    files = (DraftFile("a.png", "image/png", b"\x00\xff" * 10), DraftFile("a.png", "image/png", b""))
    outbox.put(item(1, files=files))
    assert outbox.all() == [item(1)]
    assert outbox.with_files(item(1)).files == files
    outbox.put(item(1, files=files[:1]))
    assert outbox.with_files(item(1)).files == files[:1]


def test_several_are_put_all_or_none(outbox: Outbox) -> None:
    outbox.put(item(1), item(2))
    assert outbox.all() == [item(1), item(2)]
    with pytest.raises(Unavailable):
        outbox.put(item(3), item(4, problem=None))
    assert outbox.all() == [item(1), item(2)]


def test_desks_and_people_do_not_mix(outbox: Outbox, tmp_path: Path) -> None:
    outbox.put(item(1))
    path = tmp_path / "outbox.sqlite"
    assert Outbox(path, "postgresql://ada@db/other", "ada").all() == []
    assert Outbox(path, "postgresql://ada@db/desk", "bob").all() == []


def test_a_disk_that_refuses_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "outbox.sqlite").mkdir()
    with pytest.raises(Unavailable, match="cannot be kept in"):
        Outbox(tmp_path / "outbox.sqlite", "desk", "ada").put(item(1))


WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from app.infra.outbox import Kind, Outbox, Waiting
box = Outbox(Path(sys.argv[1]), "desk", "ada")
for number in range(int(sys.argv[2]), 10**6):
    box.put(Waiting(f"{number:032x}", Kind.NOTE, {"body": "x" * 2000}, datetime.now(UTC)))
    print(number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_whoever_is_killed_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    path, acknowledged = tmp_path / "outbox.sqlite", 0
    for _round in range(5):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), str(acknowledged)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout is not None
            for _line in range(7):
                acknowledged = int(writer.stdout.readline()) + 1
            writer.send_signal(signal.SIGKILL)
            rest = writer.stdout.read().split()
        acknowledged = max([acknowledged, *(int(number) + 1 for number in rest)])
        kept = {int(found.id, 16) for found in Outbox(path, "desk", "ada").all()}
        assert set(range(acknowledged)) <= kept
