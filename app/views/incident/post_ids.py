"""Under which id a message is sent: the same for every attempt with the same text and files, also after a crash."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from app.services.incidents.dto import NewFile

_ID, _OF = "post_id", "post_of"


class PostIds:
    """The ids of the messages of one incident, one for each tab; they are kept with the drafts."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, str]] = {}

    def id_for(self, mode: str, text: str, files: Sequence[NewFile], make: Callable[[], str]) -> str:
        """The id under which this was tried before, so that a repeated send cannot double it; else a new one."""
        content = _digest(text, files)
        known = self._known.get(mode)
        if known is None or known[1] != content:
            self._known[mode] = known = (make(), content)
        return known[0]

    def fields(self, mode: str) -> dict[str, str]:
        """What a draft has to keep of it."""
        known = self._known.get(mode)
        return {} if known is None else {_ID: known[0], _OF: known[1]}

    def restore(self, mode: str, fields: Mapping[str, str]) -> None:
        """Go on with what a draft has kept."""
        if fields.get(_ID) and fields.get(_OF):
            self._known[mode] = (fields[_ID], fields[_OF])

    def forget(self, *modes: str) -> None:
        """The desk has the messages of these tabs; what is written there now is another one."""
        for mode in modes:
            self._known.pop(mode, None)


def content_of(text: str, due: datetime | None) -> str:
    """What makes two messages the same: what they say, and by when they promise the next one."""
    return text if due is None else f"{text}\x1f{due.isoformat()}"


def kept_id(post_id: str, text: str, files: Sequence[NewFile]) -> dict[str, str]:
    """What a draft keeps of a message that had its id before."""
    return {_ID: post_id, _OF: _digest(text, files)}


def _digest(text: str, files: Sequence[NewFile]) -> str:
    whole = hashlib.sha256(text.encode("utf-8", "surrogatepass"))
    for file in files:
        whole.update(f"\x1f{file.file_name}\x1f".encode("utf-8", "surrogatepass"))
        whole.update(hashlib.sha256(file.data).digest())
    return whole.hexdigest()
