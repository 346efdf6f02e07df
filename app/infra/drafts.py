"""What a person typed and has not saved yet: one small file a draft, beside the settings, independent of the desk."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from app.infra.files import write_whole


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft: whose it is, of what (`incident:ID:reply`, `new:ID`), its fields, when it was last typed in, UTC."""

    key: str
    person_id: str
    fields: dict[str, str]
    saved_at: datetime


class DraftStore:
    """Drafts of one desk on this computer; to be used on the file lane, because every save is synced to the disk."""

    def __init__(self, folder: Path, database: str) -> None:
        self._folder = folder / hashlib.sha256(database.encode()).hexdigest()[:16]

    def save(self, draft: Draft) -> None:
        """Keep the draft, replacing the one of the same key and person."""
        data = asdict(draft) | {"saved_at": draft.saved_at.isoformat()}
        write_whole(self._path(draft.key, draft.person_id), json.dumps(data).encode())

    def load(self, key: str, person_id: str) -> Draft | None:
        """The draft of this key, or None."""
        return _read(self._path(key, person_id))

    def discard(self, key: str, person_id: str) -> None:
        """Forget the draft, because it was saved for good or thrown away by the person."""
        self._path(key, person_id).unlink(missing_ok=True)

    def all(self, person_id: str) -> list[Draft]:
        """Every draft of the person, the newest first."""
        mine = [draft for draft in self._every() if draft.person_id == person_id]
        return sorted(mine, key=lambda draft: draft.saved_at, reverse=True)

    def _every(self) -> Iterator[Draft]:
        for path in self._folder.glob("*.json"):
            draft = _read(path)
            if draft is not None:
                yield draft

    def _path(self, key: str, person_id: str) -> Path:
        name = hashlib.sha256(f"{person_id}\x1f{key}".encode()).hexdigest()[:32]
        return self._folder / f"{name}.json"


def _read(path: Path) -> Draft | None:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    draft = _draft(content)
    if draft is None:
        # The write is atomic, so a damaged draft was damaged from outside; it is set aside for a person to look at.
        path.replace(path.with_suffix(".damaged"))
    return draft


def _draft(content: bytes) -> Draft | None:
    try:
        data = json.loads(content)
        saved_at = datetime.fromisoformat(data["saved_at"])
        return Draft(str(data["key"]), str(data["person_id"]), dict(data["fields"].items()), saved_at)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
