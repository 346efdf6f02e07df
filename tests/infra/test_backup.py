import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.errors import Unavailable
from app.infra.audit.functions import DeskConnection, open_writable
from app.infra.backup import Reason, back_up, back_up_daily, folder_of, list_backups, prune, verify
from app.infra.migrate import HEAD, upgrade
from app.infra.restoring import restore
from app.infra.settings import sqlite_file
from tests.support.clock import FrozenClock


@pytest.fixture
def desk(sqlite_database_url: str) -> Path:
    path = sqlite_file(sqlite_database_url)
    assert path is not None
    add_site(path, "Kiel")
    return path


def add_site(path: Path, name: str) -> None:
    with closing(open_writable(str(path), DeskConnection)) as connection:
        connection.execute("INSERT INTO site (id, name) VALUES (?, ?)", (name.ljust(32, "0"), name))
        connection.commit()


def sites(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT name FROM site ORDER BY name")]


def test_a_backup_holds_what_the_desk_held(desk: Path, clock: FrozenClock, tmp_path: Path) -> None:
    made = back_up(desk, tmp_path / "copies", clock.now())
    add_site(desk, "Lübeck")
    assert sites(made.path) == ["Kiel"]
    assert made.schema == HEAD
    assert list_backups(tmp_path / "copies", desk) == [verify(made.path)] == [made]


def test_a_backup_is_made_while_others_write(desk: Path, clock: FrozenClock, tmp_path: Path) -> None:
    with closing(open_writable(str(desk), DeskConnection)) as writer:
        writer.execute("INSERT INTO site (id, name) VALUES ('x', 'Half written')")
        made = back_up(desk, tmp_path / "copies", clock.now())
        writer.commit()
    assert sites(made.path) == ["Kiel"]
    assert sites(desk) == ["Half written", "Kiel"]


def test_a_copy_goes_on_when_somebody_commits_between_its_pages(
    desk: Path, clock: FrozenClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.infra.backup._PAGES_AT_A_TIME", 1)
    steps: list[int] = []

    def commit_something(done: int, _total: int) -> None:
        steps.append(done)
        add_site(desk, f"Site {len(steps):04}")

    made = back_up(desk, tmp_path / "copies", clock.now(), progress=commit_something)
    assert steps == list(range(1, len(steps) + 1))
    assert sites(made.path) == ["Kiel"]


def test_a_restored_desk_is_the_backup_and_the_former_one_is_kept(desk: Path, clock: FrozenClock) -> None:
    made = back_up(desk, folder_of(desk), clock.now())
    add_site(desk, "Lübeck")
    with closing(sqlite3.connect(desk)) as still_open:
        still_open.execute("SELECT * FROM site").fetchall()
        safety = restore(made.path, desk, clock.now())
        assert still_open.execute("SELECT count(*) FROM site").fetchone() == (1,)
    assert sites(desk) == ["Kiel"]
    assert safety is not None
    assert safety.reason is Reason.RESTORE
    assert sites(safety.path) == ["Kiel", "Lübeck"]
    upgrade(f"sqlite:///{desk}")


def test_a_missing_desk_becomes_the_backup(desk: Path, clock: FrozenClock, tmp_path: Path) -> None:
    made = back_up(desk, tmp_path / "copies", clock.now())
    assert restore(made.path, tmp_path / "new" / "desk.sqlite", clock.now()) is None
    assert sites(tmp_path / "new" / "desk.sqlite") == ["Kiel"]


def test_a_damaged_desk_is_moved_aside_not_deleted(desk: Path, clock: FrozenClock, tmp_path: Path) -> None:
    made = back_up(desk, tmp_path / "copies", clock.now())
    desk.with_name(f"{desk.name}-wal").unlink(missing_ok=True)
    damaged = bytearray(desk.read_bytes())
    damaged[4096:] = b"\xff" * (len(damaged) - 4096)
    desk.write_bytes(damaged)
    assert restore(made.path, desk, clock.now()) is None
    assert sites(desk) == ["Kiel"]
    aside = sorted(desk.parent.glob(f"{desk.name}.damaged-*"))
    assert aside[0].read_bytes() == damaged


def test_a_whole_desk_that_cannot_be_kept_before_stays_where_it_is(
    desk: Path, clock: FrozenClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = back_up(desk, tmp_path / "copies", clock.now())
    add_site(desk, "Lübeck")

    def full(*_values: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("app.infra.backup.copy_pages", full)
    with pytest.raises(Unavailable, match=r"Nothing was restored, because .* disk is full") as refused:
        restore(made.path, desk, clock.now())
    assert "The desk itself was not touched" in str(refused.value)
    assert sites(desk) == ["Kiel", "Lübeck"], "it was taken for a damaged one and moved aside"
    assert not list(desk.parent.glob(f"{desk.name}.damaged-*"))


def test_a_damaged_desk_stays_too_until_there_is_room_for_the_backup(
    desk: Path, clock: FrozenClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = back_up(desk, tmp_path / "copies", clock.now())
    desk.with_name(f"{desk.name}-wal").unlink(missing_ok=True)
    damaged = desk.read_bytes()[:8192]
    desk.write_bytes(damaged)

    def full(*_values: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("app.infra.restoring.copy_pages", full)
    with pytest.raises(Unavailable, match="Nothing was restored to"):
        restore(made.path, desk, clock.now())
    assert desk.read_bytes() == damaged


@pytest.mark.parametrize("where", [100, 5000, -1])
def test_a_changed_backup_is_not_restored(where: int, desk: Path, clock: FrozenClock, tmp_path: Path) -> None:
    made = back_up(desk, tmp_path / "copies", clock.now())
    changed = bytearray(made.path.read_bytes())
    changed[where] ^= 1
    made.path.write_bytes(changed)
    with pytest.raises(Unavailable, match="not as it was written"):
        restore(made.path, desk, clock.now())
    assert sites(desk) == ["Kiel"]


def test_a_copy_without_a_note_cannot_be_proved(desk: Path, clock: FrozenClock, tmp_path: Path) -> None:
    made = back_up(desk, tmp_path / "copies", clock.now())
    made.path.with_name(f"{made.path.name}.json").unlink()
    with pytest.raises(Unavailable, match="no note"):
        verify(made.path)
    assert list_backups(tmp_path / "copies", desk) == []


def test_a_damaged_desk_gives_no_backup(desk: Path, clock: FrozenClock, tmp_path: Path) -> None:
    damaged = bytearray(desk.read_bytes())
    damaged[8192:] = b"\xff" * (len(damaged) - 8192)
    desk.write_bytes(damaged)
    with pytest.raises(Unavailable):
        back_up(desk, tmp_path / "copies", clock.now())
    assert list((tmp_path / "copies").iterdir()) == []


class _StopError(Exception):
    pass


def test_a_backup_that_is_cancelled_leaves_nothing(desk: Path, clock: FrozenClock, tmp_path: Path) -> None:
    def cancel(_done: int, _total: int) -> None:
        raise _StopError

    with pytest.raises(_StopError):
        back_up(desk, tmp_path / "copies", clock.now(), progress=cancel)
    assert list((tmp_path / "copies").iterdir()) == []


def test_old_daily_copies_are_thinned_out_and_the_others_stay(desk: Path, clock: FrozenClock, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    asked = back_up(desk, folder, clock.now())
    before_upgrade = back_up(desk, folder, clock.now(), Reason.UPGRADE)
    made = {}
    for day in range(120):
        made[day] = back_up(desk, folder, clock.now() + timedelta(days=day), Reason.DAILY)
    gone = prune(folder, desk, clock.now() + timedelta(days=119))
    left = list_backups(folder, desk)
    assert asked in left
    assert before_upgrade in left
    daily = [backup for backup in left if backup.reason is Reason.DAILY]
    assert daily[:14] == [made[day] for day in range(119, 105, -1)]
    assert 14 + 3 <= len(daily) <= 14 + 4 + 12
    assert len(gone) == 120 - len(daily)
    assert not any(path.exists() or path.with_name(f"{path.name}.json").exists() for path in gone)


def test_the_daily_copy_is_made_once_a_day(desk: Path, clock: FrozenClock) -> None:
    assert back_up_daily(desk, clock.now()) is not None
    assert back_up_daily(desk, clock.now() + timedelta(hours=23)) is None
    assert back_up_daily(desk, clock.now() + timedelta(hours=24)) is not None
    assert [backup.reason for backup in list_backups(folder_of(desk), desk)] == [Reason.DAILY, Reason.DAILY]


def test_another_number_and_another_folder_are_kept_to(desk: Path, clock: FrozenClock, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    for day in range(9):
        back_up_daily(desk, clock.now() + timedelta(days=day), folder=folder, keep=3)
    made = [backup.made_at for backup in list_backups(folder, desk)]
    assert made[:3] == [clock.now() + timedelta(days=day) for day in (8, 7, 6)]
    assert len(made) < 9
    assert list_backups(folder_of(desk), desk) == []


def add_person(path: Path, key: str) -> None:
    with closing(open_writable(str(path), DeskConnection)) as connection:
        connection.execute("INSERT INTO person (id, name, role) VALUES (?, ?, 'admin')", (key.ljust(32, "0"), key))
        connection.commit()


@pytest.mark.parametrize("name", ["other.sqlite", "desk-2.sqlite", ""])
def test_desks_that_keep_their_copies_in_one_folder_do_not_take_those_of_each_other_for_theirs(
    name: str, desk: Path, clock: FrozenClock, tmp_path: Path
) -> None:
    """As two files side by side, and as those of two computers, which have one name, on a share."""
    folder = tmp_path / "share"
    other = tmp_path / "elsewhere" / (name or desk.name)
    other.parent.mkdir()
    upgrade(f"sqlite:///{other}")
    add_person(desk, "a1")
    add_person(other, "b2")
    for day in range(3):
        now = clock.now() + timedelta(days=10 * day)
        first = back_up_daily(desk, now, folder=folder, keep=1)
        assert first is not None
        assert back_up_daily(other, now, folder=folder, keep=1) is not None, (
            "that of the other desk was taken for its own"
        )
        assert list_backups(folder, desk)[0] == first
        assert {backup.desk[:2] for backup in list_backups(folder, desk)} == {"a1"}
        assert {backup.desk[:2] for backup in list_backups(folder, other)} == {"b2"}


def test_copies_from_before_notes_told_whose_they_are_go_by_the_name_of_the_file(
    desk: Path, clock: FrozenClock, tmp_path: Path
) -> None:
    add_person(desk, "a1")
    made = back_up(desk, tmp_path / "copies", clock.now())
    note = made.path.with_name(f"{made.path.name}.json")
    note.write_text(json.dumps({key: kept for key, kept in json.loads(note.read_text()).items() if key != "desk"}))
    assert [backup.path for backup in list_backups(tmp_path / "copies", desk)] == [made.path]
    assert list_backups(tmp_path / "copies", tmp_path / "other.sqlite") == []
