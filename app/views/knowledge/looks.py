"""How the states, kinds and uses of articles look and read; each has an icon, so nothing hangs on colour alone."""

from datetime import UTC, date, datetime, time
from typing import Final

from app.domain.knowledge import ArticleState, ArticleUse
from app.domain.wording import inside, percent, tr
from app.services.knowledge.dto import ArticleRow
from app.views.context import ViewContext

TONES: Final = {
    ArticleState.DRAFT: "slate",
    ArticleState.IN_REVIEW: "amber",
    ArticleState.PUBLISHED: "green",
    ArticleState.RETIRED: "slate",
}
ICONS: Final = {
    ArticleState.DRAFT: "pencil",
    ArticleState.IN_REVIEW: "eye",
    ArticleState.PUBLISHED: "check",
    ArticleState.RETIRED: "archive",
}
USES: Final = {
    ArticleUse.LINKED: tr("linked"),
    ArticleUse.INSERTED: tr("inserted into a reply"),
    ArticleUse.RESOLVED: tr("resolved with it"),
    ArticleUse.USED: tr("used"),
    ArticleUse.HELPED: tr("it helped"),
    ArticleUse.DID_NOT_HELP: tr("it did not help"),
}


def state_text(row: ArticleRow) -> str:
    """`Published`, or `v2 draft` where a newer version is on its way."""
    if row.published_version is not None and row.state is not ArticleState.PUBLISHED:
        return f"v{row.version} {inside(row.state.label)}"
    return row.state.label


def day_text(context: ViewContext, day: date | None) -> str:
    """A day as the reader writes it; nothing for none."""
    if day is None:
        return ""
    # Noon, so that the day is the same in nearly every zone.
    return context.formats.day(datetime.combine(day, time(12), UTC), context.clock.now())


def helpful_text(row: ArticleRow) -> str:
    """`83 % helpful`, with from how many; nothing without an opinion."""
    if row.helpful is None:
        return ""
    return tr("{helpful} helpful", helpful=percent(row.helpful))


def used_text(row: ArticleRow) -> str:
    """How often it was used lately."""
    return tr("used {used}×", used=row.used) if row.used else ""
