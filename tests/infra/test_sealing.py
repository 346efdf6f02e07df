"""Sealed files: only their pass phrase opens them, and nothing of them can be changed, left out or added unseen."""

import io
import struct
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import Unavailable
from app.infra import sealing
from app.infra.sealing import WrongPhrase, digest_inside, is_sealed, seal, unseal

PHRASE = "seven old ferries at noon"
CHUNK = 64


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small chunks, so that a short file has several, and a key that is made at once."""
    monkeypatch.setattr(sealing, "_CHUNK", CHUNK)
    monkeypatch.setattr(sealing._Cost.__new__, "__defaults__", (1, 32, 1))


def sealed(folder: Path, data: bytes, phrase: str = PHRASE) -> Path:
    (folder / "plain").write_bytes(data)
    seal(folder / "plain", folder / "sealed", phrase)
    return folder / "sealed"


def opened(path: Path, phrase: str = PHRASE) -> bytes:
    found = io.BytesIO()
    unseal(path, found, phrase)
    return found.getvalue()


@pytest.mark.parametrize("length", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 5 * CHUNK, 5 * CHUNK + 7])
def test_what_was_sealed_comes_back(tmp_path: Path, length: int) -> None:
    data = bytes(each % 251 for each in range(length))
    path = sealed(tmp_path, data)
    assert is_sealed(path)
    assert opened(path) == data
    assert data[:16] not in path.read_bytes() or length < 16
    assert digest_inside(path, PHRASE) == digest_inside(sealed(tmp_path, data), PHRASE)


def test_the_same_is_never_sealed_the_same(tmp_path: Path) -> None:
    first = sealed(tmp_path, b"desk" * 40).read_bytes()
    assert sealed(tmp_path, b"desk" * 40).read_bytes() != first


def test_another_phrase_is_told_from_a_damaged_file(tmp_path: Path) -> None:
    path = sealed(tmp_path, b"desk" * 40)
    with pytest.raises(WrongPhrase, match="does not open sealed"):
        opened(path, "seven old ferries at Noon")


def test_one_phrase_typed_on_another_computer_is_the_same(tmp_path: Path) -> None:
    """Some systems type an accented letter as one character, others as two."""
    assert opened(sealed(tmp_path, b"desk", "caf\u00e9 at the harbour"), "cafe\u0301 at the harbour") == b"desk"


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_byte_can_be_changed(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    folder = tmp_path_factory.mktemp("sealed")
    path = sealed(folder, bytes(range(200)))
    whole = bytearray(path.read_bytes())
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] ^= 1 << data.draw(st.integers(0, 7))
    path.write_bytes(whole)
    with pytest.raises(Unavailable):
        opened(path)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_nothing_can_be_cut_off_or_added(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    path = sealed(tmp_path_factory.mktemp("sealed"), bytes(range(200)))
    whole = path.read_bytes()
    left = data.draw(st.integers(0, len(whole) - 1))
    for other in (whole[:left], whole + b"\0" * data.draw(st.integers(1, 200))):
        path.write_bytes(other)
        with pytest.raises(Unavailable):
            opened(path)


def _chunks_of(whole: bytes) -> tuple[bytes, list[bytes]]:
    head = sealing._HEAD.size + sealing._MARK
    step = CHUNK + 16
    return whole[:head], [whole[at : at + step] for at in range(head, len(whole), step)]


@pytest.mark.parametrize("act", ["exchange", "leave out", "twice", "cut at a chunk", "from another file"])
def test_whole_chunks_cannot_be_moved(tmp_path: Path, act: str) -> None:
    path = sealed(tmp_path, bytes(each % 251 for each in range(4 * CHUNK)))
    head, chunks = _chunks_of(path.read_bytes())
    assert len(chunks) == 4
    _, others = _chunks_of(sealed(tmp_path, bytes(4 * CHUNK)).read_bytes())
    moved = {
        "exchange": [chunks[1], chunks[0], *chunks[2:]],
        "leave out": [chunks[0], *chunks[2:]],
        "twice": [chunks[0], *chunks],
        "cut at a chunk": chunks[:-1],
        "from another file": [others[0], *chunks[1:]],
    }[act]
    path.write_bytes(head + b"".join(moved))
    with pytest.raises(Unavailable, match="damaged"):
        opened(path)


def test_a_head_that_asks_for_a_whole_computer_is_refused(tmp_path: Path) -> None:
    path = sealed(tmp_path, b"desk")
    whole = bytearray(path.read_bytes())
    whole[len(sealing._MAGIC) + 4 : len(sealing._MAGIC) + 8] = struct.pack(">I", 1 << 31)
    path.write_bytes(whole)
    with pytest.raises(Unavailable, match="beginning of the sealed backup was changed"):
        opened(path)


def test_what_progress_raises_ends_it(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(bytes(10 * CHUNK))
    seen: list[int] = []

    def stop(done: int, whole: int) -> None:
        seen.append(done)
        assert whole == 10 * CHUNK
        if done >= 3 * CHUNK:
            raise Unavailable("Stopped.")

    with pytest.raises(Unavailable, match="Stopped"):
        seal(tmp_path / "plain", tmp_path / "sealed", PHRASE, stop)
    assert seen == [CHUNK, 2 * CHUNK, 3 * CHUNK]
