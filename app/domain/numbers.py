"""The human number of an incident, as people say it on the phone."""

import re

_NUMBER = re.compile(r"^(?:INC[- ]?)?0*(\d{1,12})$", re.IGNORECASE)


def incident_number(number: int) -> str:
    """`123` is shown as `INC-000123`; longer numbers simply grow."""
    return f"INC-{number:06d}"


def parse_incident_number(text: str) -> int | None:
    """Read `INC-000123`, `inc 123` or `123`; None when the text is no incident number."""
    match = _NUMBER.match(text.strip())
    return int(match.group(1)) if match else None
