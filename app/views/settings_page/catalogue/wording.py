"""Words that the sections of the catalogue share."""

from app.domain.wording import trn


def open_words(count: int) -> str:
    """`3 open incidents`; nothing where there are none."""
    if not count:
        return ""
    return trn("{n} open incident", "{n} open incidents", count)
