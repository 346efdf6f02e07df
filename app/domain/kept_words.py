"""Hold reasons and resolution codes as a desk keeps them: the built-in ones, those of its own, and what is in use.

A word of the desk's own is stored under its name, as the words of an import are. That is why none is renamed: what has
it would go on under the former name.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from app.domain.errors import BadInput, NotFound, Refused
from app.domain.text import clean_line
from app.domain.vocabulary import HOLD_REASON_NOT_RECORDED, HoldReason, ResolutionCode, Word, hold_reason_label
from app.domain.wording import tr


class WordKind(Word):
    """Which words; the value is the field of an incident that holds them."""

    HOLD = "hold_reason"
    CODE = "resolution_code"

    @property
    def built_in(self) -> type[Word]:
        """Those that every desk begins with."""
        return HoldReason if self is WordKind.HOLD else ResolutionCode

    @property
    def longest(self) -> int:
        """Characters that a name of the desk's own may have."""
        return 32 if self is WordKind.HOLD else 64

    def label_of(self, key: str) -> str:
        """What a word is called; one of the desk's own is called as it is written."""
        if self is WordKind.HOLD:
            return hold_reason_label(key)
        return ResolutionCode(key).label if key in set(ResolutionCode) else key


MOST = 50
"""So many words of its own a desk may have of a kind, with those that are out of use."""

_TAKEN = frozenset({HOLD_REASON_NOT_RECORDED.replace("_", " "), "reason not recorded", "unstated", "resolved", "new"})
"""Words that clocks, imports and the settings put in the place of one."""


class KeptWord(NamedTuple):
    """One word: what is stored, what it is called, whether it is offered, and whether it is the desk's own."""

    key: str
    label: str
    active: bool
    own: bool


class Offered(NamedTuple):
    """What may be chosen for a step, in the order in which it is shown."""

    hold_reasons: tuple[str, ...]
    resolution_codes: tuple[str, ...]


ALL_BUILT_IN = Offered(tuple(each.value for each in HoldReason), tuple(each.value for each in ResolutionCode))
"""What a new desk offers."""


@dataclass(frozen=True, slots=True)
class KeptWords:
    """The words of a kind as they were put in `order`; else the built-in ones, then the desk's own as they came."""

    kind: WordKind
    own: tuple[str, ...] = ()
    retired: frozenset[str] = frozenset()
    order: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """All of them; what came after they were put in order stands behind the others."""
        every = (*(each.value for each in self.kind.built_in), *self.own)
        places = {key: place for place, key in enumerate(self.order)}
        return tuple(sorted(every, key=lambda key: places.get(key, len(places))))

    @property
    def offered(self) -> tuple[str, ...]:
        """Those that are in use."""
        return tuple(key for key in self.keys if key not in self.retired)

    @property
    def words(self) -> tuple[KeptWord, ...]:
        """All of them with what they are called."""
        return tuple(
            KeptWord(key, self.kind.label_of(key), key not in self.retired, key in self.own) for key in self.keys
        )

    def with_own(self, name: str) -> "KeptWords":
        """With one more; `BadInput` for no name, one that is too long, and one that there is already."""
        cleaned = clean_line(name)
        if not cleaned:
            raise BadInput(tr("Give it a name."), "name")
        if len(cleaned) > self.kind.longest:
            raise BadInput(
                tr(
                    "The name has {count} characters, {longest_name} are the most.",
                    count=len(cleaned),
                    longest_name=self.kind.longest,
                ),
                "name",
            )
        wanted = _folded(cleaned)
        if wanted in _TAKEN or any(wanted in {_folded(key), _folded(self.kind.label_of(key))} for key in self.keys):
            raise BadInput(
                tr("“{name}” is there already, or stands for something else. Take another name.", name=cleaned), "name"
            )
        if len(self.own) >= MOST:
            raise BadInput(tr("There are {most} of your own already; more are not kept.", most=MOST), "name")
        return replace(self, own=(*self.own, cleaned))

    def with_use(self, key: str, *, active: bool) -> "KeptWords":
        """With one offered again, or no longer; `Refused` where none would be left, `NotFound` for an unknown one."""
        if key not in self.keys:
            raise NotFound(unknown_word(key))
        changed = replace(self, retired=self.retired - {key} if active else self.retired | {key})
        if not changed.offered:
            raise Refused(tr("This is the last one in use, and one has to be. Put another to use first."))
        return changed

    def with_place(self, key: str, place: int) -> "KeptWords":
        """With one at a place among all of them, counted from 0; `NotFound` for an unknown one."""
        if key not in self.keys:
            raise NotFound(unknown_word(key))
        order = [each for each in self.keys if each != key]
        order.insert(max(0, min(place, len(order))), key)
        return replace(self, order=tuple(order))

    def as_data(self) -> dict[str, list[str]]:
        """As it is stored."""
        kept = {"own": list(self.own), "retired": [key for key in self.keys if key in self.retired]}
        return kept | {"order": list(self.order)} if self.order else kept


def kept_words(kind: WordKind, stored: Any) -> KeptWords:
    """The words that a stored value means; those of a new desk where there is none."""
    if not isinstance(stored, Mapping):
        return KeptWords(kind)
    own, retired, order = (tuple(map(str, stored.get(name) or ())) for name in ("own", "retired", "order"))
    return KeptWords(kind, own, frozenset(retired), order)


def unknown_word(key: str) -> str:
    """Why there is nothing to show or change."""
    return tr("“{name}” is not in the list.", name=key)


def not_in_use(kind: WordKind, key: str) -> str:
    """Why a word cannot be chosen."""
    return tr("“{word}” is not in use at this desk. Choose another one.", word=kind.label_of(key))


def _folded(word: str) -> str:
    return word.replace("_", " ").casefold()
