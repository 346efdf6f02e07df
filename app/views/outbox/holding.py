"""Holding a message back for the seconds in which it can be taken back, and saying so with the way back."""

from collections.abc import Callable
from functools import partial
from typing import Final

from app.domain.errors import DeskError
from app.domain.wording import tr
from app.infra.outbox import NOTES, Waiting
from app.views.context import ViewContext
from app.views.create.draft import CALL
from app.views.pages import Location
from app.views.toolkit.toast import ToastAction

_ICONS: Final = {True: "lock", False: "send"}


def is_held(context: ViewContext) -> bool:
    """Whether what is written now can be taken back for some seconds; while the server is away it waits anyway."""
    return bool(context.held_for) and not context.is_away()


def hold_back(
    context: ViewContext, item: Waiting, kept: Callable[[], None], failed: Callable[[DeskError], None]
) -> None:
    """Keep a message in the outbox for the seconds in which it can be taken back; `kept` when it is on the disk."""

    def on_the_disk() -> None:
        kept()
        is_note = item.kind in NOTES
        undo = ToastAction(tr("Undo"), partial(context.outbox.edit, item), "Ctrl+Z")
        now = ToastAction(now_words(is_note=is_note), partial(context.outbox.release, item.id))
        more = () if CALL not in item.fields else (_opener(context, item.fields["incident_id"]),)
        icon, shown_ms = _ICONS[is_note], context.held_for
        context.toasts.show(_words(context, item), undo, now, *more, icon=icon, shown_ms=shown_ms)

    context.outbox.hold(item, context.held_for, on_the_disk, failed)


def say(context: ViewContext, item: Waiting, done: Callable[[], None], failed: Callable[[DeskError], None]) -> None:
    """Hold it back, or send it at once where nothing is; `done` follows when it is safe, on the disk or at the desk."""
    if is_held(context):
        hold_back(context, item, done, failed)
        return
    # Imported here, because in the program what is written is held.
    from app.services.outbox.send import send

    desk, actor = context.desk, context.actor
    context.background.write(partial(send, desk, actor, item), lambda _ref: done(), failed)


def now_words(*, is_note: bool) -> str:
    """What is pressed not to wait."""
    return tr("Save now") if is_note else tr("Send now")


def _opener(context: ViewContext, incident_id: str) -> ToastAction:
    """The way to the incident that a call is added to, which is not the one that is shown."""
    return ToastAction(tr("Open"), partial(context.go, Location("incident", incident_id)))


def _words(context: ViewContext, item: Waiting) -> str:
    seconds = context.held_for // 1_000
    if CALL in item.fields:
        return tr("Adding the call to {number} in {seconds} s", number=item.fields["number"], seconds=seconds)
    if item.kind in NOTES:
        return tr("Saving the note in {seconds} s", seconds=seconds)
    return tr("Sending to {to} in {seconds} s", to=item.fields["caller"] or tr("the desk"), seconds=seconds)
