"""Which IANA time zone this computer is in, as far as it can be told without asking a window system."""

import os
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_LINK = Path("/etc/localtime")
_FOLDER = "zoneinfo/"


def local_zone(link: Path = _LINK) -> str:
    """The name from TZ or from where the system keeps its zone; "UTC" where neither names one (as on Windows)."""
    for name in (os.environ.get("TZ", "").lstrip(":"), _linked(link)):
        if name and _exists(name):
            return name
    return "UTC"


def _linked(link: Path) -> str:
    target = str(link.resolve())
    return target.rpartition(_FOLDER)[2] if _FOLDER in target else ""


def _exists(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
