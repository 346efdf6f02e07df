"""What verifying came to, in words."""

from app.domain.wording import number, tr, trn
from app.services.audit.dto import Verdict

SHOWN = 20


def verdict_words(verdict: Verdict, kept: int) -> str:
    """One sentence; `kept` is how many anchors from outside it was compared with."""
    looked = tr(
        "{records} records of {chains} chains and {rows} rows",
        records=number(verdict.records),
        chains=number(verdict.chains),
        rows=number(verdict.rows),
    )
    if not verdict.is_whole:
        return trn(
            "Not whole: {n} thing is not as recorded, among {looked}.",
            "Not whole: {n} things are not as recorded, among {looked}.",
            verdict.found,
            looked=looked,
        )
    if verdict.last_anchor is None:
        return tr(
            "Whole: {looked}. There is no anchor yet, so the end of a chain could have been cut off unseen.",
            looked=looked,
        )
    outside = "" if kept else tr(" It was not compared with an anchor kept outside.")
    return tr("Whole: {looked}.{outside}", looked=looked, outside=outside)


def found_lines(verdict: Verdict) -> str:
    """The findings, a line each; the rest is counted."""
    lines = [finding.sentence() for finding in verdict.findings[:SHOWN]]
    more = verdict.found - len(lines)
    return "\n".join(
        [*lines, *([tr("… and {more} more; main.py audit verify lists them.", more=number(more))] if more > 0 else [])]
    )
