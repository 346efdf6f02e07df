"""What somebody typed as a moment, as an option that says which day and time is meant before it is taken."""

from datetime import UTC, datetime

from app.domain.typed_moments import typed_moment
from app.domain.wording import tr
from app.views.toolkit.formats import Formats, at_wall
from app.views.widgets.choice_popup import Option


def moment_option(text: str, now: datetime, formats: Formats, *, ahead: bool = True) -> Option | None:
    """The moment that is meant, in UTC and written out; None where it is none, or one that is over though `ahead`."""
    wall = typed_moment(text, now.astimezone(formats.zone).replace(tzinfo=None), formats.date_order, ahead=ahead)
    if wall is None:
        return None
    moment = at_wall(wall, formats.zone).astimezone(UTC)
    return None if ahead and moment <= now else Option(moment, formats.full(moment))


def how_to_type(formats: Formats, *, ahead: bool = True) -> str:
    """What is said where nothing that was typed is a moment; the date is written as the reader does."""
    if not ahead:
        return tr("No time. Write 14:30, fri 14:30 or {date} 8.", date=formats.short_date)
    return tr("No time to come. Write tomorrow 9, in 2 h, fri 14:30 or on {date} 8.", date=formats.short_date)
