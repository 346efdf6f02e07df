"""Drafts survive a crash, belong to one person and one desk, and a damaged one is set aside."""

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.infra.drafts import Draft, DraftFile, DraftStore

WHEN = datetime(2026, 3, 2, 9, tzinfo=UTC)
DESK = "sqlite:///desk.sqlite"


def draft(key: str = "incident:1:reply", person: str = "ada", text: str = "Dear all", minutes: int = 0) -> Draft:
    """A draft."""
    return Draft(key, person, {"body": text}, WHEN + timedelta(minutes=minutes))


@given(st.text(), st.text(), st.dictionaries(st.text(), st.text(st.characters(exclude_categories=()))))
def test_whatever_was_typed_comes_back(
    tmp_path_factory: pytest.TempPathFactory, key: str, person: str, fields: dict[str, str]
) -> None:
    store = DraftStore(tmp_path_factory.getbasetemp() / "drafts", DESK)
    kept = Draft(key, person, fields, WHEN)
    store.save(kept)
    assert store.load(key, person) == kept
    store.discard(key, person)
    assert store.load(key, person) is None


def test_a_draft_belongs_to_one_person_one_key_and_one_desk(tmp_path: Path) -> None:
    store = DraftStore(tmp_path, DESK)
    store.save(draft())
    assert store.load("incident:1:note", "ada") is None
    assert store.load("incident:1:reply", "bo") is None
    assert DraftStore(tmp_path, "sqlite:///other.sqlite").load("incident:1:reply", "ada") is None
    assert store.load("incident:1:reply", "ada") == draft()


def test_all_of_a_person_newest_first(tmp_path: Path) -> None:
    store = DraftStore(tmp_path, DESK)
    for minutes in (1, 3, 2):
        store.save(draft(f"new:{minutes}", minutes=minutes))
    store.save(draft(person="bo", minutes=9))
    assert [item.key for item in store.all("ada")] == ["new:3", "new:2", "new:1"]
    assert DraftStore(tmp_path / "nowhere", DESK).all("ada") == []


def test_the_last_save_counts(tmp_path: Path) -> None:
    store = DraftStore(tmp_path, DESK)
    store.save(draft(text="Dear"))
    store.save(draft(text="Dear all", minutes=1))
    assert [item.fields["body"] for item in store.all("ada")] == ["Dear all"]


def test_discarding_twice_is_fine(tmp_path: Path) -> None:
    DraftStore(tmp_path, DESK).discard("new:1", "ada")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"{}",
        b'{"key": "k", "person_id": "ada", "fields": {}}',
        b'{"key": "k", "person_id": "ada", "fields": {}, "saved_at": "yesterday"}',
        b'{"key": "k", "person_id": "ada", "fields": {}, "saved_at": 3}',
        b'{"key": "k", "person_id": "ada", "fields": [], "saved_at": "2026-03-02T09:00:00+00:00"}',
    ],
)
def test_a_damaged_draft_is_set_aside_and_the_others_are_kept(content: bytes, tmp_path: Path) -> None:
    store = DraftStore(tmp_path, DESK)
    store.save(draft())
    store.save(draft("new:1"))
    (folder,) = tmp_path.iterdir()
    damaged = next(path for path in folder.iterdir() if b"new:1" in path.read_bytes())
    damaged.write_bytes(content)
    assert store.all("ada") == [draft()]
    assert store.load("new:1", "ada") is None
    assert [path.read_bytes() for path in folder.glob("*.damaged")] == [content]


def test_files_come_back_with_the_draft_and_go_with_it(tmp_path: Path) -> None:
    store = DraftStore(tmp_path, DESK)
    big = DraftFile("trace.bin", "application/octet-stream", bytes(range(256)) * 4096)
    small = DraftFile("a.txt", "text/plain", b"a")
    kept = replace(draft(), files=(big, small, small))
    store.save(kept)
    assert store.load(kept.key, "ada") == kept
    assert store.all("ada") == [draft()], "a list of drafts reads no files"
    store.save(replace(kept, files=(small,)))
    assert len(list(tmp_path.rglob("*.file"))) == 1
    store.save(draft("new:1"))
    store.discard("new:1", "ada")
    assert store.load(kept.key, "ada") == replace(kept, files=(small,)), "other drafts keep theirs"
    store.discard(kept.key, "ada")
    assert not list(tmp_path.rglob("*.file"))


def test_a_file_that_is_gone_or_damaged_is_left_out(tmp_path: Path) -> None:
    store = DraftStore(tmp_path, DESK)
    files = tuple(DraftFile(name, "text/plain", name.encode()) for name in ("a", "b", "c"))
    store.save(replace(draft(), files=files))
    first, second, _third = (
        place for file in files for place in tmp_path.rglob("*.file") if place.read_bytes() == file.data
    )
    first.unlink()
    second.write_bytes(b"something else")
    assert store.load(draft().key, "ada") == replace(draft(), files=files[2:])


def test_two_windows_do_not_write_over_each_other(tmp_path: Path) -> None:
    one, two = DraftStore(tmp_path, DESK), DraftStore(tmp_path, DESK)
    assert one.load(draft().key, "ada") is None
    assert two.load(draft().key, "ada") is None
    one.save(draft(text="Typed in the first"))
    two.save(draft(text="Typed in the second", minutes=1))
    one.save(draft(text="Typed in the first, and on", minutes=2))
    assert [item.fields["body"] for item in one.all("ada")] == ["Typed in the first, and on"], "one of each key"
    one.discard(draft().key, "ada")
    kept = DraftStore(tmp_path, DESK)
    assert kept.load(draft().key, "ada") == draft(text="Typed in the second", minutes=1)
    kept.discard(draft().key, "ada")
    assert kept.load(draft().key, "ada") is None


def test_what_was_sent_from_one_window_leaves_what_is_typed_on_in_the_other(tmp_path: Path) -> None:
    one, two = DraftStore(tmp_path, DESK), DraftStore(tmp_path, DESK)
    one.save(replace(draft(), files=(DraftFile("a.txt", "text/plain", b"a"),)))
    assert two.load(draft().key, "ada") is not None
    one.save(replace(draft(text="Typed on", minutes=1), files=(DraftFile("b.txt", "text/plain", b"b"),)))
    two.discard(draft().key, "ada")
    kept = DraftStore(tmp_path, DESK).load(draft().key, "ada")
    assert kept is not None
    assert (kept.fields["body"], [file.data for file in kept.files]) == ("Typed on", [b"b"])


@pytest.mark.parametrize("listed", [True, False])
def test_what_an_ended_window_left_is_one_draft_with_what_is_typed_on_in_the_next(listed: bool, tmp_path: Path) -> None:
    ended = DraftStore(tmp_path, DESK)
    ended.save(replace(draft(), files=(DraftFile("a.txt", "text/plain", b"a"),)))
    window = DraftStore(tmp_path, DESK)
    assert window.all("ada") if listed else window.load(draft().key, "ada")
    window.save(draft(text="Dear all, typed on", minutes=1))
    assert len(list(tmp_path.rglob("*.json"))) == 1
    assert not list(tmp_path.rglob("*.file"))
    window.discard(draft().key, "ada")
    assert DraftStore(tmp_path, DESK).all("ada") == []


def test_a_draft_of_the_version_before_is_found_and_taken_over(tmp_path: Path) -> None:
    DraftStore(tmp_path, DESK).save(draft())
    (path,) = tmp_path.rglob("*.json")
    path.rename(path.with_name(f"{path.stem.partition('-')[0]}.json"))
    window = DraftStore(tmp_path, DESK)
    assert window.load(draft().key, "ada") == draft()
    window.discard(draft().key, "ada")
    assert not list(tmp_path.rglob("*.json"))


_SECOND = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from app.infra.drafts import Draft, DraftStore
store = DraftStore(Path(sys.argv[1]), sys.argv[2])
store.load("incident:1:reply", "ada")
print("It opened the incident", flush=True)
input()
store.save(Draft("incident:1:reply", "ada", {"body": "Typed elsewhere"}, datetime(2026, 3, 2, 10, tzinfo=UTC)))
if sys.argv[3] == "sends":
    store.discard("incident:1:reply", "ada")
"""


@pytest.mark.parametrize("does", ["types", "sends"])
def test_another_process_leaves_what_was_typed_meanwhile(does: str, tmp_path: Path) -> None:
    store = DraftStore(tmp_path, DESK)
    store.load(draft().key, "ada")
    other = [sys.executable, "-c", _SECOND, str(tmp_path), DESK, does]
    with subprocess.Popen(other, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline()
        store.save(draft())
        process.communicate("\n", timeout=60)
    assert process.returncode == 0
    if does == "types":
        store.discard(draft().key, "ada")
    left = DraftStore(tmp_path, DESK).load(draft().key, "ada")
    assert left is not None
    assert left.fields["body"] == ("Typed elsewhere" if does == "types" else "Dear all")
