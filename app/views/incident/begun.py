"""What the person began at an incident and never saved, on this or an earlier day: said once it is opened again."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton

from app.domain.field_names import field_name
from app.domain.wording import tr
from app.infra.drafts import Draft
from app.services.incidents.dto import IncidentDetail
from app.views.context import ViewContext
from app.views.incident.casework import Casework
from app.views.incident.clocks import ClocksBlock
from app.views.incident.notices import Notices
from app.views.incident.properties import PropertiesPanel

_ACTIONS: Final = {
    "summary": (tr("Short description"), "incident.edit_summary"),
    "escalate": (tr("Escalate"), "incident.escalate"),
    "checklist:": (tr("Add a step to the checklist"), "incident.checklist_add"),
    "checklist": (tr("Checklist"), "incident.checklist"),
    "step:resolved": (tr("Resolve"), "incident.resolve"),
    "step:on_hold": (tr("Put on hold"), "incident.hold"),
    "step:closed": (tr("Close"), "incident.close"),
    "step:canceled": (tr("Cancel"), "incident.cancel"),
    "step:in_progress": (tr("Reopen"), "incident.reopen"),
}
"""By the end of a draft's key: what it is called, and the action that opens its form."""

_OFFERED: Final = 2
"""So many ways to go on fit beside the sentence."""


class Begun(QObject):
    """Replies and notes stand in the composer by themselves; here it is about forms that are closed."""

    def __init__(
        self,
        context: ViewContext,
        casework: Casework,
        notices: Notices,
        properties: PropertiesPanel,
        clocks: ClocksBlock,
    ) -> None:
        super().__init__(notices)
        self._context, self._notices, self._casework = context, notices, casework
        self._more = properties.more
        self._buttons: Mapping[str, tuple[str, QAbstractButton]] = {
            "override": (tr("Priority override"), properties.priority.override),
            "promise": (tr("Due date by hand"), clocks.promise),
        }
        self._incident_id = ""
        self._keys: list[str] = []
        casework.loaded.connect(self._loaded)

    def forget(self) -> None:
        """Another incident is opened, or the same one anew."""
        self._incident_id = ""
        self._keys.clear()

    def settled(self, key: str) -> None:
        """What was begun under this key is saved or given up, also where it was gone on with by another way."""
        if key in self._keys:
            self._keys.remove(key)
            if not self._notices.begun.isHidden():
                self._say()

    def _loaded(self, detail: IncidentDetail) -> None:
        if detail.id != self._incident_id:
            self._incident_id = detail.id
            self._context.drafts.load_all(lambda drafts: self._found(detail.id, drafts))

    def _found(self, incident_id: str, drafts: list[Draft]) -> None:
        if self._casework.detail is None or self._casework.detail.id != incident_id:
            return
        start = _start(incident_id)
        self._keys = [each.key for each in drafts if each.key.startswith(start) and _says_something(each.fields)]
        self._say()

    def _say(self) -> None:
        found = [each for key in self._keys for each in self._way_on(key.removeprefix(_start(self._incident_id)))]
        if not found:
            self._notices.unsay(self._notices.begun)
            return
        names = ", ".join(name for name, _ in found)
        offers = [(tr("Go on: {name}", name=name), run) for name, run in found[:_OFFERED]]
        self._notices.say(
            self._notices.begun, tr("You began this and have not saved it: {names}.", names=names), *offers
        )

    def _way_on(self, kind: str) -> list[tuple[str, Callable[[], object]]]:
        """What a draft is called and how to go on with it; nothing where that cannot be done any more."""
        field = kind.removeprefix("field:")
        if field in self._more.fields:
            may_write = self._more.fields[field].isEnabled()
            return [(field_name(field), partial(self._more.open, field))] if may_write else []
        # A step that is there already is gone to by the keyboard; one to be added has its own line.
        kind = "checklist" if kind.startswith("checklist:") and kind != "checklist:" else kind
        if kind in self._buttons:
            name, button = self._buttons[kind]
            return [] if button.isHidden() else [(name, button.click)]
        name, action = _ACTIONS.get(kind, ("", ""))
        if not action or self._context.actions.offer(action).reason:
            return []
        return [(name, partial(self._context.actions.run, action))]


def _start(incident_id: str) -> str:
    return f"incident:{incident_id}:"


def _says_something(fields: Mapping[str, str]) -> bool:
    """Whether anything stands in a draft, and something else than what was there before."""
    typed = [text for name, text in fields.items() if name != "base"]
    return any(text.strip() for text in typed) and fields.get("base") != fields.get("text", "")
