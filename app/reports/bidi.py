"""Right-to-left text: the joined forms of Arabic letters and the order in which a line is drawn.

The ordering follows the Unicode Bidirectional Algorithm (UAX 9) without its explicit formatting characters:
those are printed as visible marks instead, because they can make a text read as what it is not.
"""

import re
import unicodedata
from collections.abc import Set as AbstractSet
from functools import cache

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_MIRRORED = str.maketrans("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤")
_JOINER = "\u200d"
_NON_JOINER = "\u200c"
_LAM = "\u0644"
_STRONG = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}


def has_right_to_left(text: str) -> bool:
    """Whether any character of `text` belongs to a script written from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Letter (or lam-alef pair) -> form name -> character, out of Unicode's presentation forms."""
    forms: dict[str, dict[str, str]] = {}
    for code in (
        *range(0xFB50, 0xFBB2),
        *range(0xFBD3, 0xFBEA),
        0xFBFC,
        0xFBFD,
        0xFBFE,
        0xFBFF,
        *range(0xFE80, 0xFEFD),
    ):
        tag, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        if tag in {"<isolated>", "<initial>", "<medial>", "<final>"}:
            whole = "".join(chr(int(letter, 16)) for letter in letters)
            forms.setdefault(whole, {})[tag.strip("<>")] = chr(code)
    return forms


def _joins_next(letter: str) -> bool:
    return letter in {_JOINER, "\u0640"} or "initial" in _forms().get(letter, {})


def _joins_previous(letter: str) -> bool:
    return letter in {_JOINER, "\u0640"} or "final" in _forms().get(letter, {})


def _is_transparent(letter: str) -> bool:
    return unicodedata.category(letter) == "Mn"


def _neighbour(text: str, index: int, step: int) -> str:
    index += step
    while 0 <= index < len(text) and _is_transparent(text[index]):
        index += step
    return text[index] if 0 <= index < len(text) else ""


def shape(text: str, drawable: AbstractSet[str]) -> str:
    """`text` with each Arabic letter in the form its neighbours ask for, and without the joiners.

    A letter whose form is not among the `drawable` characters stays as it is.
    """
    if not has_right_to_left(text):
        return text
    forms = _forms()
    shaped: list[str] = []
    skip = False
    for index, letter in enumerate(text):
        if skip:
            skip = False
            continue
        if letter in {_JOINER, _NON_JOINER}:
            continue
        pair = text[index : index + 2]
        key = pair if letter == _LAM and pair in forms else letter
        known = forms.get(key)
        if known is None:
            shaped.append(letter)
            continue
        skip = key is pair and len(pair) == 2
        before = _joins_next(_neighbour(text, index, -1)) and "final" in known
        after = _joins_previous(_neighbour(text, index, 1)) and "initial" in known and not skip
        form = ("medial" if before else "initial") if after else ("final" if before else "isolated")
        shaped.append(known[form] if known.get(form) in drawable else key)
    return "".join(shaped)


def base_level(text: str) -> int:
    """1 when the first strong character of the paragraph is right-to-left, otherwise 0 (rules P2 and P3)."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in {"L", "R", "AL"}:
            return 0 if kind == "L" else 1
    return 0


def levels(text: str, base: int) -> list[int]:
    """The embedding level of each character of one paragraph (rules W1 to W7, N1, N2, I1, I2)."""
    kinds = _weak(text, "R" if base else "L")
    _neutral(kinds, base)
    found = []
    for kind in kinds:
        if base:
            found.append(1 if kind == "R" else 2)
        else:
            found.append({"L": 0, "R": 1}.get(kind, 2))
    return found


def _weak(text: str, outside: str) -> list[str]:
    kinds = [unicodedata.bidirectional(letter) or "L" for letter in text]
    strong = outside
    previous = outside
    for index, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[index] = previous
        elif kind == "EN" and strong == "AL":
            kinds[index] = "AN"
        elif kind in {"L", "R", "AL"}:
            strong = kind
        previous = kinds[index]
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    _separators(kinds)
    strong = outside
    for index, kind in enumerate(kinds):
        if kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"
    return kinds


def _separators(kinds: list[str]) -> None:
    """Signs between and beside numbers belong to the numbers (rules W4 to W6)."""
    for index in range(1, len(kinds) - 1):
        before, after = kinds[index - 1], kinds[index + 1]
        if before == after and (
            (kinds[index] in {"ES", "CS"} and before == "EN") or (kinds[index] == "CS" and before == "AN")
        ):
            kinds[index] = before
    for order in (range(1, len(kinds)), range(len(kinds) - 2, -1, -1)):
        step = 1 if order.step < 0 else -1
        for index in order:
            if kinds[index] == "ET" and kinds[index + step] == "EN":
                kinds[index] = "EN"
    for index, kind in enumerate(kinds):
        if kind not in {"L", "R", "EN", "AN"}:
            kinds[index] = "ON"


def _neutral(kinds: list[str], base: int) -> None:
    """Spaces and signs take the direction on both their sides, or else the paragraph's (rules N1, N2)."""
    outside = "R" if base else "L"
    index = 0
    while index < len(kinds):
        if kinds[index] != "ON":
            index += 1
            continue
        end = index
        while end < len(kinds) and kinds[end] == "ON":
            end += 1
        before = _STRONG[kinds[index - 1]] if index else outside
        after = _STRONG[kinds[end]] if end < len(kinds) else outside
        kinds[index:end] = [before if before == after else outside] * (end - index)
        index = end


def reverse(text: str) -> str:
    """A right-to-left run in drawing order: from its end, with brackets turned.

    A mark then comes before its letter, and has no width of its own: so it stands on the letter.
    """
    return text.translate(_MIRRORED)[::-1]
