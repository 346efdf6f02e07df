"""The sections of a post-incident review as blocks; one without content says so or is left out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from functools import cached_property

from app.domain.wording import number as counted
from app.domain.wording import tr
from app.reports.blocks import Block, Indented, Stack, Text, Together, prose, text
from app.reports.fonts import Face
from app.reports.page import h1
from app.reports.review.clocks import ClockBars
from app.reports.review.cover import KeyNumbers, Letter, SignOffs, TintedRow, cover, note
from app.reports.review.document import Action, Fact, ReviewDocument
from app.reports.review.timeline import charts
from app.reports.styles import BODY, H2, RED, TABLE, TABLE_STRONG, Paper
from app.reports.tables import table
from app.reports.text import Run
from app.reports.times import clock, date_and_clock, day_and_month, long_date, short_date, zone


@dataclass(frozen=True)
class Builder:
    """Makes the blocks of one review for one paper."""

    document: ReviewDocument
    paper: Paper

    @cached_property
    def zone(self) -> tzinfo:
        """The zone in which every moment is shown."""
        return zone(self.document.time_zone)

    def blocks(self) -> list[Block]:
        """The whole review from the cover to the sign-off."""
        before = [
            *self._cover(),
            *self._summary(),
            *self._impact(),
            *self._timeline(),
            *self._clocks(),
            *self._told(tr("Detection"), self.document.detection),
            *self._told(tr("Recovery"), self.document.recovery),
            *self._decisions(),
            *self._causes(),
            *self._lessons(),
            *self._actions(),
        ]
        # A page with nothing but signatures proves nothing: the end of what was signed goes with them.
        before[-1].keep_tail = True
        return [*before, *self._sign_off()]

    def _cover(self) -> list[Block]:
        document = self.document
        held = long_date(document.review_held) if document.review_held else tr("Not held yet")
        facts = (
            Fact(tr("Reference"), document.reference),
            Fact(tr("Severity"), document.severity),
            *document.facts,
            Fact(tr("Commander"), document.commander or tr("Nobody named")),
            Fact(tr("Review held"), held),
            Fact(tr("Author"), document.author or tr("Nobody named")),
            Fact(
                tr("Status"),
                tr("{status}, version {version}", status=document.status.label, version=document.version),
            ),
            Fact(tr("Classification"), document.classification),
        )
        return cover(tr("Post-incident review"), document.organisation, document.title, facts, self.paper.text_width)

    def _summary(self) -> list[Block]:
        document = self.document
        blocks: list[Block] = [h1(tr("Executive summary"))]
        blocks += prose(document.summary) or [text(tr("No summary has been written."))]
        for first in range(0, len(document.key_numbers), 4):
            blocks.append(KeyNumbers(document.key_numbers[first : first + 4]))
        return blocks

    def _impact(self) -> list[Block]:
        document = self.document
        blocks: list[Block] = [h1(tr("Impact"))]
        if document.impact:
            heads = (tr("Area"), tr("What users saw"), tr("Size"), tr("Cost or consequence"))
            rows = [(text(row.area, TABLE_STRONG), row.seen, row.size, row.consequence) for row in document.impact]
            blocks.append(table(heads, (0.188, 0.341, 0.212, 0.259), rows))
            blocks[-1].keep_tail = True
        else:
            blocks.append(text(tr("No impact has been recorded.")))
        loss = document.data_loss.strip() or tr("Not recorded")
        blocks.append(Text((Run(f"{tr('Data loss')}: ", Face.MEDIUM), Run(loss)), TABLE, before=7))
        return blocks

    def _timeline(self) -> list[Block]:
        document = self.document
        blocks: list[Block] = []
        drawn = charts(document.bars, document.milestones, document.target, self.zone)
        if drawn:
            blocks += [h1(tr("Timeline")), *drawn]
            words = [tr("Bars show phases, affected services and people.")]
            if document.milestones and document.events:
                words.append(tr("Letters match the event log."))
            short = [bar for chart in drawn for bar in chart.cut_labels(self.paper.text_width)]
            if short:
                named = "; ".join(
                    tr("{bar}, {start} to {end}", bar=bar.label, start=self.when(bar.start), end=self.when(bar.end))
                    for bar in short
                )
                words.append(tr("Not written in full: {bars}.", bars=named))
            drawn[-1].keep_with_next = True
            blocks.append(note(" ".join(words)))
        return [*blocks, *self._events()]

    def _events(self) -> list[Block]:
        events = sorted(self.document.events, key=lambda event: event.at)
        if not events:
            none = [h1(tr("Timeline")), text(tr("No events have been chosen for the timeline."))]
            return [] if self.document.bars else [*none]
        rows = [
            (
                Letter(event.letter) if event.letter else text("", TABLE),
                self.when(event.at),
                event.text,
                event.source if event.entry_id else f"{event.source} *",
            )
            for event in events
        ]
        wide = 0.087 if self.one_day else 0.14
        log = table(("", tr("Time"), tr("Event"), tr("Source")), (0.054, wide, 0.776 - wide, 0.17), rows)
        log.keep_tail = True
        by_hand = sum(event.entry_id is None for event in events)
        words = [tr("Times are in {zone}.", zone=self.zone_words())]
        if self.one_day:
            words.insert(0, f"{long_date(self._days[0])}.")
        if by_hand:
            words.append(
                tr(
                    "* Added by hand ({count} of {all}); the others stand in the incident’s journal.",
                    count=counted(by_hand),
                    all=counted(len(events)),
                )
            )
        else:
            words.append(tr("Every event stands in the incident’s journal."))
        small = note(" ".join(words))
        small.before = 4.0
        return [h1(tr("Event log")), log, small]

    def _told(self, title: str, content: str) -> list[Block]:
        return [h1(title), *prose(content)] if content.strip() else []

    def _clocks(self) -> list[Block]:
        return [h1(tr("SLA clocks")), ClockBars(self.document.clocks)] if self.document.clocks else []

    def _decisions(self) -> list[Block]:
        decisions = sorted(self.document.decisions, key=lambda decision: decision.at)
        if not decisions:
            return []
        rows = [(self.when(item.at), item.decision, item.by, item.known_then, item.result) for item in decisions]
        time = 0.082 if self.one_day else 0.15
        shares = (time, 0.365 - time, 0.106, 0.247, 0.282)
        return [
            h1(tr("Decision points")),
            table((tr("Time"), tr("Decision"), tr("By"), tr("Known then"), tr("Result")), shares, rows),
        ]

    def _causes(self) -> list[Block]:
        blocks: list[Block] = [h1(tr("Contributing causes"))]
        for number, cause in enumerate(self.document.causes, 1):
            claim = cause.claim.strip()
            stop = "" if claim.endswith((".", "!", "?", ":", "…")) else "."
            runs = (Run(f"{number}. {claim}{stop}", Face.SEMIBOLD), Run(f" {cause.evidence.strip()}"))
            blocks.append(Text(runs, BODY, after=5))
        if not self.document.causes:
            blocks.append(text(tr("No contributing causes have been recorded.")))
        return blocks

    def _lessons(self) -> list[Block]:
        well, badly = self.document.went_well, self.document.went_badly
        if not well and not badly:
            return []
        cells = [
            _lesson_box(tr("What went well"), well, "check"),
            _lesson_box(tr("What went badly"), badly, "triangle"),
        ]
        return [h1(tr("Lessons")), TintedRow(cells, (0.518, 0.482), thickness=0, padding=(9, 10), gap=18)]

    def _actions(self) -> list[Block]:
        actions = self.document.actions
        if not actions:
            return [h1(tr("Actions")), text(tr("No actions have been agreed."))]
        rows = [
            (
                str(item.number),
                item.action,
                item.owner or tr("Nobody yet"),
                _due(item),
                item.tracked_in,
                _status(item),
            )
            for item in actions
        ]
        heads = (tr("No."), tr("Action"), tr("Owner"), tr("Due"), tr("Tracked in"), tr("Status"))
        return [h1(tr("Actions")), table(heads, (0.053, 0.4, 0.153, 0.141, 0.124, 0.129), rows)]

    def _sign_off(self) -> list[Block]:
        people = self.document.sign_offs
        content: list[Block] = [
            SignOffs(people[first : first + 3], self.zone) for first in range(0, len(people), 3)
        ] or [text(tr("Nobody has been asked to sign this review off."), after=8)]
        made = date_and_clock(self.document.generated_at.astimezone(self.zone))
        content.append(
            note(
                tr(
                    "Blameless review: this report describes conditions and decisions, it does not assess people."
                    " Times are in {zone}. Made from the incident record on {moment}.",
                    zone=self.zone_words(),
                    moment=made,
                )
            )
        )
        return [h1(tr("Sign-off")), Together(content)]

    def when(self, moment: datetime) -> str:
        """A moment in the document's zone, with its day when the review spans several."""
        local = moment.astimezone(self.zone)
        if self.one_day:
            return clock(local)
        days = self._days
        day = day_and_month(local) if days[0].year == days[-1].year else short_date(local)
        return tr("{day}, {time}", day=day, time=clock(local))

    @property
    def one_day(self) -> bool:
        """Whether everything in the timeline happened on one day of the document's zone."""
        return len(self._days) <= 1

    @cached_property
    def _days(self) -> list[date]:
        return sorted({moment.astimezone(self.zone).date() for moment in self._moments()})

    def _moments(self) -> Iterable[datetime]:
        document = self.document
        yield from (event.at for event in document.events)
        yield from (milestone.at for milestone in document.milestones)
        yield from (decision.at for decision in document.decisions)
        for bar in document.bars:
            yield from (bar.start, bar.end)
        if document.target:
            yield document.target.at

    def zone_words(self) -> str:
        """The zone by name with its distance from UTC on the days of the review."""
        offsets = sorted({_offset(moment.astimezone(self.zone)) for moment in self._moments()})
        name = self.document.time_zone
        return name if offsets in ([], [name]) else f"{name} ({tr(' and ').join(offsets)})"


def _offset(local: datetime) -> str:
    offset = local.utcoffset() or timedelta(0)
    minutes = int(abs(offset).total_seconds()) // 60
    sign = "−" if offset < timedelta(0) else "+"
    return "UTC" if minutes == 0 else f"UTC{sign}{minutes // 60}" + (f":{minutes % 60:02d}" if minutes % 60 else "")


def _lesson_box(title: str, items: Iterable[str], mark: str) -> Block:
    heading = text(title, H2, after=5)
    heading.keep_with_next = True
    listed: list[Block] = [Indented(text(item, TABLE), 17, mark=mark, after=5) for item in items]
    if not listed:
        listed = [text(tr("Nothing has been noted."), TABLE)]
    return Indented(Stack([heading, *listed]), 11, 11)


def _due(action: Action) -> str:
    return short_date(action.due) if action.due else tr("No date")


def _status(action: Action) -> Text:
    if action.overdue_days is None:
        return text(action.status, TABLE)
    late = tr("overdue {days} d", days=action.overdue_days)
    return Text((Run(f"{action.status}\n"), Run(late, Face.BOLD, RED)), TABLE)
