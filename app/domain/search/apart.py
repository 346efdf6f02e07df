"""The ways in which an identifier or a telephone number may be written in pieces: `srv-db-07` for `srvdb07`."""

from collections.abc import Iterator, Sequence

_LEAST_DIGITS, _LEAST_SIGNS, _MOST_SIGNS = 6, 3, 16
_MOST_PIECES, _MOST = 6, 400


def written_apart(runs: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The same signs in other pieces, those in few pieces first; none for plain words, short numbers and long ones.

    Words with a hyphen (`log-in`) are joined, but no word is cut.
    """
    whole = "".join(runs)
    if whole.isalpha() and len(runs) > 1:
        return ((whole,),)
    least = _LEAST_DIGITS if whole.isdigit() else _LEAST_SIGNS
    if not least <= len(whole) <= _MOST_SIGNS or not any(map(str.isdigit, whole)):
        return ()
    ways = sorted((pieces for pieces in _ways(whole, 0, _MOST_PIECES) if pieces != tuple(runs)), key=len)
    return tuple(ways[:_MOST])


def _ways(whole: str, begin: int, most: int) -> Iterator[tuple[str, ...]]:
    """What begins at a place, as one piece and cut into more."""
    size = len(whole)
    for end in (size, *range(begin + 1, size if most > 1 else 0)):
        if _is_piece(whole, begin, end):
            rests = _ways(whole, end, most - 1) if end < size else [()]
            yield from ((whole[begin:end], *rest) for rest in rests)


def _is_piece(whole: str, begin: int, end: int) -> bool:
    """Two signs or more, or one that is no letter among letters and no digit among digits; a country may have one."""
    if end - begin > 1:
        return True
    is_first, is_digit = begin == 0, whole[begin].isdigit()
    differs = end == len(whole) or whole[end].isdigit() != is_digit
    return (is_first and (is_digit or differs)) or (differs and whole[begin - 1].isdigit() != is_digit)
