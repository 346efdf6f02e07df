"""One program of one computer writes a file on a share at a time, and whoever lost the right to it stops."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path, PurePosixPath

import pytest

from app.domain.errors import Unavailable
from app.infra import lease as leasing
from app.infra.file_system import kind_in, shared_by
from app.infra.lease import STALE_AFTER, Held, Holder, Lease
from app.infra.sharing import take_hold, take_over
from tests.arch.source import ROOT
from tests.torture.run import run_small

OTHER = {"id": "f" * 32, "host": "harbour-pc-3", "user": "dana", "pid": 4711, "since": "2026-11-23T09:12:00+00:00"}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return tmp_path / "desk.sqlite"


@pytest.fixture
def mine(desk: Path) -> Iterator[Lease]:
    made = Lease(desk)
    yield made
    made.release()


def held_by_other(desk: Path, *, minutes_ago: float = 0.0) -> Path:
    """The lease of another computer, renewed so long ago."""
    path = desk.with_name("desk.sqlite.lease")
    path.write_text(json.dumps(OTHER))
    at = time.time() - 60 * minutes_ago
    os.utime(path, (at, at))
    return path


def test_who_comes_second_is_told_who_was_first(desk: Path, mine: Lease) -> None:
    mine.acquire()
    with pytest.raises(Held) as held:
        Lease(desk).acquire()
    assert held.value.holder == mine.holder
    assert not held.value.is_stale
    mine.release()
    again = Lease(desk)
    again.acquire()
    again.release()
    assert list(desk.parent.iterdir()) == []


def test_giving_back_what_one_never_had_takes_nothing_away(desk: Path, mine: Lease) -> None:
    mine.acquire()
    stranger = Lease(desk)
    stranger.release()
    mine.check()


def test_a_lease_that_is_renewed_is_not_taken_over(desk: Path, mine: Lease) -> None:
    held_by_other(desk, minutes_ago=1)
    with pytest.raises(Held) as held:
        mine.acquire()
    assert not held.value.is_stale
    assert held.value.holder.words() == "dana on harbour-pc-3"
    with pytest.raises(Held):
        mine.take_over(held.value)


def test_a_lease_that_nobody_renews_is_taken_over_when_a_person_says_so(desk: Path, mine: Lease) -> None:
    held_by_other(desk, minutes_ago=5)
    with pytest.raises(Held) as held:
        mine.acquire()
    assert held.value.is_stale
    mine.take_over(held.value)
    mine.acquire()
    mine.check()


def test_renewed_in_the_last_moment_it_stays(desk: Path, mine: Lease) -> None:
    path = held_by_other(desk, minutes_ago=5)
    with pytest.raises(Held) as held:
        mine.acquire()
    os.utime(path)
    with pytest.raises(Held):
        mine.take_over(held.value)
    assert json.loads(path.read_text()) == OTHER


def test_of_several_who_take_over_one_succeeds(desk: Path) -> None:
    held_by_other(desk, minutes_ago=5)
    found = []
    for lease in (Lease(desk), Lease(desk)):
        with pytest.raises(Held) as held:
            lease.acquire()
        found.append((lease, held.value))
    (first, seen), (second, seen_too) = found
    first.take_over(seen)
    first.acquire()
    with pytest.raises(Held):
        second.take_over(seen_too)
    first.check()
    first.release()


def test_whoever_was_taken_over_stops_writing(desk: Path, mine: Lease) -> None:
    mine.acquire()
    held_by_other(desk)
    with pytest.raises(Unavailable, match="Dana on harbour-pc-3 has taken over this desk"):
        mine.check()
    mine.release()
    assert desk.with_name("desk.sqlite.lease").exists(), "the other one's lease is not ours to delete"


def test_a_lease_is_renewed_while_it_is_held(desk: Path, mine: Lease, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leasing, "RENEW_EVERY", 0.01)
    mine.acquire()
    path = desk.with_name("desk.sqlite.lease")
    old = time.time() - 100
    os.utime(path, (old, old))
    deadline = time.monotonic() + 20
    while path.stat().st_mtime <= old:
        assert time.monotonic() < deadline


def test_a_lease_that_was_left_half_written_is_nobodys_after_a_while(desk: Path, mine: Lease) -> None:
    path = desk.with_name("desk.sqlite.lease")
    path.write_bytes(b"{")
    with pytest.raises(Held):
        mine.acquire()
    old = time.time() - 2 * STALE_AFTER.total_seconds()
    os.utime(path, (old, old))
    mine.acquire()
    mine.check()


@pytest.mark.skipif(sys.platform == "win32", reason="there it takes two minutes")
def test_a_program_of_this_computer_that_was_killed_leaves_no_lock(desk: Path, mine: Lease) -> None:
    code = "import os, sys; from pathlib import Path; from app.infra.lease import Lease\n"
    code += "Lease(Path(sys.argv[1])).acquire(); os.kill(os.getpid(), 9)"
    subprocess.run([sys.executable, "-c", code, str(desk)], cwd=ROOT, check=False)
    assert desk.with_name("desk.sqlite.lease").exists()
    mine.acquire()
    mine.check()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows can neither fork nor kill -9")
def test_nobody_ever_holds_it_at_the_same_time(tmp_path: Path) -> None:
    """The short form; `make torture` does it two thousand times."""
    found = run_small("leases", tmp_path, 120, seed=1)
    assert found["problems"] == {}
    assert found["leases"] == 120
    assert found["killed_with_it"] == 10


# Where a file lies


MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 0:35 / /mnt/office rw,relatime shared:20 - cifs //server/office rw
41 22 0:36 / /mnt/nfs\\040home rw - nfs4 server:/home rw
42 22 0:37 / /home/dana/remote rw - fuse.sshfs dana@server: rw
43 22 8:17 / /media/usb rw - fuseblk /dev/sdb1 rw
44 40 8:18 / /mnt/office/local rw - ext4 /dev/sdc1 rw
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/ada/desk.sqlite", "ext4"),
        ("/mnt/office/desk.sqlite", "cifs"),
        ("/mnt/officer/desk.sqlite", "ext4"),
        ("/mnt/nfs home/desk.sqlite", "nfs4"),
        ("/home/dana/remote/a/desk.sqlite", "fuse.sshfs"),
        ("/media/usb/desk.sqlite", "fuseblk"),
        ("/mnt/office/local/desk.sqlite", "ext4"),
    ],
)
def test_the_mount_that_holds_a_file_is_found(path: str, kind: str) -> None:
    assert kind_in(MOUNTS, PurePosixPath(path)) == kind


def test_a_folder_that_is_synced_to_other_computers_counts_as_a_share(tmp_path: Path) -> None:
    assert shared_by(tmp_path / "desk.sqlite") == ""
    for name in ("OneDrive - Harbour", "Dropbox", "Nextcloud"):
        assert shared_by(tmp_path / name / "desk.sqlite") == f"the synced folder {name}"


def test_a_file_on_a_local_disk_needs_no_lease(desk: Path) -> None:
    assert take_hold(desk) is None
    assert list(desk.parent.iterdir()) == []


@pytest.fixture
def share(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything lies on a share."""
    monkeypatch.setenv("MAINSTAY_FILE_SYSTEM", "share")


@pytest.mark.usefixtures("share")
def test_the_second_computer_reads_and_is_told_who_writes(desk: Path) -> None:
    held_by_other(desk)
    hold = take_hold(desk)
    assert hold is not None
    assert hold.is_read_only
    assert not hold.can_take_over
    assert "open for changes by dana on harbour-pc-3" in hold.why()
    with pytest.raises(Unavailable, match="This desk lies on a share"):
        hold.check()


@pytest.mark.usefixtures("share")
def test_taking_over_needs_two_minutes_of_silence(desk: Path) -> None:
    held_by_other(desk)
    with pytest.raises(Unavailable, match="was heard of meanwhile"):
        take_over(desk)
    held_by_other(desk, minutes_ago=9.5)
    hold = take_hold(desk)
    assert hold is not None
    assert hold.can_take_over
    assert "Nothing was heard from there for 9 minutes" in hold.why()
    take_over(desk)
    mine = take_hold(desk)
    assert mine is not None
    assert not mine.is_read_only
    mine.check()
    mine.release()


@pytest.mark.usefixtures("share")
@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_where_nothing_may_be_written_is_read(desk: Path) -> None:
    desk.parent.chmod(0o500)
    try:
        hold = take_hold(desk)
    finally:
        desk.parent.chmod(0o700)
    assert hold is not None
    assert "nothing may be written" in hold.why()


def test_two_minutes_are_two_minutes() -> None:
    assert timedelta(minutes=2) == STALE_AFTER


def test_who_was_quicker_when_a_lease_was_given_back_keeps_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, quicker, late = (Lease(tmp_path / "desk.sqlite") for _ in range(3))
    first.acquire()
    read = late._read

    def read_while_it_changes_hands() -> Holder | None:
        monkeypatch.setattr(late, "_read", read)
        first.release()
        found = read()
        quicker.acquire()
        return found

    monkeypatch.setattr(late, "_read", read_while_it_changes_hands)
    with pytest.raises(Held):
        late.acquire()
    quicker.check()
    quicker.release()


def test_who_was_quicker_in_the_place_of_a_dead_one_keeps_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone, quicker, late = (Lease(tmp_path / "desk.sqlite") for _ in range(3))
    gone.acquire()
    gone._ending.set()
    monkeypatch.setattr(quicker, "_is_mine_of_before", lambda _found: True)

    def is_dead(_found: Holder) -> bool:
        quicker.acquire()
        return True

    monkeypatch.setattr(late, "_is_mine_of_before", is_dead)
    with pytest.raises(Held):
        late.acquire()
    quicker.check()
    quicker.release()
    gone.release()
