"""How it looks and reads that somebody is at an incident: a colour, an icon and words, never a colour alone."""

from collections.abc import Sequence
from typing import Final

from app.domain.presence import Doing, Present
from app.domain.wording import tr

TONES: Final = {Doing.TYPING: "amber", Doing.VIEWING: "green", Doing.AWAY: "slate"}
ICONS: Final = {Doing.TYPING: "pencil", Doing.VIEWING: "eye", Doing.AWAY: "eye"}
WORDS: Final = {Doing.TYPING: "typing", Doing.VIEWING: "viewing", Doing.AWAY: "away"}


def said(people: Sequence[Present]) -> str:
    """Who does what, in words; empty where nobody is there."""
    return ", ".join(tr("{name} is {word}", name=each.name, word=WORDS[each.doing]) for each in people)
