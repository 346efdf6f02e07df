"""Risks of a breach as people filter by them: `high`, `medium`, `low`, and hundredths such as `>50%` or `20%..60%`."""

from app.domain.query.counts import Count
from app.domain.query.spans import parse_share
from app.domain.risk import LEVELS


def parse_risk(text: str) -> Count | None:
    """The hundredths that are meant; None for anything else."""
    if text in LEVELS:
        return Count(*LEVELS[text])
    share = parse_share(text)
    if share is None:
        return None
    least = None if share.least is None else share.least.percent + share.least.beyond
    most = None if share.most is None else share.most.percent + share.most.beyond - 1
    return Count(least, most)
