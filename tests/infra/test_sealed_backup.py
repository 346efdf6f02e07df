"""Backups that a pass phrase seals: made, proved, put back, and nothing readable of them left anywhere."""

from pathlib import Path

import pytest

from app.domain.errors import Unavailable
from app.infra import backup as making
from app.infra.backup import Backup, Reason, back_up, back_up_daily, list_backups, prune, verify
from app.infra.restoring import PhraseWanted, restore
from app.infra.sealing import WrongPhrase, is_sealed
from app.infra.settings import sqlite_file
from tests.infra.test_backup import add_site, sites
from tests.support.clock import FrozenClock

PHRASE = "seven old ferries at noon"


@pytest.fixture
def desk(sqlite_database_url: str) -> Path:
    path = sqlite_file(sqlite_database_url)
    assert path is not None
    add_site(path, "Kiel")
    return path


def made(desk: Path, folder: Path, clock: FrozenClock) -> Backup:
    return back_up(desk, folder, clock.now(), phrase=PHRASE)


def left_over(*folders: Path) -> list[Path]:
    return [each for folder in folders for each in folder.glob(".unfinished-*")]


def test_it_is_listed_and_put_back_with_its_phrase(desk: Path, tmp_path: Path, clock: FrozenClock) -> None:
    copy = made(desk, tmp_path / "stick", clock)
    assert copy.sealed
    assert copy.path.name.endswith("-asked.sqlite.sealed")
    assert is_sealed(copy.path)
    assert b"Kiel" not in copy.path.read_bytes()
    assert list_backups(tmp_path / "stick", desk) == [copy]
    assert verify(copy.path) == copy
    add_site(desk, "Oslo")
    safety = restore(copy.path, desk, clock.now(), phrase=PHRASE)
    assert sites(desk) == ["Kiel"]
    assert safety is not None
    assert safety.reason is Reason.RESTORE
    assert not left_over(desk.parent, tmp_path / "stick")


def test_only_its_phrase_opens_it_and_the_desk_stays_as_it_is(desk: Path, tmp_path: Path, clock: FrozenClock) -> None:
    copy = made(desk, tmp_path, clock)
    add_site(desk, "Oslo")
    with pytest.raises(PhraseWanted, match="is encrypted: type the pass phrase"):
        restore(copy.path, desk, clock.now())
    with pytest.raises(WrongPhrase):
        restore(copy.path, desk, clock.now(), phrase="another one altogether")
    assert sites(desk) == ["Kiel", "Oslo"]
    assert not left_over(desk.parent, tmp_path)


def test_a_changed_one_is_refused_even_with_a_note_that_fits(desk: Path, tmp_path: Path, clock: FrozenClock) -> None:
    """Whoever can change the copy can change the note beside it, but not what is sealed."""
    copy = made(desk, tmp_path, clock)
    whole = bytearray(copy.path.read_bytes())
    whole[len(whole) // 2] ^= 1
    copy.path.write_bytes(whole)
    with pytest.raises(Unavailable, match="not as it was written"):
        restore(copy.path, desk, clock.now(), phrase=PHRASE)
    note = copy.path.with_name(f"{copy.path.name}.json")
    note.write_text(note.read_text().replace(copy.sha256, making._hash(copy.path)))
    with pytest.raises(Unavailable, match="damaged: it was cut off or changed"):
        restore(copy.path, desk, clock.now(), phrase=PHRASE)
    assert sites(desk) == ["Kiel"]
    assert not left_over(desk.parent, tmp_path)


def test_what_cannot_be_opened_again_is_no_backup(
    desk: Path, tmp_path: Path, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "digest_inside", lambda _path, _phrase: "another")
    with pytest.raises(Unavailable, match="thrown away"):
        made(desk, tmp_path / "stick", clock)
    assert list((tmp_path / "stick").iterdir()) == []
    assert not left_over(desk.parent)


def test_stopped_half_way_nothing_is_left(desk: Path, tmp_path: Path, clock: FrozenClock) -> None:
    totals: list[int] = []

    def stop(_done: int, total: int) -> None:
        totals.append(total)
        if len(set(totals)) > 1:  # pages are done, bytes are being sealed
            raise Unavailable("Stopped.")

    with pytest.raises(Unavailable, match="Stopped"):
        back_up(desk, tmp_path / "stick", clock.now(), progress=stop, phrase=PHRASE)
    assert list((tmp_path / "stick").iterdir()) == []
    assert not left_over(desk.parent)


def test_daily_ones_are_thinned_out_with_the_others(desk: Path, tmp_path: Path, clock: FrozenClock) -> None:
    folder = tmp_path / "stick"
    for day in range(4):
        clock.advance(days=day and 1)
        assert back_up_daily(desk, clock.now(), folder=folder, keep=1, phrase=PHRASE if day % 2 else "")
    clock.advance(days=40)
    prune(folder, desk, clock.now(), keep=1)
    left = list_backups(folder, desk)
    assert left[0].sealed
    notes = {each.path.with_name(f"{each.path.name}.json") for each in left}
    assert {each.path for each in left} | notes == set(folder.iterdir())
