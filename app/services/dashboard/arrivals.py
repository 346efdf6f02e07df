"""When incidents are reported: by day of the week and hour, of the reader's own zone."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta, tzinfo

from app.domain.midnights import midnight
from app.domain.wording import tr
from app.services.dashboard.dto import WEEKS_OF_ARRIVALS, Figure, Section, Unit

_WEEK = timedelta(days=7)


def arrivals(moments: Iterable[datetime], team: str, last: date, zone: tzinfo | None) -> list[Figure]:
    """How many were reported in each hour of the week in the whole weeks up to yesterday; Monday is 0.

    Each leads to all incidents of these weeks, because no filter knows hours of a day.
    """
    end = last - timedelta(days=1)
    first = last - WEEKS_OF_ARRIVALS * _WEEK
    start, stop = midnight(first, zone), midnight(last, zone)
    local = (each.astimezone(zone) for each in moments if start <= each < stop)
    found = Counter((each.weekday(), each.hour) for each in local)
    counts = tr(
        "Incidents reported in this hour of the week, in the {weeks} weeks up to yesterday; the queue has those of all "
        "hours",
        weeks=WEEKS_OF_ARRIVALS,
    )
    names = (
        tr("Monday"), tr("Tuesday"), tr("Wednesday"), tr("Thursday"), tr("Friday"), tr("Saturday"), tr("Sunday"),
    )  # fmt: skip
    return [
        Figure(
            Section.ARRIVALS,
            f"{day}-{hour}",
            f"{names[day]}, {hour:02}:00",
            counts,
            f"is:any created:{first}..{end}{team}",
            found[day, hour],
            Unit.AMONG,
        )
        for day in range(7)
        for hour in range(24)
    ]
