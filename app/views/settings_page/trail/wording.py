"""What verifying came to, in words."""

from app.services.audit.dto import Verdict

SHOWN = 20


def verdict_words(verdict: Verdict, kept: int) -> str:
    """One sentence; `kept` is how many anchors from outside it was compared with."""
    looked = f"{verdict.records:,} records of {verdict.chains:,} chains and {verdict.rows:,} rows"
    if not verdict.is_whole:
        things = "thing is" if verdict.found == 1 else "things are"
        return f"Not whole: {verdict.found:,} {things} not as recorded, among {looked}."
    if verdict.last_anchor is None:
        return f"Whole: {looked}. There is no anchor yet, so the end of a chain could have been cut off unseen."
    outside = "" if kept else " It was not compared with an anchor kept outside."
    return f"Whole: {looked}.{outside}"


def found_lines(verdict: Verdict) -> str:
    """The findings, a line each; the rest is counted."""
    lines = [finding.sentence() for finding in verdict.findings[:SHOWN]]
    more = verdict.found - len(lines)
    return "\n".join([*lines, *([f"… and {more:,} more; main.py audit verify lists them."] if more > 0 else [])])
