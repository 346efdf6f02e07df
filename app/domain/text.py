"""One door for every text that enters: what the databases refuse or the eye cannot see is made visible or removed.

Rules from the reliability research, part 11: PostgreSQL refuses NUL and lone surrogates, SQLite takes NUL and then
miscounts, and control characters have no place in a title.
"""

import re
import unicodedata

from app.domain.errors import BadInput
from app.domain.wording import number, tr

TITLE_LIMIT = 160
NOTE_LIMIT = 1_000_000

_REPLACED = re.compile("[\x00\ud800-\udfff]")
_REMOVED = re.compile("[\x01-\x08\x0b-\x1f\x7f-\x9f]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def clean_text(text: str) -> str:
    """The same text in NFC, with line ends as newlines, NUL and lone surrogates replaced, control characters gone."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _REMOVED.sub("", _REPLACED.sub(_REPLACEMENT, text))
    return unicodedata.normalize("NFC", text)


_HIDDEN = {
    "\u200b": "ZWSP", "\u2060": "WJ", "\ufeff": "BOM", "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF",
    "\u202d": "LRO", "\u202e": "RLO", "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
}  # fmt: skip
"""What turns the direction of a line or has no width, with the names that stand for it. Joiners and the marks that
languages and emoji need (U+200C to U+200F) are left alone."""

_HIDDEN_ONE = re.compile("[" + "".join(_HIDDEN) + "]")


def clean_line(text: str) -> str:
    """A text of one line: newlines and tabs become spaces, outer space is cut, and what hides is made visible: `[RLO]`.

    Titles, names and file names are read at a glance and trusted; "gpj.exe" must not read as "exe.jpg".
    """
    return shown_marks(" ".join(clean_text(text).split()))


def shown_marks(text: str) -> str:
    """The text with what hides in it, or turns its direction, made visible: `[RLO]`."""
    return text if text.isascii() else _HIDDEN_ONE.sub(lambda found: f"[{_HIDDEN[found[0]]}]", text)


def is_blank(text: str | None) -> bool:
    """Whether nothing can be seen of the text: no letter, digit, mark of punctuation or symbol stands in it."""
    # Marks and format characters alone would make a line that nobody can see or name.
    return all(unicodedata.category(letter)[0] in "CZM" for letter in text or "")


def required_title(text: str, field: str = "short_description") -> str:
    """A cleaned title of 1 to 160 characters, or `BadInput` that says what to do."""
    title = clean_line(text)
    if is_blank(text):
        raise BadInput(tr("The short description is empty. Write in one line what does not work."), field)
    if len(title) > TITLE_LIMIT:
        raise BadInput(
            tr(
                "The short description has {count} characters, {title_limit} is the limit. "
                "Move the rest to the details.",
                count=len(title),
                title_limit=TITLE_LIMIT,
            ),
            field,
        )
    return title


def is_mail_address(text: str) -> bool:
    """Whether mail can be sent to it; whether somebody reads it there nobody knows from here."""
    name, _, place = text.rpartition("@")
    return bool(name and place.strip(".") == place != "") and not any(each.isspace() for each in text)


def note_text(text: str, field: str = "body") -> str:
    """A cleaned long text of at most 1,000,000 characters."""
    note = clean_text(text).strip("\n")
    if len(note) > NOTE_LIMIT:
        raise BadInput(
            tr(
                "The text has {count} characters, {note_limit} is the limit. Attach it as a file instead.",
                count=number(len(note)),
                note_limit=number(NOTE_LIMIT),
            ),
            field,
        )
    return note
