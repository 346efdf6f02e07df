"""How it looks and reads that somebody is at an incident: a colour, an icon and words, never a colour alone."""

from collections.abc import Sequence
from typing import Final

from app.domain.presence import Doing, Present
from app.domain.wording import tr

TONES: Final = {Doing.TYPING: "amber", Doing.VIEWING: "green", Doing.AWAY: "slate"}
ICONS: Final = {Doing.TYPING: "pencil", Doing.VIEWING: "eye", Doing.AWAY: "eye"}


def said(people: Sequence[Present]) -> str:
    """Who does what, in words; empty where nobody is there."""
    return ", ".join(_said(each.name)[each.doing] for each in people)


def shown(first_name: str, doing: Doing) -> str:
    """The same of one, as it stands beside a circle."""
    return {
        Doing.TYPING: tr("{name} typing", name=first_name),
        Doing.VIEWING: tr("{name} viewing", name=first_name),
        Doing.AWAY: tr("{name} away", name=first_name),
    }[doing]


def _said(name: str) -> dict[Doing, str]:
    return {
        Doing.TYPING: tr("{name} is typing", name=name),
        Doing.VIEWING: tr("{name} is viewing", name=name),
        Doing.AWAY: tr("{name} is away", name=name),
    }
