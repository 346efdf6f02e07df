"""`S` and a letter: the steps that an incident can take now, in a list that the first letter is enough for."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.actor import Actor
from app.domain.wording import tr
from app.services.incidents.dto import IncidentDetail
from app.views.actions import ActionRegistry
from app.views.incident.steps import BUTTONS, actions_of, why_not
from app.views.toolkit.key_caps import caps_of
from app.views.widgets.choice_popup import ChoicePopup, Option, by_letter


def open_steps(detail: IncidentDetail, actor: Actor, actions: ActionRegistry, anchor: QWidget) -> ChoicePopup:
    """Ask which step; a letter that only one begins with takes it at once."""
    possible = [action for action in actions_of(detail.state) if why_not(detail, actor, action) is None]
    options = [Option(action, BUTTONS[action][0], caps_of(actions.keys(action))) for action in possible]
    popup = by_letter(tr("Status: the first letter is enough"), options, anchor)
    popup.chosen.connect(_running(actions))
    popup.open_at(anchor)
    return popup


def _running(actions: ActionRegistry) -> Callable[[Option], None]:
    def run(option: Option) -> None:
        actions.run(str(option.value))

    return run
