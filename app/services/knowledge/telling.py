"""The figures of knowledge in words: the same in the window, on the command line and in the exported file."""

import csv
import io
from typing import Final, NamedTuple

from app.domain.wording import number, percent, tr
from app.services.knowledge.dto import Gap, KnowledgeFigures

NOT_COUNTED: Final = "n/a"
"""What stands where nothing was counted, which is neither 0 nor 100 %."""


class Told(NamedTuple):
    """One figure: its name, the share of `part` in `of`, what each of both counts, and what the figure means.

    `of` is None for a figure that is a count only.
    """

    key: str
    name: str
    part: int
    of: int | None
    counted: str
    meaning: str

    @property
    def share(self) -> float | None:
        """The share, from 0 to 1; None for a count and where nothing was counted."""
        return self.part / self.of if self.of else None

    @property
    def figure(self) -> str:
        """As it is read: "25%", "12", or that nothing was counted."""
        if self.of is None:
            return number(self.part)
        return NOT_COUNTED if self.share is None else percent(self.share)


def tell(found: KnowledgeFigures) -> tuple[Told, ...]:
    """Every figure, in the order in which it is read."""
    opinions, contacts = found.helped + found.did_not_help, found.deflected + found.reported
    return (
        Told(
            "deflection", tr("Deflection"), found.deflected, contacts,
            tr("{deflected} answered of {contacts} (with {reported} incidents reported)",
            deflected=number(found.deflected), contacts=number(contacts), reported=number(found.reported)),
            tr("Callers who said that an article helped them, without an incident, of all who asked for something."),
        ),
        Told(
            "reuse", tr("Reuse"), found.resolved_with_article, found.resolved,
            tr("{resolved_with_article} of {resolved} resolved",
            resolved_with_article=number(found.resolved_with_article), resolved=number(found.resolved)),
            tr("Incidents resolved with an article linked, inserted or used, of all that were resolved."),
        ),
        Told(
            "helpfulness", tr("Helpfulness"), found.helped, opinions,
            tr("{helped} of {opinions} opinions", helped=number(found.helped), opinions=number(opinions)),
            tr("Opinions that say that the article helped, of all opinions."),
        ),
        Told(
            "uses", tr("Uses"), found.uses, None, tr("linked, inserted, resolved with or used"),
            tr("How often an article was used, each time counted."),
        ),
        Told(
            "stale", tr("Review is due"), found.stale, found.published,
            tr("{stale} of {published} published", stale=number(found.stale), published=number(found.published)),
            tr("Published articles whose day of review has come, today and not in the time above."),
        ),
    )  # fmt: skip


def gap_name(gap: Gap) -> str:
    """What a gap is about: its service and its category."""
    return f"{gap.service_name or tr('no service')} · {gap.category_name or tr('no category')}"


def as_csv(found: KnowledgeFigures) -> bytes:
    """Every figure and every gap for a spreadsheet; a byte order mark tells it that this is UTF-8."""
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow(["figure", "about", "count", "of", "share", "since", "until"])
    period = [found.since.isoformat(), found.until.isoformat()]
    for told in tell(found):
        share = "" if told.share is None else f"{told.share:.4f}"
        writer.writerow([told.key, "", told.part, "" if told.of is None else told.of, share, *period])
    for gap in found.gaps:
        writer.writerow(["resolved_without_article", gap_name(gap), gap.resolved, "", "", *period])
    for unfound in found.unfound:
        writer.writerow(["looked_for_in_vain", unfound.words, unfound.searches, "", "", *period])
    return target.getvalue().encode("utf-8-sig")
