"""What a person typed and has not saved yet: one small file a draft, beside the settings, independent of the desk."""

import hashlib
import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from app.infra.files import write_whole

_LISTED = ("name", "media_type", "digest")
"""What a draft says about each of its files."""


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
    """Drafts of one desk on this computer; to be used on the file lane, because every save is synced to the disk."""

    def __init__(self, folder: Path, database: str) -> None:
        self._folder = folder / hashlib.sha256(database.encode()).hexdigest()[:16]

    def save(self, draft: Draft) -> None:
        """Keep the draft, replacing the one of the same key and person.

        Its files are written before it, each under a name made of its content, so that the same is written once.
        """
        path = self._path(draft.key, draft.person_id)
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

    def load(self, key: str, person_id: str) -> Draft | None:
        """The draft of this key with its files, or None; a file that is gone or damaged is left out."""
        path = self._path(key, person_id)
        found = _read(path)
        if found is None:
            return None
        draft, listed = found
        return replace(draft, files=tuple(file for entry in listed if (file := _file(path, entry)) is not None))

    def discard(self, key: str, person_id: str) -> None:
        """Forget the draft, because it was saved for good or thrown away by the person."""
        path = self._path(key, person_id)
        path.unlink(missing_ok=True)
        _forget(path, set())

    def all(self, person_id: str) -> list[Draft]:
        """Every draft of the person, the newest first, without the files."""
        mine = [draft for draft in self._every() if draft.person_id == person_id]
        return sorted(mine, key=lambda draft: draft.saved_at, reverse=True)

    def _every(self) -> Iterator[Draft]:
        for path in self._folder.glob("*.json"):
            found = _read(path)
            if found is not None:
                yield found[0]

    def _path(self, key: str, person_id: str) -> Path:
        name = hashlib.sha256(f"{person_id}\x1f{key}".encode()).hexdigest()[:32]
        return self._folder / f"{name}.json"


def _place(path: Path, digest: str) -> Path:
    return path.with_name(f"{path.stem}.{digest[:32]}.file")


def _forget(path: Path, kept: Collection[str]) -> None:
    places = {_place(path, digest) for digest in kept}
    # Not by a pattern of its own for each draft: Python keeps what it makes of patterns.
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


def _read(path: Path) -> tuple[Draft, list[dict[str, str]]] | None:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    found = _draft(content)
    if found is None:
        # The write is atomic, so a damaged draft was damaged from outside; it is set aside for a person to look at.
        path.replace(path.with_suffix(".damaged"))
    return found


def _draft(content: bytes) -> tuple[Draft, list[dict[str, str]]] | None:
    try:
        data = json.loads(content)
        saved_at = datetime.fromisoformat(data["saved_at"])
        listed = [{name: str(each[name]) for name in _LISTED} for each in data.get("files", [])]
        return Draft(str(data["key"]), str(data["person_id"]), dict(data["fields"].items()), saved_at), listed
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
