"""What a person typed and has not saved yet: one small file a draft, beside the settings, independent of the desk."""

import hashlib
import json
import secrets
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Final

from app.infra.files import write_whole

_LISTED = ("name", "media_type", "digest")
"""What a draft says about each of its files."""
_NOTHING: Final[Mapping[str, bytes]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A file that waits to be sent with what is typed."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft: whose it is, of what (`incident:ID:reply`, `new:ID`), its fields, when it was last typed in, UTC."""

    key: str
    person_id: str
    fields: dict[str, str]
    saved_at: datetime
    files: tuple[DraftFile, ...] = ()


class DraftStore:
    """Drafts of one desk on this computer; to be used on the file lane, because every save is synced to the disk.

    Every window writes files of its own, because two windows of one person may be open on one desk: neither may write
    over what stands in the other, nor throw it away by sending its own. What a window has shown becomes its own as soon
    as it is typed on in there.
    """

    def __init__(self, folder: Path, database: str) -> None:
        self._folder = folder / hashlib.sha256(database.encode()).hexdigest()[:16]
        self._window = secrets.token_hex(4)
        # What stood in the files of other windows when this one showed them, and when it first listed them: sheets are
        # opened from the list. Only what still stands there like that may be thrown away from here. Whatever was opened
        # all day is in it, so by names, and with one nothing for all.
        self._shown: dict[str, Mapping[str, bytes]] = {}
        self._listed: dict[str, dict[str, bytes]] = {}

    def save(self, draft: Draft) -> None:
        """Keep the draft, replacing what this window wrote or showed of the same key and person.

        Its files are written before it, each under a name made of its content, so that the same is written once.
        """
        base = self._base(draft.key, draft.person_id)
        path = self._own(base)
        listed = []
        for file in draft.files:
            digest = hashlib.sha256(file.data).hexdigest()
            place = _place(path, digest)
            if not place.exists():
                write_whole(place, file.data)
            listed.append({"name": file.name, "media_type": file.media_type, "digest": digest})
        data = {
            "key": draft.key, "person_id": draft.person_id, "fields": draft.fields,
            "saved_at": draft.saved_at.isoformat(), "files": listed,
        }  # fmt: skip
        write_whole(path, json.dumps(data).encode())
        _forget(path, {entry["digest"] for entry in listed})
        self._forget_shown(base)

    def load(self, key: str, person_id: str) -> Draft | None:
        """The newest draft of this key with its files, or None; a file that is gone or damaged is left out.

        An older one of another window stays, and comes when this one is sent or discarded.
        """
        base = self._base(key, person_id)
        self._shown[base.stem] = _NOTHING
        found = [(path, *each) for path in _windows(base) if (each := _read(path)) is not None]
        if not found:
            return None
        path, draft, listed, content = max(found, key=lambda each: each[1].saved_at)
        self._shown[base.stem] = {path.name: hashlib.sha256(content).digest()}
        return replace(draft, files=tuple(file for entry in listed if (file := _file(path, entry)) is not None))

    def discard(self, key: str, person_id: str) -> None:
        """Forget the draft, because it was saved for good or thrown away by the person.

        What another window wrote stays, unless it was shown here as it is; of a key that this window knows nothing of,
        everything goes.
        """
        base = self._base(key, person_id)
        if base.stem in self._shown or base.stem in self._listed:
            self._forget_shown(base)
            _remove(self._own(base))
            return
        for path in _windows(base):
            _remove(path)

    def all(self, person_id: str) -> list[Draft]:
        """Every draft of the person, the newest first, one of each key, without the files."""
        mine = [draft for draft in self._every() if draft.person_id == person_id]
        newest: dict[str, Draft] = {}
        for draft in sorted(mine, key=lambda draft: draft.saved_at, reverse=True):
            newest.setdefault(draft.key, draft)
        return list(newest.values())

    def _every(self) -> Iterator[Draft]:
        for path in self._folder.glob("*.json"):
            found = _read(path)
            if found is not None:
                draft, _files, content = found
                base = self._base(draft.key, draft.person_id)
                self._listed.setdefault(base.stem, {}).setdefault(path.name, hashlib.sha256(content).digest())
                yield draft

    def _forget_shown(self, base: Path) -> None:
        known = self._shown[base.stem] if base.stem in self._shown else self._listed.get(base.stem, _NOTHING)
        for name, digest in known.items():
            path = base.with_name(name)
            content = None if path == self._own(base) else _content(path)
            if content is not None and hashlib.sha256(content).digest() == digest:
                _remove(path)
        self._shown[base.stem] = _NOTHING

    def _own(self, base: Path) -> Path:
        return base.with_name(f"{base.stem}-{self._window}.json")

    def _base(self, key: str, person_id: str) -> Path:
        name = hashlib.sha256(f"{person_id}\x1f{key}".encode()).hexdigest()[:32]
        return self._folder / f"{name}.json"


def _windows(base: Path) -> list[Path]:
    """The files of a draft, one for each window that wrote it; versions before this had one for all."""
    # Not by a pattern of its own for each draft: Python keeps what it makes of patterns.
    return [path for path in base.parent.glob("*.json") if path == base or path.name.startswith(f"{base.stem}-")]


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    _forget(path, set())


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _place(path: Path, digest: str) -> Path:
    return path.with_name(f"{path.stem}.{digest[:32]}.file")


def _forget(path: Path, kept: Collection[str]) -> None:
    places = {_place(path, digest) for digest in kept}
    for place in path.parent.glob("*.file"):
        if place.name.startswith(f"{path.stem}.") and place not in places:
            place.unlink(missing_ok=True)


def _file(path: Path, entry: dict[str, str]) -> DraftFile | None:
    try:
        data = _place(path, entry["digest"]).read_bytes()
    except FileNotFoundError:
        return None
    if hashlib.sha256(data).hexdigest() != entry["digest"]:
        return None
    return DraftFile(entry["name"], entry["media_type"], data)


def _read(path: Path) -> tuple[Draft, list[dict[str, str]], bytes] | None:
    content = _content(path)
    if content is None:
        return None
    found = _draft(content)
    if found is None:
        # The write is atomic, so a damaged draft was damaged from outside; it is set aside for a person to look at.
        path.replace(path.with_suffix(".damaged"))
        return None
    return *found, content


def _draft(content: bytes) -> tuple[Draft, list[dict[str, str]]] | None:
    try:
        data = json.loads(content)
        saved_at = datetime.fromisoformat(data["saved_at"])
        listed = [{name: str(each[name]) for name in _LISTED} for each in data.get("files", [])]
        return Draft(str(data["key"]), str(data["person_id"]), dict(data["fields"].items()), saved_at), listed
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
