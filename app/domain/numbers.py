"""The human numbers of incidents, knowledge articles and problems, as people say them on the phone."""

import re

_NUMBER = re.compile(r"^(?:INC[- ]?)?0*(\d{1,12})$", re.IGNORECASE)
_LINK = re.compile(r"^(?:[^\n]*[^\S\n])?mainstay:INC-0*(\d{1,12})$", re.IGNORECASE)
_ARTICLE = re.compile(r"^KB[- ]?0*(\d{1,12})$", re.IGNORECASE)
_PROBLEM = re.compile(r"^PRB[- ]?0*(\d{1,12})$", re.IGNORECASE)


def incident_number(number: int) -> str:
    """`123` is shown as `INC-000123`; longer numbers simply grow."""
    return f"INC-{number:06d}"


def parse_incident_number(text: str) -> int | None:
    """Read `INC-000123`, `inc 123`, `123`, or a link, also behind other words; None for any other text."""
    match = _NUMBER.match(text.strip()) or _LINK.match(text.strip())
    return int(match.group(1)) if match else None


def incident_link(number: int) -> str:
    """`mainstay:INC-000123`, which is understood wherever a number is, and found where it is pasted."""
    return f"mainstay:{incident_number(number)}"


def article_number(number: int) -> str:
    """`123` is shown as `KB-000123`."""
    return f"KB-{number:06d}"


def parse_article_number(text: str) -> int | None:
    """Read `KB-000123` or `kb 123`; None when the text is no number of an article. A bare number means an incident."""
    match = _ARTICLE.match(text.strip())
    return int(match.group(1)) if match else None


def problem_number(number: int) -> str:
    """`123` is shown as `PRB-000123`; incidents and articles name a problem by just this text."""
    return f"PRB-{number:06d}"


def parse_problem_number(text: str) -> int | None:
    """Read `PRB-000123` or `prb 123`; None when the text is no number of a problem. A bare number means an incident."""
    match = _PROBLEM.match(text.strip())
    return int(match.group(1)) if match else None


def problem_spellings(text: str) -> tuple[str, ...]:
    """How incidents may name the problem of a number, which needs no `PRB` here; none where the text is no number.

    A number that is kept elsewhere stands as it was written, so `prb0007` is that as well as `PRB-000007`.
    """
    written = text.strip()
    number = parse_problem_number(written if not written.isdecimal() else f"PRB{written}")
    return () if number is None else tuple(dict.fromkeys((problem_number(number), written, written.upper())))
