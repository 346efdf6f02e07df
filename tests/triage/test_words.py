import numpy as np
import pytest

from app.triage.corpus import learn_lexicon
from app.triage.lexicon import BLOCKS
from app.triage.words import stretches, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Printer is ON fire", ["the", "printer", "is", "on", "fire"]),
        ("CD-4012 at srv_db-07", ["cd", "4012", "at", "srv_db", "07"]),
        ("Prüfung à Zürich", ["prufung", "zurich"]),
        ("a \0 \ud800 b", []),
        ("", []),
        ("x" * 100, ["x" * 40]),
    ],
)
def test_words_are_folded_and_bounded(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_stretches_show_where_a_word_begins_and_ends() -> None:
    assert stretches("vpn") == [" vp", "vpn", "pn ", " vpn", "vpn ", " vpn "]


def test_one_text_comes_to_the_same_as_many_at_once() -> None:
    """What was learned from matrices is asked for text by text; any difference would be a worse answer, unseen."""
    texts = [
        f"printer {number % 7} jams again in room {number % 5}, toner {'low ' * (number % 4)}" for number in range(60)
    ]
    texts += ["pritner jams", "", "Prínter " * 30]
    lexicon, learned = learn_lexicon(texts)
    assert set(learned) == set(BLOCKS)
    for block, matrix in learned.items():
        for row, text in enumerate(texts):
            vector = lexicon.vectors(text)[block]
            dense = np.zeros(matrix.shape[1], np.float32)
            dense[vector.terms] = vector.weights
            assert np.allclose(dense, matrix[row].toarray().ravel(), atol=1e-6), (block, text)


def test_two_words_side_by_side_are_a_term_where_two_texts_have_them() -> None:
    texts = ["scanner not working", "monitor not working", "not a scanner", "printer jams"]
    lexicon, matrices = learn_lexicon(texts, ("phrases",))
    assert set(lexicon.blocks["phrases"].numbers) == {"scanner", "not", "working", "not working"}
    assert matrices["phrases"].shape == (4, 4)
    assert not lexicon.vectors("Nothing of this is known")["phrases"].terms.size
    assert learn_lexicon(["!", "?"], ("phrases",))[1]["phrases"].shape == (2, 0)
