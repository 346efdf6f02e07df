"""What a printed hand-over is called; apart from the document, so that a window asks without loading what prints it."""

from datetime import tzinfo

from app.domain.wording import tr
from app.services.handovers.dto import HandoverDetail


def group_name(detail: HandoverDetail) -> str:
    """Whose shift it was."""
    return detail.row.group_name or tr("The whole desk")


def file_name(detail: HandoverDetail, zone: tzinfo) -> str:
    """What the saved PDF is called unless the person says otherwise: `Handover_Service-desk_2026-11-27_1400.pdf`."""
    name = "-".join("".join(each if each.isalnum() else " " for each in group_name(detail)).split())
    return f"Handover_{name}_{detail.row.handed_at.astimezone(zone):%Y-%m-%d_%H%M}.pdf"
