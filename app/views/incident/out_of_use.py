"""Says beside the category, the subcategory and the service of an open incident that they are no longer in use.

An incident keeps what it was given, so one that was retired stays until somebody chooses another one.
"""

from collections.abc import Mapping, Sequence
from functools import partial

from app.domain.vocabulary import State
from app.domain.wording import tr
from app.services.incidents.dto import IncidentDetail
from app.views.toolkit.background import is_there
from app.views.widgets.choice_popup import Option
from app.views.widgets.pick_field import PickField

_FIELDS = ("category_id", "subcategory_id", "service_id")


class OutOfUse:
    """Marks the fields whose value is none of those that are offered."""

    def __init__(self, fields: Mapping[str, PickField]) -> None:
        self._fields = fields
        self._shown: IncidentDetail | None = None

    def show_incident(self, detail: IncidentDetail, *, editable: bool) -> None:
        """Ask what is offered, where the value could be changed; a list that was read once is not read again."""
        self._shown = detail
        if not editable or not State(detail.state).is_open:
            return
        for field in _FIELDS:
            value = getattr(detail, field)
            if value is not None:
                self._fields[field].ask("", partial(self._came, detail, field, value))

    def _came(self, detail: IncidentDetail, field: str, value: str, options: Sequence[Option]) -> None:
        shown = self._fields[field]
        if self._shown is detail and is_there(shown.update) and all(option.value != value for option in options):
            shown.set_value(shown.text(), chip=tr("Not in use"))
            shown.setAccessibleName(tr("{field}, not in use any more", field=shown.accessibleName()))
            shown.setToolTip(tr("{name} is not in use any more. Choose another one.", name=shown.text()))
