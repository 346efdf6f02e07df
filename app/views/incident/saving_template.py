"""Keeping what an incident is about as a template for those that come again."""

from functools import partial
from typing import TYPE_CHECKING

from app.domain.wording import tr
from app.views.pages import Location
from app.views.toolkit.toast import ToastAction

if TYPE_CHECKING:
    from app.views.incident.page import IncidentPage


def bind_save_template(page: "IncidentPage") -> None:
    """Make the action of the page; the template is one's own until it is shared in the settings."""
    page.context.actions.bind(
        "incident.save_template",
        partial(_save, page),
        owner=page,
        unavailable=lambda: None if page.detail is not None else tr("No incident is open"),
    )


def _save(page: "IncidentPage") -> None:
    context, detail = page.context, page.detail
    if detail is None:
        return
    desk, actor, template_id = context.desk, context.actor, context.desk.new_id()

    def saved(name: str) -> None:
        undo = context.undo.push(
            tr("Saved as template: {name}", name=name), partial(_offer, page, template_id, name, offered=False)
        )
        change = ToastAction(tr("Change…"), lambda: context.go(Location("settings", f"templates/{template_id}")))
        context.toasts.show(tr("Saved as template: {name}", name=name), change, ToastAction(tr("Undo"), undo, "Ctrl+Z"))

    context.background.write(
        lambda: desk.template_work.save_incident(actor, template_id, detail.id), saved, context.toasts.say_error
    )


def _offer(page: "IncidentPage", template_id: str, name: str, *, offered: bool) -> None:
    context, desk, actor = page.context, page.context.desk, page.context.actor
    other_way = partial(_offer, page, template_id, name, offered=not offered)

    def done(_nothing: None) -> None:
        text = tr("Saved as template: {name}", name=name)
        (context.undo.done_again if offered else context.undo.undone)(text, other_way)
        context.toasts.show(
            (tr("Done again: {text}", text=text) if offered else tr("Taken back: {text}", text=text)), icon="undo-2"
        )

    context.background.write(
        lambda: desk.template_work.use(actor, template_id, offered), done, context.toasts.say_error
    )
