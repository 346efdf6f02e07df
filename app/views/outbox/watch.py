"""The outbox in the window: how much waits, the list of it, and that it is sent when the server is back."""

from datetime import timedelta
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from app.domain.events import Event, LinkChanged
from app.domain.numbers import incident_number
from app.domain.wording import tr
from app.infra.drafts import Draft
from app.infra.outbox import Kind, Waiting
from app.services.incidents.dto import IncidentRef
from app.views.context import ViewContext
from app.views.incident.modes import NOTE, REPLY, UPDATE, draft_key, files_of
from app.views.incident.written_down import back_in_draft
from app.views.outbox.sheet import OutboxSheet
from app.views.pages import Location
from app.views.toolkit.bridge import Bridge
from app.views.toolkit.toast import ToastAction, announce

_AT_ONCE: Final = timedelta(seconds=30)
_MODES: Final = {Kind.NOTE: NOTE, Kind.REPLY: REPLY, Kind.UPDATE: UPDATE}
_HELD: Final = frozenset({Kind.REPLY, Kind.UPDATE})
"""What is kept back for some seconds, in which it can be taken back."""


def _saved(kind: Kind, number: str) -> str:
    if kind is Kind.NOTE:
        return tr("Your note on {number} was saved", number=number)
    if kind is Kind.UPDATE:
        return tr("Your stakeholder update on {number} was saved", number=number)
    return tr("Your reply on {number} was saved", number=number)


def _refused(kind: Kind) -> str:
    return {
        Kind.NOTE: tr("The desk did not take a note that you wrote down"),
        Kind.REPLY: tr("The desk did not take a reply that you wrote down"),
        Kind.UPDATE: tr("The desk did not take a stakeholder update that you wrote down"),
        Kind.INCIDENT: tr("The desk did not take an incident that you wrote down"),
    }[kind]


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
        if item.kind in _HELD and self._context.now() - item.written_at < _AT_ONCE:
            # Its going out was announced when it was written; the toast of something else may stand there now.
            announce(self.sheet, tr("Sent to {caller}", caller=item.fields.get("caller") or tr("the caller")))
            return
        if ref is None:
            self._context.toasts.show(_saved(item.kind, item.fields.get("number") or tr("the incident")))
            return
        where = Location("incident", ref.id)
        opener = ToastAction(tr("Open"), lambda: self._context.go(where))
        self._context.toasts.show(
            tr("{number} created from what you wrote down", number=incident_number(ref.number)), opener
        )

    def _refused(self, item: Waiting) -> None:
        if item.kind in _HELD:
            number, problem = item.fields.get("number", tr("an incident")), item.problem
            text = tr("Your reply on {number} was not sent. {problem}", number=number, problem=problem)
            if item.kind is Kind.UPDATE:
                text = tr("Your stakeholder update on {number} was not sent. {problem}", number=number, problem=problem)
            edit = ToastAction(tr("Edit"), partial(self._keeper.edit, item))
            self._context.toasts.show(text, edit, icon="triangle-alert")
            return
        opener = ToastAction(tr("Show"), self.sheet.bring)
        self._context.toasts.show(_refused(item.kind), opener, icon="triangle-alert")

    def _left(self, _item: Waiting) -> None:
        self._context.toasts.show(tr("It is too late to take it back: it is being sent"), icon="send")

    def _edit_message(self, item: Waiting) -> None:
        """Put a message back where it was written; a new incident is taken by the create sheets."""
        if item.kind is Kind.INCIDENT:
            return
        drafts, mode, incident_id = self._context.drafts, _MODES[item.kind], item.fields["incident_id"]
        key = draft_key(incident_id, mode)

        # What is being written and attached there now stays, below what was there before.
        def attached(files: Draft | None) -> None:
            drafts.load(key, partial(self._put_back, item, mode, key, files))

        drafts.load(files_of(incident_id, mode), attached)

    def _put_back(self, item: Waiting, mode: str, key: str, files: Draft | None, draft: Draft | None) -> None:
        incident_id, drafts = item.fields["incident_id"], self._context.drafts
        drafts.keep(key, back_in_draft(item, draft))
        if item.files:
            since = () if files is None else tuple(file for file in files.files if file not in item.files)
            drafts.keep(files_of(incident_id, mode), {}, (*item.files, *since))
        drafts.flush()
        # The draft is on the disk before the outbox forgets it: both are written one after the other.
        self._keeper.discard(item)
        self._context.go(Location("incident", incident_id, f"incident.{mode}"))
        self._context.drafts.brought_back.emit(key)


def install(host: QWidget, context: ViewContext) -> None:
    """Look after the outbox of the desk that is open now, in place of the one before."""
    for old in host.findChildren(OutboxWatch):
        old.close()
        old.deleteLater()
    OutboxWatch(host, context)
