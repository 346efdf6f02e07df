"""What the page of how long things are kept says in words."""

from typing import Final

from PySide6.QtCore import QLocale

from app.domain.retention import RetentionKind, months_words
from app.domain.wording import number, tr, trn
from app.services.retention.dto import Amount, Run, Standing
from app.views.context import ViewContext

CHOICES: Final = {
    RetentionKind.FILES: (12, 24, 36, 60, 72, 84, 120),
    RetentionKind.NOTIFICATIONS: (1, 3, 6, 12, 24, 36),
}
"""The months that are offered; what a desk has set beside them is offered too."""

HINTS: Final = {
    RetentionKind.FILES: tr(
        "The content of a file goes so long after its incident was closed or canceled. Its name and size stay in the "
        "timeline, with the day on which it was removed and whose rule that was."
    ),
    RetentionKind.NOTIFICATIONS: tr(
        "What the bell told people, read or not, goes after that time; of open incidents never. What it was about "
        "stands in the incidents."
    ),
}


def size_words(size: int) -> str:
    """`212 KB`, `3.4 MB`, `1.4 GB`."""
    if size < 1_000_000:
        return tr("{size} KB", size=number(round(size / 1000)))
    if size < 1_000_000_000:
        return tr("{size} MB", size=QLocale().toString(size / 1_000_000, "f", 1))
    return tr("{size} GB", size=QLocale().toString(size / 1_000_000_000, "f", 1))


def amount_words(context: ViewContext, kind: RetentionKind, amount: Amount) -> str:
    """`312 files, 1.4 GB, the oldest of 12 Mar 2019`; `nothing`."""
    if not amount.number or amount.oldest is None:
        return tr("nothing")
    oldest = context.formats.day(amount.oldest, context.clock.now())
    if kind is RetentionKind.FILES:
        files = trn("{n} file", "{n} files", amount.number)
        return tr("{files}, {size}, the oldest of {day}", files=files, size=size_words(amount.size), day=oldest)
    told = trn("{n} notification", "{n} notifications", amount.number)
    return tr("{things}, the oldest of {day}", things=told, day=oldest)


def there_words(context: ViewContext, standing: Standing) -> str:
    """What there is of a kind now."""
    return tr("There now: {amount}", amount=amount_words(context, standing.kind, standing.there))


def due_words(context: ViewContext, kind: RetentionKind, months: int | None, due: Amount) -> str:
    """What a rule would take if it held now."""
    if months is None:
        return tr("For ever: nothing is ever taken.")
    return tr(
        "{months} would take now: {amount}",
        months=months_words(months),
        amount=amount_words(context, kind, due),
    )


def state_words(context: ViewContext, standing: Standing) -> tuple[str, str]:
    """What holds and since when, and the tone of it; empty where everything is kept."""
    now, rule = context.clock.now(), standing.rule
    who = standing.rule_by or tr("somebody")
    if rule.begins_at is not None and rule.waits_at(now):
        return tr(
            "{months}: begins {moment}, set by {who}. Until then things are kept {before}, and it can be taken back.",
            months=months_words(rule.months),
            moment=context.formats.within(rule.begins_at, now),
            who=who,
            before=months_words(rule.before),
        ), "amber"
    if rule.months is None:
        return "", "blue"
    return tr(
        "In force, set by {who}. Past its time now: {amount}",
        who=who,
        amount=amount_words(context, standing.kind, standing.due),
    ), "blue"


def run_words(run: Run) -> str:
    """What was taken on a day."""
    if run.kind is RetentionKind.FILES:
        files = trn("{n} file removed", "{n} files removed", run.taken)
        return tr("{files}, {size}", files=files, size=size_words(run.size))
    return trn("{n} notification removed", "{n} notifications removed", run.taken)
