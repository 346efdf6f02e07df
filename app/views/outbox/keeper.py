"""Keeps what waits to be sent on the disk: what is written down while the server is away, and messages some seconds.

A message lies on the disk before its field is emptied, and until the desk has it; it has its id from the beginning, so
that it is never lost and never sent twice, whenever the program ends.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.actor import Actor
from app.domain.errors import Away, DeskError
from app.domain.macros import WriteMoment
from app.domain.wording import trn
from app.infra.outbox import Kind, Outbox, Waiting
from app.services.incidents.dto import IncidentRef
from app.views.toolkit.background import Background

if TYPE_CHECKING:
    from app.services.desk import Desk

HELD_MS: Final = 10_000
"""For so long a message can be taken back."""

STALE: Final = timedelta(minutes=10)
"""What is read outside the desk and could not be sent for so long is looked at by a person before it is."""


def _stale_words(minutes: int) -> str:
    return trn(
        "It was written {n} minute ago and could not be sent until now. Look whether it still holds, and send it "
        "again.",
        "It was written {n} minutes ago and could not be sent until now. Look whether it still holds, and send it "
        "again.",
        minutes,
    )


class OutboxKeeper(QObject):
    """The outbox of one person at one desk.

    `now` is the time of the desk, `write` says how moments are put into texts for whoever sends them.
    `changed` carries everything that waits whenever that changes; `sent` carries the thing and the IncidentRef, or None
    for a message; `refused` what the desk did not take, with its problem. `edit_wanted` carries a thing, with its
    files, that was taken out to be changed; `left` one that it is too late for.
    """

    changed = Signal(list)
    sent = Signal(object, object)
    refused = Signal(object)
    edit_wanted = Signal(object)
    left = Signal(object)

    def __init__(
        self,
        background: Background,
        store: Outbox,
        desk: "Desk",
        actor: Actor,
        now: Callable[[], datetime],
        write: WriteMoment,
    ) -> None:
        super().__init__(background)
        self._background, self._store = background, store
        self._desk, self._actor, self._now, self._write = desk, actor, now, write
        self._sending = False
        self._current = ""
        self._ahead: set[str] = set()
        self._held: dict[str, tuple[Waiting, QTimer]] = {}
        self._taken_out: set[str] = set()
        self.items: list[Waiting] = []

    def refresh(self) -> None:
        """Read what waits."""
        self._background.file(self._store.all, self._known)

    def put(self, item: Waiting, done: Callable[[], None], failed: Callable[[DeskError], None]) -> None:
        """Keep something until the desk has it; `done` follows when it is on the disk."""

        def kept(_done: None) -> None:
            done()
            self.refresh()

        self._background.file(partial(self._store.put, item), kept, failed)

    def hold(
        self, item: Waiting, milliseconds: int, done: Callable[[], None], failed: Callable[[DeskError], None]
    ) -> None:
        """Keep a message and send it after a while, in which it can be edited or discarded."""
        self.hold_all((item,), milliseconds, done, failed)

    def hold_all(
        self,
        items: Sequence[Waiting],
        milliseconds: int,
        done: Callable[[], None],
        failed: Callable[[DeskError], None],
    ) -> None:
        """The same for several messages, such as those of a macro."""
        timers = [self._timer(item, milliseconds) for item in items]

        def kept(_done: None) -> None:
            for timer in timers:
                timer.start()
            done()
            self.refresh()

        def not_kept(error: DeskError) -> None:
            for item in items:
                self._let_go(item.id)
            failed(error)

        self._background.file(partial(self._store.put, *items), kept, not_kept)

    def _timer(self, item: Waiting, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(partial(self.release, item.id))
        self._held[item.id] = item, timer
        return timer

    def release(self, item_id: str) -> None:
        """Send a message that was held."""
        if self._let_go(item_id):
            self.send_all()

    def release_all(self) -> None:
        """Send everything that waits, also what could still be taken back."""
        for item_id in tuple(self._held):
            self._let_go(item_id)
        self.send_all()

    def send_first(self, *about_ids: str) -> None:
        """Send what is held for these incidents or problems, before what the desk is asked to do next."""
        for item_id, (item, timer) in tuple(self._held.items()):
            # What is not on the disk yet goes at its time.
            if timer.isActive() and item.about_id in about_ids:
                self._let_go(item_id)
                self._ahead.add(item_id)
                self._send(item)

    def send_held_now(self) -> None:
        """The window goes: send what is held without waiting for an answer; what does not arrive lies on the disk."""
        for item_id, (item, _) in tuple(self._held.items()):
            self._let_go(item_id)
            self._background.write(partial(_send_and_remove, self._store, self._desk, self._actor, item))

    def discard(self, item: Waiting) -> None:
        """Forget something that is not wanted any more."""
        if self._is_on_its_way(item.id):
            self.left.emit(item)
            return
        self._let_go(item.id)

        def removed(_done: None) -> None:
            self._taken_out.discard(item.id)
            self.refresh()

        self._background.file(partial(self._store.remove, item.id), removed)

    def edit(self, item: Waiting) -> None:
        """Take something out to change it; whoever hears `edit_wanted` keeps it from then on."""
        if self._is_on_its_way(item.id):
            self.left.emit(item)
            return
        self._taken_out.add(item.id)
        self._let_go(item.id)

        def found(whole: Waiting | None) -> None:
            if whole is None:
                self.left.emit(item)
            else:
                self.edit_wanted.emit(whole)

        self._background.file(partial(_still_there, self._store, item), found)

    def send_all(self) -> None:
        """Send everything that waits and is not held, the oldest first, until the server is away again."""
        if not self._sending:
            self._sending = True
            self._background.file(self._store.all, self._send_next_of, self._not_read)

    def _is_kept_back(self, item_id: str) -> bool:
        return item_id in self._held or item_id in self._taken_out or item_id in self._ahead

    def _is_on_its_way(self, item_id: str) -> bool:
        return item_id == self._current or item_id in self._ahead

    def _let_go(self, item_id: str) -> bool:
        held = self._held.pop(item_id, None)
        if held is not None:
            held[1].stop()
            held[1].deleteLater()
        return held is not None

    def _send_next_of(self, items: list[Waiting]) -> None:
        self._known(items)
        waiting = [item for item in items if not item.problem and not self._is_kept_back(item.id)]
        if not waiting:
            self._sending = False
            return
        item = waiting[0]
        age = self._now() - item.written_at
        if item.kind in {Kind.REPLY, Kind.UPDATE} and age > STALE:
            self._note(item, _stale_words(int(age.total_seconds() // 60)))
            return
        self._current = item.id
        self._background.file(partial(self._store.with_files, item), self._send, partial(self._stop, item))

    def _send(self, item: Waiting) -> None:
        # Imported here, because nothing waits at most starts.
        from app.services.outbox.send import dated, send

        whole = dated(item, self._now())
        self._background.write(
            lambda: send(self._desk, self._actor, whole, self._write),
            partial(self._arrived, item),
            partial(self._not_taken, item),
        )

    def _arrived(self, item: Waiting, ref: IncidentRef | None) -> None:
        def removed(_done: None) -> None:
            self.sent.emit(item, ref)
            self._go_on(item)

        self._background.file(partial(self._store.remove, item.id), removed, partial(self._stop, item))

    def _not_taken(self, item: Waiting, error: DeskError) -> None:
        if isinstance(error, Away):
            self._stop(item, error)
        else:
            self._note(item, str(error))

    def _note(self, item: Waiting, problem: str) -> None:
        def noted(_done: None) -> None:
            self.refused.emit(replace(item, problem=problem))
            self._go_on(item)

        self._background.file(partial(self._store.note_problem, item.id, problem), noted, partial(self._stop, item))

    def _go_on(self, item: Waiting) -> None:
        if item.id in self._ahead:
            self._ahead.discard(item.id)
            self.refresh()
            return
        # Read again, because more may have been written down meanwhile.
        self._current = ""
        self._sending = False
        self.send_all()

    def _stop(self, item: Waiting, _error: DeskError) -> None:
        if item.id in self._ahead:
            self._ahead.discard(item.id)
        else:
            self._current = ""
            self._sending = False
        self.refresh()

    def _not_read(self, _error: DeskError) -> None:
        self._sending = False
        self.refresh()

    def _known(self, items: list[Waiting]) -> None:
        if items != self.items:
            self.items = items
            self.changed.emit(items)


def _still_there(store: Outbox, item: Waiting) -> Waiting | None:
    """The thing with its files; None when it has been sent."""
    return store.with_files(item) if any(each.id == item.id for each in store.all()) else None


def _send_and_remove(store: Outbox, desk: "Desk", actor: Actor, item: Waiting) -> None:
    from app.services.outbox.send import send

    send(desk, actor, item)
    store.remove(item.id)
