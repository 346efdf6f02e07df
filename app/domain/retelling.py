"""Sentences that the program wrote down once, said in the language of whoever reads them (decision 0021).

Journal, notifications and escalations keep them in English, whoever's window wrote them. Here they are known by their
pattern: the values are taken out of the sentence and put into its translation. What people wrote matches none and
stays as it is, and so does every value that is theirs.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from app.domain.escalation.words import Level, OfferAnswer, Reason
from app.domain.review import ReviewPart
from app.domain.sla.policy import Clock
from app.domain.stored_sentences import COUNTED, FIELDS, SENTENCES, WORDS
from app.domain.vocabulary import HoldReason, MajorState, State, Word, hold_reason_label
from app.domain.wording import inside, marked, number, reader_language, sentence_case, tr, trn

_NAME: Final = re.compile(r"\{(\w+)\}")
_LENGTH: Final = r"\d+ (?:days?|h|min|s)(?: \d+ (?:min|s))*"
_FIELD: Final = "|".join(sorted(FIELDS, key=len, reverse=True))
_FORMS: Final = {
    "addressee": r"(?!.*: INC-).+?",
    "clock": "|".join(Clock),
    "fields": rf"(?:{_FIELD})(?:, (?:{_FIELD}))*",
    "incident": r"INC-\d+(?: .*)?",
    "length": _LENGTH,
    "level": r"level \d \(\w+\)",
    "number": r"[A-Z]+-\d+",
    "numbers": r"INC-\d+(?:, INC-\d+)*(?: and \d+ more)?",
    "points": r"[^;]+?",
    "promise": r"[^;]+?",
    "row": rf"(?:{'|'.join(part.value.replace('_', ' ') for part in ReviewPart)}) \d+",
    "article": r"\S+-\d+ .*",
}
"""What the values look like that are no more than that."""

_DIGITS: Final = frozenset({"n", "before", "after", "priority", "share", "least", "place", "version"})


def retold_reason(text: str) -> str:
    """A preset that a person chose as the reason, in the language of the reader; their own words as they are."""
    return _cause(text)


def retold(text: str) -> str:
    """A sentence of the program in the language of the reader; anything else, and everything in English, as it is."""
    language = reader_language()
    return text if language is None or not text else _retold(text, id(language)) or text


@lru_cache(maxsize=4096)
def _retold(text: str, language: int) -> str:
    """The sentence in the language, empty for none; the language is given so that each has its own memory."""
    told = _said(text)
    if told or len(text) < 2:
        return told
    if text.endswith(".") and (told := _retold(text[:-1], language)):
        return f"{told}."
    if text[0].islower() and (told := _said(sentence_case(text))):
        # A part of a sentence that begins with a verb, in the language too.
        return told[0].lower() + told[1:]
    if text[0].isupper() and (told := _said(text[0].lower() + text[1:])):
        return sentence_case(told)
    if "; " not in text:
        return ""
    parts = [_retold(part, language) for part in text.split("; ")]
    return "; ".join(parts) if all(parts) else ""


def _said(text: str) -> str:
    if text in _LABELS:
        return inside(_LABELS[text]())
    if text in WORDS:
        return tr(text)
    for pattern, sentence in _PATTERNS:
        found = pattern.fullmatch(text)
        if found is not None:
            values = {name: _value(name, value) for name, value in found.groupdict().items()}
            return tr(sentence, **values)
    for pattern, one, many in _COUNTS:
        found = pattern.fullmatch(text)
        if found is not None:
            values = {name: _value(name, value) for name, value in found.groupdict().items() if name != "n"}
            return trn(one, many, int(found["n"]), **values)
    return ""


def _value(name: str, value: str) -> str:
    make = _VALUES.get(name)
    return value if make is None else make(value)


def _length(value: str) -> str:
    days = re.fullmatch(r"(\d+) days?", value)
    return value if days is None else trn("{n} day", "{n} days", int(days[1]))


def _cause(value: str) -> str:
    return _PRESETS[value].label if value in _PRESETS else value


def _row(value: str) -> str:
    kind, _, position = value.rpartition(" ")
    return f"{ReviewPart(kind.replace(' ', '_')).label} {position}"


def _listed(value: str) -> str:
    return ", ".join(tr(FIELDS[field]) if field in FIELDS else field for field in value.split(", "))


def _joined(value: str) -> str:
    *first, last = value.split(" and ")
    before = [retold(part) for whole in first for part in whole.split(", ")]
    return tr(" and ").join([", ".join(before), retold(last)]) if before else retold(last)


def _numbers(value: str) -> str:
    some, _, rest = value.partition(" and ")
    return tr("{numbers} and {n} more", numbers=some, n=rest.removesuffix(" more")) if rest else some


def _common(value: str) -> str:
    """What the incidents of a burst have in common; names of services and sites stay as they are."""
    kind, _, name = value.partition(" ")
    if kind not in _OF_BURST:
        return retold(value)
    return tr(_OF_BURST[kind], name=tr("without a name") if name == "without a name" else name)


_OF_BURST: Final = {"service": marked("service {name}"), "site": marked("site {name}")}

_PRESETS: Final = {reason.stored_label: reason for reason in Reason}

_VALUES: Final[dict[str, Callable[[str], str]]] = {
    **dict.fromkeys(
        ("addressee", "answer", "clock", "done", "field", "help", "level", "names", "promise", "reason", "state",
         "told", "why", "words"),
        retold,
    ),
    **dict.fromkeys(("addressees", "meant", "points"), _joined),
    "cause": _cause,
    "fields": _listed,
    "help": tr,
    "hours": lambda value: number(int(value.replace(",", ""))) if value[0].isdigit() else value,
    "length": _length,
    "numbers": _numbers,
    "what": _common,
    "row": _row,
}  # fmt: skip
"""Values that are words of the program; all others are said as they are stored."""


def _label_of(word: Word) -> Callable[[], str]:
    return lambda: word.label


def _long_label_of(level: Level) -> Callable[[], str]:
    return lambda: level.long_label


def _hold_label_of(reason: HoldReason) -> Callable[[], str]:
    return lambda: hold_reason_label(reason.value)


_LABELS: Final[dict[str, Callable[[], str]]] = {
    **{word.value: _label_of(word) for kind in (State, MajorState, OfferAnswer, Clock) for word in kind},
    **{level.stored_label: _long_label_of(level) for level in Level},
    **{each.value.replace("_", " "): _hold_label_of(each) for each in HoldReason},
}


def _compiled(sentence: str) -> re.Pattern[str]:
    parts = _NAME.split(sentence)
    shapes = [f"(?P<{part}>{_form(part)})" if place % 2 else re.escape(part) for place, part in enumerate(parts)]
    return re.compile("".join(shapes), re.DOTALL)


def _form(name: str) -> str:
    return r"\d+" if name in _DIGITS else _FORMS.get(name, ".+?")


_PATTERNS: Final = [(_compiled(sentence), sentence) for sentence in SENTENCES]
_COUNTS: Final = [(_compiled(form), one, many) for one, many in COUNTED for form in (one, many)]
