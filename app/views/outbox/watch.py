"""The outbox in the window: how much waits, the list of it, and that it is sent when the server is back."""

from datetime import timedelta
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from app.domain.events import Event, LinkChanged
from app.domain.numbers import incident_number
from app.domain.wording import tr
from app.infra.drafts import Draft
from app.infra.outbox import NOTES, Kind, Waiting
from app.services.incidents.dto import IncidentRef
from app.views.context import ViewContext
from app.views.create.draft import CALL
from app.views.incident.modes import NOTE, REPLY, UPDATE, draft_key, files_of
from app.views.incident.written_down import back_in_draft
from app.views.outbox.sheet import OutboxSheet
from app.views.pages import Location
from app.views.problems.noting import note_key
from app.views.toolkit.bridge import Bridge
from app.views.toolkit.toast import ToastAction, announce

_AT_ONCE: Final = timedelta(seconds=30)
_MODES: Final = {Kind.NOTE: NOTE, Kind.REPLY: REPLY, Kind.UPDATE: UPDATE}


class _Place(NamedTuple):
    """Where a message was written: the keys of the draft of its text and of its files, and how one gets there."""

    text: str
    files: str
    where: Location


def _place_of(item: Waiting) -> _Place:
    if item.kind is Kind.PROBLEM_NOTE:
        problem_id = item.fields["problem_id"]
        return _Place(note_key(problem_id), "", Location("problems", problem_id, "problem.note"))
    mode, incident_id = _MODES[item.kind], item.fields["incident_id"]
    where = Location("incident", incident_id, f"incident.{mode}")
    return _Place(draft_key(incident_id, mode), files_of(incident_id, mode), where)


def _saved(kind: Kind, number: str) -> str:
    if kind in NOTES:
        return tr("Your note on {number} was saved", number=number)
    if kind is Kind.UPDATE:
        return tr("Your stakeholder update on {number} was saved", number=number)
    return tr("Your reply on {number} was saved", number=number)


def _refused(kind: Kind, number: str, problem: str) -> str:
    if kind in NOTES:
        return tr("Your note on {number} was not saved. {problem}", number=number, problem=problem)
    if kind is Kind.UPDATE:
        return tr("Your stakeholder update on {number} was not sent. {problem}", number=number, problem=problem)
    return tr("Your reply on {number} was not sent. {problem}", number=number, problem=problem)


def _at_once(item: Waiting) -> str:
    if item.kind in NOTES:
        return tr("Note saved")
    return tr("Sent to {caller}", caller=item.fields.get("caller") or tr("the caller"))


class OutboxWatch(QObject):
    """Belongs to the window while a desk is open."""

    def __init__(self, host: QWidget, context: ViewContext) -> None:
        super().__init__(host)
        self._context = context
        self._keeper = context.outbox
        self.sheet = OutboxSheet(host, context)
        self._bridge = Bridge(self)
        self._bridge.happened.connect(self._hear)
        self._bridge.listen(context.desk.bus)
        self._keeper.changed.connect(self._count)
        self._keeper.sent.connect(self._sent)
        self._keeper.refused.connect(self._refused)
        self._keeper.edit_wanted.connect(self._edit_message)
        self._keeper.left.connect(self._left)
        context.actions.bind("window.outbox", self.sheet.bring, unavailable=self._nothing)
        self._count(self._keeper.items)
        self._keeper.send_all()
        host.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """What can still be taken back when the window goes is sent: nobody is there to take it back."""
        if event.type() == QEvent.Type.Close and not self._context.is_away():
            self._keeper.send_held_now()
        return False

    def close(self) -> None:
        """Another desk is opened."""
        self._keeper.send_held_now()
        self._bridge.close()
        for signal, slot in (
            (self._keeper.changed, self._count),
            (self._keeper.sent, self._sent),
            (self._keeper.refused, self._refused),
            (self._keeper.edit_wanted, self._edit_message),
            (self._keeper.left, self._left),
        ):
            signal.disconnect(slot)
        self.sheet.hide()
        self.sheet.deleteLater()

    def _nothing(self) -> str | None:
        return None if self._keeper.items else tr("Nothing waits to be sent")

    def _hear(self, event: Event) -> None:
        if isinstance(event, LinkChanged) and not event.is_away:
            self._keeper.send_all()

    def _count(self, items: list[Waiting]) -> None:
        stuck = sum(bool(item.problem) for item in items)
        self._context.show_waiting(len(items), stuck)

    def _sent(self, item: Waiting, ref: IncidentRef | None) -> None:
        if ref is not None:
            where = Location("incident", ref.id)
            opener = ToastAction(tr("Open"), lambda: self._context.go(where))
            number = incident_number(ref.number)
            self._context.toasts.show(tr("{number} created from what you wrote down", number=number), opener)
        elif self._context.now() - item.written_at < _AT_ONCE and not item.fields.get("away"):
            # Its going out was announced when it was written; the toast of something else may stand there now.
            announce(self.sheet, _at_once(item))
        else:
            self._context.toasts.show(_saved(item.kind, item.fields.get("number") or tr("the incident")))

    def _refused(self, item: Waiting) -> None:
        if item.kind is Kind.INCIDENT:
            opener = ToastAction(tr("Show"), self.sheet.bring)
            text = tr("The desk did not take an incident that you wrote down")
            self._context.toasts.show(text, opener, icon="triangle-alert")
            return
        edit = ToastAction(tr("Edit"), partial(self._keeper.edit, item))
        text = _refused(item.kind, item.fields.get("number", tr("an incident")), item.problem)
        self._context.toasts.show(text, edit, icon="triangle-alert")

    def _left(self, _item: Waiting) -> None:
        self._context.toasts.show(tr("It is too late to take it back: it is being sent"), icon="send")

    def _edit_message(self, item: Waiting) -> None:
        """Put a message back where it was written; what was written in a create sheet is taken by those."""
        if item.kind is Kind.INCIDENT or CALL in item.fields:
            return
        drafts, place = self._context.drafts, _place_of(item)

        # What is being written and attached there now stays, below what was there before.
        def attached(files: Draft | None) -> None:
            drafts.load(place.text, partial(self._put_back, item, place, files))

        if place.files:
            drafts.load(place.files, attached)
        else:
            attached(None)

    def _put_back(self, item: Waiting, place: _Place, files: Draft | None, draft: Draft | None) -> None:
        drafts = self._context.drafts
        drafts.keep(place.text, back_in_draft(item, draft))
        if item.files:
            since = () if files is None else tuple(file for file in files.files if file not in item.files)
            drafts.keep(place.files, {}, (*item.files, *since))
        drafts.flush()
        # The draft is on the disk before the outbox forgets it: both are written one after the other.
        self._keeper.discard(item)
        self._context.go(place.where)
        drafts.brought_back.emit(place.text)


def install(host: QWidget, context: ViewContext) -> None:
    """Look after the outbox of the desk that is open now, in place of the one before."""
    for old in host.findChildren(OutboxWatch):
        old.close()
        old.deleteLater()
    OutboxWatch(host, context)
