"""What is kept of a search that found nothing: its words, and only where they may tell what the desk should know."""

import re
from typing import Final

from app.domain.text import clean_line

LONGEST: Final = 80
"""So many signs at most; what is longer was pasted, and is no question that two people would ask alike."""

LEAST: Final = 2
"""Words are shown once they were looked for so often: what was looked for once may be anything, even a name."""

KEPT_DAYS: Final = 400
"""How long the counts of a day are kept: a year can be compared with the one before."""

MOST_A_DAY: Final = 2_000
"""So many different words of one day are counted at most, so that nobody fills the desk by searching."""

_SHORTEST: Final = 3
_SAYS_WHO: Final = re.compile(r"@|(?:\d[\s./-]?){4}")
_SIGNS: Final = re.compile(r'"|(?<!\S)-+')
_UNWANTED: Final = re.compile(r'(?<!\S)-+("[^"]*"?|\S+)')


def word_form(text: str) -> str:
    """The words of a search as they are counted: small letters, single blanks, without signs of the query language.

    Empty where nothing is to be kept: too short or too long, or with an address or four digits in a row, as telephone
    numbers, numbers of incidents and dates have, which say who or what was looked for.
    """
    if len(text) > 2 * LONGEST or _SAYS_WHO.search(text):
        return ""
    words = clean_line(_SIGNS.sub(" ", _UNWANTED.sub(" ", text))).casefold()
    words = " ".join(words.split())
    has_letters = any(sign.isalpha() for sign in words)
    return words if has_letters and _SHORTEST <= len(words) <= LONGEST else ""
