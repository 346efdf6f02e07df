"""Keeps what is being typed: changes are written within two seconds, on the file lane, so that a crash loses little."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import DeskError, Unavailable
from app.domain.wording import tr
from app.infra.clock import Clock
from app.infra.drafts import Draft, DraftFile, DraftStore
from app.views.toolkit.background import Background, is_there

R = TypeVar("R")

REST_MS: Final = 1_000
"""From the first keystroke to the write; with a slow disk's sync it stays below the two seconds that are promised."""


AGAIN_MS: Final = 5_000
"""How long after a write that failed it is tried again, where nobody types on."""


class DraftKeeper(QObject):
    """The drafts of one person at one desk. The newest text of each draft is written once a second while it changes.

    `saved` carries the key and the UTC time of the draft; `changed` tells that a draft came or went; `brought_back`
    that one was written from elsewhere and is to be shown where it is open; `discarded` that nothing is kept of one.
    """

    saved = Signal(str, object)
    changed = Signal()
    brought_back = Signal(str)
    discarded = Signal(str)

    def __init__(self, background: Background, store: DraftStore, person_id: str, clock: Clock) -> None:
        super().__init__(background)
        self._background = background
        self._store = store
        self._person_id = person_id
        self._clock = clock
        self._waiting: dict[str, Draft] = {}
        # The newest of each key, until it is on the disk or discarded: an older one must never come after it.
        self._newest: dict[str, Draft] = {}
        self._is_failing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    def keep(self, key: str, fields: Mapping[str, str], files: tuple[DraftFile, ...] = ()) -> None:
        """Have the draft written soon, with copies of the files that wait to be sent with it.

        The timer is not pushed back by the next key, so typing on saves too.
        """
        draft = Draft(key, self._person_id, dict(fields), self._clock.now(), files)
        self._waiting[key] = self._newest[key] = draft
        if not self._timer.isActive():
            self._timer.start(REST_MS)

    def flush(self) -> None:
        """Write what waits, now: before a page is left, a sheet is closed or the window goes."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, {}
        for draft in waiting.values():
            self._background.file(partial(_save, self._store, draft), self._told, partial(self._not_saved, draft))

    def load(self, key: str, on_loaded: Callable[[Draft | None], None]) -> None:
        """Read the draft of a key, what waits to be written included."""
        self.flush()
        read = partial(self._store.load, key, self._person_id)
        self._background.file(partial(_read, read), on_loaded, partial(self._not_read, on_loaded, None))

    def load_all(self, on_loaded: Callable[[list[Draft]], None]) -> None:
        """Read every draft of this person, the newest first."""
        self.flush()
        read = partial(self._store.all, self._person_id)
        self._background.file(partial(_read, read), on_loaded, partial(self._not_read, on_loaded, []))

    def discard(self, key: str) -> None:
        """Forget a draft, because it was sent or is not wanted any more."""
        self._waiting.pop(key, None)
        self._newest.pop(key, None)
        forget = partial(self._store.discard, key, self._person_id)
        self._background.file(partial(_read, forget), lambda _done: self.changed.emit())
        self.discarded.emit(key)

    def _not_saved(self, draft: Draft, error: DeskError) -> None:
        """Try it again by and by, unless something newer waits; it is said once."""
        if self._newest.get(draft.key) is draft:
            self._waiting[draft.key] = draft
        if not self._timer.isActive():
            self._timer.start(AGAIN_MS)
        if not self._is_failing:
            self._is_failing = True
            self._background.failed.emit(error)

    def _not_read(self, on_loaded: Callable[[R], None], nothing: R, error: DeskError) -> None:
        """The editor opens without; its words go into a draft as soon as the folder is there again."""
        self._background.failed.emit(error)
        if is_there(on_loaded):
            on_loaded(nothing)

    def _told(self, draft: Draft) -> None:
        self._is_failing = False
        if self._newest.get(draft.key) is draft:
            del self._newest[draft.key]
        self.saved.emit(draft.key, draft.saved_at)
        self.changed.emit()


def _read(ask: Callable[[], R]) -> R:
    try:
        return ask()
    except OSError as error:
        raise Unavailable(
            tr(
                "The folder with what you typed and did not send cannot be read: {error}. What is in it is still there "
                "when the folder is.",
                error=error,
            )
        ) from error


def _save(store: DraftStore, draft: Draft) -> Draft:
    try:
        store.save(draft)
    except OSError as error:
        raise Unavailable(
            tr(
                "What you type cannot be kept as a draft: {error}. Free some space, and send it before you close.",
                error=error,
            )
        ) from error
    return draft
