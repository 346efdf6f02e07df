"""Who reads a stakeholder update: asked of the desk whenever the incident is read, and told to the composer."""

from functools import partial

from PySide6.QtCore import QObject

from app.domain.errors import DeskError
from app.services.incidents.dto import Audience, IncidentDetail
from app.views.context import ViewContext
from app.views.incident.casework import Casework
from app.views.incident.composer import Composer
from app.views.incident.major_strip import why_no_update_now


class Readers(QObject):
    """Asks for a major incident only; what hangs below it changes while it goes on."""

    def __init__(self, context: ViewContext, casework: Casework, composer: Composer) -> None:
        super().__init__(composer)
        self._context, self._casework, self._composer = context, casework, composer
        casework.loaded.connect(self._ask)

    def _ask(self, detail: IncidentDetail) -> None:
        desk, actor = self._context.desk, self._context.actor
        if why_no_update_now(detail, actor) is not None:
            return
        self._context.background.read(
            lambda: desk.majors.audience(actor, detail.id),
            partial(self._came, detail.id),
            _unknown,
            key=f"readers-{id(self)}",
        )

    def _came(self, incident_id: str, audience: Audience) -> None:
        # Another incident may be shown by now, for which nobody asks where it is no major one.
        if incident_id == self._casework.incident_id:
            self._composer.show_audience(audience)


def _unknown(_error: DeskError) -> None:
    """Nobody knows while the server is away; the line says in words whom it concerns."""
