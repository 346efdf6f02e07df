"""Hiding e-mail addresses and phone numbers behind placeholders, and filling them in again.

A placeholder is the same for the same address wherever it stands, so that a text about two people stays one about two.
What looks like a number of something else is left alone: incidents, addresses of machines, serial numbers, dates,
times and versions. In doubt a number that is written as phone numbers are is hidden, because it comes back anyway.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

_DOT: Final = r"(?:\.|\s?(?:\(dot\)|\[dot\])\s?)"
_EMAIL: Final = rf"(?<![\w.%'+-])[\w.%'+-]{{1,64}}\s?(?:@|\(at\)|\[at\])\s?[\w-]{{1,64}}(?:{_DOT}[\w-]{{1,64}})+"
_OCTET: Final = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
_SOMETHING_ELSE: Final = "|".join(
    (
        # Moments and days, as logs and people write them.
        r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s?Z|\s?[+-]\d{2}:?\d{2})?)?(?![\d-])",
        r"\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})(?![\d]|[./-]\d)",
        r"\d{4}[./]\d{1,2}[./]\d{1,2}(?!\d)",
        r"(?:0?[1-9]|[12]\d|3[01])\s(?:0?[1-9]|1[0-2])\s(?:19|20)\d\d(?!\d)",
        r"\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?![\d:])",
        # Machines: IPv4, IPv6, MAC, UUID.
        rf"{_OCTET}(?:\.{_OCTET}){{3}}(?:/\d{{1,2}}|:\d+)?(?![\d.]*\d)",
        r"(?:[0-9A-Fa-f]{1,4}:){2,}[0-9A-Fa-f:.]*",
        r"(?:[0-9A-Fa-f]{2}-){5}[0-9A-Fa-f]{2}(?![\w-])",
        r"[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}",
        # Words, and names that hold letters: INC-10482, srv-db-07, KB5031455, 5CG0123456, 0x80070005.
        r"\d+[^\W\d_]\w*",
        r"[^\W\d_]\w*(?:[-_#]\w+)*",
    )
)
_NUMBER: Final = r"(?<!\w)(?:[+\uff0b]\s?\(?|\()?\d(?:[\d\u00a0\u202f ()./\u2010-\u2015-]{0,40}\d)?(?!\w)"
_LOOK: Final = re.compile(f"(?P<email>{_EMAIL})|(?P<phone>{_NUMBER})|(?P<word>[^\\W_]+|_+)")
_ELSE: Final = re.compile(_SOMETHING_ELSE)
_PLACEHOLDER: Final = re.compile(r"\[\s*(e-?mail|phone)\s*(\d+)\s*\]", re.IGNORECASE)
_SAID_TO_BE_A_PHONE: Final = re.compile(
    r"(?:\b(?:tele?(?:fon|phone|fono)?|t[ée]l(?:[ée]phone)?|(?:tele)?phone|fax|mobil\w*|mob|handy\w*|cell|call\s?back|"
    r"call\s(?:me|him|her|them)(?:\s(?:on|at|under))?|ring|r[üu]ckruf\w*|rufnummer|durchwahl|dw|ext(?:ension|n)?|whatsapp|"
    r"sms|portable|cellulare|m[óo]vil)(?:[-\s]?(?:nummer|number|nr|no|n°))?)(?:\s(?:is|ist|on|at|under|unter))?[\s.:#=\-(/]*$",
    re.IGNORECASE,
)
_SAID_TO_BE_ELSE: Final = re.compile(
    r"(?:\b(?:serial\w*|s/?n|seriennummer|asset\w*|inventory|inventar\w*|order\w*|bestell\w*|ticket|incident|inc|"
    r"invoice|rechnung\w*|licen[cs]e|key|port|pid|build|version|error|fehler|code|imei|id|uid|event|exit|kb|account|konto)"
    r"(?:[-\s]?(?:nummer|number|nr|no|n°|id|tag))?)(?:\s(?:is|ist))?[\s.:#=(\-]*$|#\s?$",
    re.IGNORECASE,
)
_NORTH_AMERICA: Final = re.compile(r"(?:1[-. ])?(?:\([2-9]\d{2}\)\s?|[2-9]\d{2}[-. ])\d{3}[-. ]\d{4}|[2-9]\d{2}-\d{4}")
"""With the code of an area, and within one as it is said there: `555-0123`."""
_GAP: Final = re.compile(r"[\s/]+")
_SECOND: Final = re.compile(r"\s*[/\s]\s*(?=\+|\(?0)")
_BEFORE: Final = 40
_FEWEST, _MOST, _SHORTEST_SAID = 7, 15, 3
_UNBROKEN: Final = 9
"""So many digits a number with a leading zero has at least where nothing divides it."""
_GROUPED: Final = (8, 12)
_GROUPS, _SHORT_GROUP, _LONG_GROUP = 2, 2, 5


@dataclass(frozen=True, slots=True)
class Masked:
    """A text in which placeholders stand for what is hidden, and what each stands for."""

    text: str
    hidden: Mapping[str, str] = field(default_factory=dict)

    def counted(self) -> tuple[int, int]:
        """How many e-mail addresses and how many phone numbers are hidden."""
        emails = sum(1 for placeholder in self.hidden if placeholder.startswith("[email"))
        return emails, len(self.hidden) - emails


class Mask:
    """Hides what it finds in any number of texts, with the same placeholder for the same thing."""

    def __init__(self, *texts: str) -> None:
        # A text that speaks of "[email 1]" itself is not to be filled with somebody's address.
        taken = [_PLACEHOLDER.findall(text) for text in texts]
        self._taken = max((int(number) for found in taken for _, number in found), default=0)
        self._known: dict[str, str] = {}
        self._counts = {"email": 0, "phone": 0}
        self.hidden: dict[str, str] = {}

    def mask(self, text: str) -> str:
        """The text with placeholders."""
        parts: list[str] = []
        at = 0
        for kind, start, end in _found(text):
            parts += [text[at:start], self._placeholder(kind, text[start:end])]
            at = end
        return "".join([*parts, text[at:]])

    def _placeholder(self, kind: str, said: str) -> str:
        same = said.casefold() if kind == "email" else "".join(filter(str.isdigit, said))
        key = f"{kind}:{same}"
        if key not in self._known:
            self._counts[kind] += 1
            self._known[key] = f"[{kind} {self._taken + self._counts[kind]}]"
            self.hidden[self._known[key]] = said
        return self._known[key]


def mask(text: str) -> Masked:
    """Hide e-mail addresses and phone numbers of one text."""
    each = Mask(text)
    return Masked(each.mask(text), each.hidden)


def unmask(text: str, hidden: Mapping[str, str]) -> str:
    """Fill in what was hidden; a placeholder that nobody gave stays as it is."""

    def filled(found: re.Match[str]) -> str:
        kind = "phone" if found[1].lower() == "phone" else "email"
        return hidden.get(f"[{kind} {int(found[2])}]", found[0])

    return _PLACEHOLDER.sub(filled, text)


def _found(text: str) -> list[tuple[str, int, int]]:
    """What is to be hidden: kind, where it begins and ends."""
    found: list[tuple[str, int, int]] = []
    at = 0
    while (match := _LOOK.search(text, at)) is not None:
        start, end = match.span()
        if match["email"] is not None:
            found.append(("email", start, end))
            at = end
            continue
        # A bracket may begin a phone number, and may stand before anything else.
        other = _ELSE.match(text, start + (text[start] == "("))
        if other is not None:
            at = other.end()
            continue
        if match["phone"] is not None:
            number = _phone(text, start, end)
            if number is not None:
                found.append(("phone", *number))
                at = number[1]
                continue
        at = end
    return found


def _phone(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a phone number stands in a run of digits and what may stand between them; None where there is none."""
    if text[start] == "(" and ")" not in text[start:end]:
        start += 1
    before = text[max(0, start - _BEFORE) : start]
    is_said = _SAID_TO_BE_A_PHONE.search(before) is not None
    if not is_said and _SAID_TO_BE_ELSE.search(before):
        return None
    end = _end(text, start, end)
    whole = text[start:end]
    for gap in _SECOND.finditer(whole):
        # Two numbers that stand side by side are two.
        if _is_phone(whole[: gap.start()], is_said=is_said) and _digits(whole[gap.end() :]) >= _FEWEST:
            return start, start + gap.start()
    if _is_phone(whole, is_said=is_said):
        return start, end
    begins = is_said or whole[0] in "+\uff0b0("
    for gap in reversed(list(_GAP.finditer(whole)) if begins else []):
        if _is_phone(whole[: gap.start()], is_said=is_said):
            return start, start + gap.start()
    return None


def _end(text: str, start: int, end: int) -> int:
    """Where a run of digits ends: before a day, a time or an address of a machine that stands behind it."""
    for gap in _GAP.finditer(text, start, end):
        if _ELSE.match(text, gap.end()):
            return gap.start()
    return end


def _digits(text: str) -> int:
    return sum(1 for each in text if each.isdigit())


def _is_phone(said: str, *, is_said: bool) -> bool:
    """Whether digits are a phone number, by how they are written or because it was said before."""
    plain = "".join(str(unicodedata.digit(each)) if each.isdigit() else each for each in said)
    digits = "".join(filter(str.isdigit, plain))
    if is_said and _SHORTEST_SAID <= len(digits) <= _MOST and ("." not in plain or len(digits) >= _FEWEST):
        return True
    if not _FEWEST <= len(digits) <= _MOST:
        return False
    groups = re.findall(r"\d+", plain)
    if plain.startswith(("+", "\uff0b")) or _NORTH_AMERICA.fullmatch(plain):
        return True
    if re.match(r"\(?00?[1-9]", plain):
        return len(groups) > 1 or len(digits) >= _UNBROKEN
    return "." not in plain and _is_grouped(plain, groups, len(digits))


def _is_grouped(plain: str, groups: list[str], digits: int) -> bool:
    """Whether digits stand in groups as countries without a leading zero write them, such as `612 345 678`."""
    if "(" in plain:
        return len(groups) > 1 and digits >= _UNBROKEN
    if not _GROUPED[0] <= digits <= _GROUPED[1] or len(groups) < _GROUPS or "/" in plain:
        return False
    usual = len(groups[0]) <= _LONG_GROUP and all(_SHORT_GROUP <= len(each) <= _LONG_GROUP for each in groups[1:])
    return usual and any(each != "000" for each in groups[1:])
