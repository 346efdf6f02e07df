"""What the words of a summary say about an incident that is being logged."""

import re
from collections.abc import Sequence

from app.views.widgets.choice_popup import Option

_WORD = re.compile(r"\w{4,}")
_COMMON = frozenset(
    {
        "after", "again", "been", "broken", "cannot", "does", "error", "from", "have", "help", "into", "issue", "over",
        "please", "problem", "since", "that", "their", "them", "there", "they", "this", "what", "when", "will", "with",
        "work", "working", "works",
    }
)  # fmt: skip
"""Words that stand in every second summary and tell nothing."""


def words_of(summary: str) -> list[str]:
    """The telling words of a summary, the longest first, each once, in lower case."""
    found = dict.fromkeys(word for word in _WORD.findall(summary.casefold()) if word not in _COMMON)
    return sorted(found, key=len, reverse=True)


def guess_option(summary: str, options: Sequence[Option]) -> Option | None:
    """The option whose name shares the most words with the summary; None without a shared word or with a tie."""
    words = set(words_of(summary))
    scored = [(len(words & set(words_of(option.label))), option) for option in options if option.value is not None]
    best = max((score for score, _ in scored), default=0)
    winners = [option for score, option in scored if score == best]
    return winners[0] if best > 0 and len(winners) == 1 else None
