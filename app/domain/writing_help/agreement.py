"""Who agreed to which server: kept on a computer as one line, because each person agrees for themself."""

from typing import Final

_BETWEEN: Final = " "


def has_agreed(kept: str, person_id: str, address: str) -> bool:
    """Whether this person agreed that what they ask for is sent to this address."""
    return f"{person_id}@{address}" in kept.split(_BETWEEN)


def with_agreement(kept: str, person_id: str, address: str, *, agrees: bool = True) -> str:
    """The same line with what this person says about this address."""
    said = f"{person_id}@{address}"
    others = [each for each in kept.split(_BETWEEN) if each and each != said]
    return _BETWEEN.join([*others, said] if agrees else others)
