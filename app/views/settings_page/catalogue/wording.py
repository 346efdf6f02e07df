"""Words that the sections of the catalogue share."""


def open_words(count: int) -> str:
    """`3 open incidents`; nothing where there are none."""
    if not count:
        return ""
    return "1 open incident" if count == 1 else f"{count:,} open incidents"
