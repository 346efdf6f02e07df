"""The figures in words, the same in the window and in the exported file."""

import csv
import io
from collections.abc import Sequence
from typing import Final

from app.domain.field_names import field_name
from app.domain.suggestion import Bin, Figure, Quality
from app.domain.wording import number, percent, tr
from app.services.suggestions.dto import Figures

HEAD: Final = (
    tr("First right"),
    tr("One of three right"),
    tr("Said to be right"),
    tr("Accepted"),
    tr("Changed"),
    tr("Ignored"),
)
_FEW: Final = 5
"""Of fewer than this no share is told, only the count."""

Cell = tuple[str, str]


def cells(quality: Quality) -> tuple[Cell, ...]:
    """A figure and the count that it is made of, for each head."""
    judged, shown = quality.judged, quality.shown
    done = (quality.accepted, quality.changed, quality.ignored)
    return (
        _share(quality.top1, judged), _share(quality.top3, judged),
        (percent(quality.sure), tr("on average")) if judged >= _FEW else ("–", tr("of {judged}", judged=judged)),
        *(_share(count / shown if shown else 0.0, shown) for count in done),
    )  # fmt: skip


def _share(share: float, of: int) -> Cell:
    counted = tr("{share} of {of}", share=round(share * of), of=number(of))
    return (percent(share), counted) if of >= _FEW else ("–", counted)


def calibration_line(told: Bin) -> tuple[str, str, str]:
    """What was said, what came, and of how many."""
    said = tr("{low} to {low2} sure", low=percent(told.low), low2=percent(told.low + 0.2))
    return (
        said,
        tr("{right} right", right=percent(told.right)) if told.judged >= _FEW else tr("too few"),
        tr("{judged} judged", judged=number(told.judged)),
    )


def version_line(figures: Figures) -> str:
    """How good a version was when it was learned: "Service 81% of 84, group 74% of 90"."""
    parts = [
        tr(
            "{field_name} {told} of {told2}",
            field_name=field_name(field),
            told=percent(told["top1"]),
            told2=f"{told['tested']:,.0f}",
        )
        for field, told in figures.items()
        if "top1" in told and "tested" in told
    ]
    return ", ".join(parts) or tr("Not tried on unseen incidents")


def as_csv(figures: Sequence[Figure]) -> bytes:
    """Every line of the figures for a spreadsheet; a byte order mark tells it that this is UTF-8."""
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    names = ("field", "month", "shown", "accepted", "changed", "ignored", "judged", "first_right", "one_of_three_right")
    writer.writerow([*names, "average_confidence"])
    for each in figures:
        told = each.quality
        shares = [f"{share:.4f}" if told.judged else "" for share in (told.top1, told.top3, told.sure)]
        counts = (told.shown, told.accepted, told.changed, told.ignored, told.judged)
        writer.writerow([each.field or "all", each.month or "all", *counts, *shares])
    return target.getvalue().encode("utf-8-sig")
