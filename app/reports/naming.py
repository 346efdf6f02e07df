"""What the documents of the queue and of an incident are called; loads no PDF library, so that a window may ask."""

from datetime import datetime, tzinfo

from app.domain.numbers import incident_number
from app.domain.wording import tr


def incident_file_name(number: int, *, with_internal: bool) -> str:
    """What the saved PDF is called unless the person says otherwise: `INC-000123.pdf`, `INC-000123_internal.pdf`."""
    return f"{incident_number(number)}{'_' + tr('internal') if with_internal else ''}.pdf"


def list_file_name(at: datetime, zone: tzinfo) -> str:
    """What the saved PDF is called unless the person says otherwise: `Incidents_2026-11-27_1400.pdf`."""
    return f"{tr('Incidents')}_{at.astimezone(zone):%Y-%m-%d_%H%M}.pdf"
