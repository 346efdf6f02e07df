"""What is known of the way to the server, and that nobody waits for a dead one in vain."""

import threading

import pytest

from app.domain.errors import Away, SignInRefused
from app.infra.link import FIRST_REST, LONGEST_REST, Link, LinkState


class Watch:
    """A stopwatch that the test turns."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def link(watch: Watch) -> Link:
    """A link whose pauses are as long as they may be."""
    return Link(watch, lambda _least, most: most)


def test_a_server_that_answers_is_asked_as_often_as_anybody_likes(link: Link) -> None:
    for _ in range(100):
        link.admit()
        link.worked()
    assert link.state == LinkState()


def test_after_a_loss_one_attempt_is_made_and_the_others_are_refused_at_once(link: Link, watch: Watch) -> None:
    link.lost(Away("The server does not answer."))
    with pytest.raises(Away, match="does not answer"):
        link.admit()
    watch.now += FIRST_REST
    link.admit()
    with pytest.raises(Away):
        link.admit()


def test_the_pauses_grow_and_end_with_the_first_answer(link: Link, watch: Watch) -> None:
    rests = []
    for _ in range(7):
        link.lost(Away("Gone."))
        rests.append(link.rest_left)
        watch.now += link.rest_left
        link.admit()
    assert rests == [1, 2, 4, 8, 15, 15, LONGEST_REST]
    link.worked()
    link.lost(Away("Gone."))
    assert link.rest_left == FIRST_REST


def test_listeners_hear_of_changes_only(link: Link) -> None:
    heard: list[LinkState] = []
    stop = link.listen(heard.append)
    link.worked()
    link.lost(Away("Gone."))
    link.lost(Away("Gone."))
    link.worked()
    link.worked()
    stop()
    link.lost(Away("Gone."))
    assert heard == [LinkState(is_away=True, why="Gone."), LinkState()]


def test_a_refused_password_is_told_from_a_dead_server(link: Link) -> None:
    link.lost(SignInRefused("Not this password."))
    assert link.state.needs_sign_in
    with pytest.raises(SignInRefused):
        link.admit()


def test_whoever_asks_for_it_is_let_through_at_once(link: Link) -> None:
    link.lost(Away("Gone."))
    link.hurry()
    link.admit()


def test_waiting_ends_with_the_return_of_the_server() -> None:
    link = Link()
    for _ in range(5):
        link.lost(Away("Gone."))  # the next attempt is many seconds away
    waited = threading.Thread(target=link.wait, args=(60,))
    waited.start()
    link.worked()
    waited.join(10)
    assert not waited.is_alive()


def test_waiting_ends_when_its_time_is_over() -> None:
    link = Link()
    link.lost(Away("Gone."))
    link.lost(Away("Gone."))
    link.wait(0.01)
    assert link.state.is_away
