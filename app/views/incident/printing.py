"""`Ctrl+P` on an incident: a copy for the caller, or one with what is internal, as a document."""

from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from app.domain.numbers import incident_number
from app.domain.permissions import Permission, may
from app.domain.wording import tr
from app.infra.local_zone import local_zone
from app.reports.naming import incident_file_name
from app.views.shell.documents import Document, Making, paper_name

if TYPE_CHECKING:
    from datetime import tzinfo

    from app.domain.actor import Actor
    from app.domain.imports import Progress
    from app.services.desk import Desk
    from app.services.incidents.dto import IncidentDetail
    from app.views.context import ViewContext


def documents_of(context: "ViewContext", detail: "IncidentDetail | None") -> tuple[Document, ...]:
    """The copy for the caller first; whoever reads nothing internal has no other."""
    if detail is None:
        return ()
    number, zone = incident_number(detail.number), context.formats.zone or ZoneInfo(local_zone())
    name = tr("PDF of {number}", number=number)
    asked = partial(_make, context.desk, context.actor, detail.id, zone, paper_name())
    without = tr("{number} without internal notes, as for the caller", number=number)
    copy = Document(
        name, incident_file_name(detail.number, with_internal=False), partial(asked, with_internal=False), without
    )
    if not may(context.actor, Permission.INCIDENT_READ_ALL):
        return (copy,)
    whole = tr("{number} with internal notes, for the desk alone", number=number)
    return copy, Document(
        name, incident_file_name(detail.number, with_internal=True), partial(asked, with_internal=True), whole
    )


def _make(
    desk: "Desk",
    actor: "Actor",
    incident_id: str,
    zone: "tzinfo",
    paper: str,
    progress: "Progress",
    *,
    with_internal: bool,
) -> bytes:
    # The PDF libraries are loaded with the first document, so that the window starts without them.
    from app.reports.incident_sheet import Copy, build_incident_pdf
    from app.reports.styles import Paper

    detail = desk.incident.detail(actor, incident_id)
    clocks, matrix = desk.sla.clocks(actor, incident_id), desk.settings.matrix(actor)
    making = Making(progress)
    copy = Copy(with_internal, actor.name, clocks.now)
    return build_incident_pdf(detail, clocks, matrix, copy, zone, Paper[paper], making.share, making.cancelled)
