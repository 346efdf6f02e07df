"""Two versions of a long text are shown by what tells them apart."""

from hypothesis import given
from hypothesis import strategies as st

from app.views.incident.collision import apart

LONG = (
    "The client updates itself at half past eight, when everybody signs in,"
    " and takes the whole line of the depot for it"
)
WORDS = st.lists(st.sampled_from(["a", "bb", "ccc"]), max_size=40).map(" ".join)


def test_short_texts_are_shown_as_they_are() -> None:
    assert apart("A loose  cable", "", "The switch") == ("A loose  cable", "", "The switch")


def test_of_long_texts_the_words_around_the_difference_are_shown() -> None:
    was, theirs = f"{LONG}. Mended by hand.", f"{LONG}. Mended by hand on Monday."
    assert apart(was, theirs, "") == ("… for it. Mended by hand.", "… for it. Mended by hand on Monday.", "")


def test_what_follows_the_difference_is_left_out_too() -> None:
    assert apart(f"First {LONG}", f"Second {LONG}") == (
        "First The client updates itself …",
        "Second The client updates itself …",
    )


def test_one_that_only_goes_on_keeps_its_end() -> None:
    assert apart(LONG, f"{LONG} every day") == ("… the depot for it", "… the depot for it every day")


@given(st.lists(WORDS, min_size=2, max_size=3))
def test_texts_that_differ_are_never_shown_alike(texts: list[str]) -> None:
    long = [f"{LONG} {text} {LONG}" for text in texts]
    shown = apart(*long)
    for one, first in zip(texts, shown, strict=True):
        for other, second in zip(texts, shown, strict=True):
            assert (first == second) == (one == other)
