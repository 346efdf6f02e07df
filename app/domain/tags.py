"""Tags of an incident: short words that people at the desk put on it, to find together what no field knows.

They are stored in one column as one text, in the order of the alphabet, so that a change of them is a change of a
field like any other: compared with what was seen, told by the journal, taken back.
"""

import re
from collections.abc import Iterable
from typing import Final

from app.domain.errors import BadInput
from app.domain.text import clean_line
from app.domain.wording import tr

TAG_LIMIT: Final = 32
MOST_TAGS: Final = 12
BETWEEN: Final = ", "

_ALLOWED = re.compile(r"[\w][\w.+#/&-]*")


def tag_word(typed: str) -> str:
    """A tag as it is stored: lower case, one word; raises BadInput for what cannot be one."""
    word = "-".join(clean_line(typed).lower().removeprefix("#").split())
    if _ALLOWED.fullmatch(word) is None:
        raise BadInput(
            tr("“{typed}” is no tag. Use letters, digits and - . + / & in it.", typed=clean_line(typed)[:TAG_LIMIT]),
            "tags",
        )
    if len(word) > TAG_LIMIT:
        raise BadInput(
            tr("The tag “{tag}…” is longer than {most} characters. Shorten it.", tag=word[:20], most=TAG_LIMIT), "tags"
        )
    return word


def tags_typed(typed: str) -> tuple[str, ...]:
    """The tags in a line that somebody typed, parted by spaces or commas; raises BadInput for what cannot be one."""
    return tags_of(stored_tags(typed.replace(",", " ").split()))


def tags_of(stored: str | None) -> tuple[str, ...]:
    """The tags of a stored text."""
    return tuple(stored.split(BETWEEN)) if stored else ()


def stored_tags(words: Iterable[str]) -> str | None:
    """The text in which tags are stored, each once; None for none. Raises BadInput for too many."""
    found = sorted({tag_word(word) for word in words})
    if len(found) > MOST_TAGS:
        raise BadInput(tr("An incident has {most} tags at most. Take some away.", most=MOST_TAGS), "tags")
    return BETWEEN.join(found) or None


def with_tags(stored: str | None, add: Iterable[str], remove: Iterable[str] = ()) -> str | None:
    """The stored text once some tags were put on and others taken off."""
    gone = {tag_word(word) for word in remove}
    return stored_tags([*(word for word in tags_of(stored) if word not in gone), *add])
