"""No dead ends: Esc leads out of every field and up from every page, and single keys work again where it leads."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.views.actions import typing
from app.views.pages import Location
from app.views.queue.table_view import QueueView
from app.views.tour import Tour
from app.views.widgets.buttons import Button
from tests.journeys.keyboard import Hands


def test_esc_leads_out_of_everything(demo_walk: Tour) -> None:
    # One test, because a demo desk takes longer to make than all of this.
    hands = Hands(demo_walk)
    _out_of_a_filter_that_nothing_matches(demo_walk, hands)
    _up_from_an_incident_and_from_what_is_typed_in_it(demo_walk, hands)
    _up_from_a_review_and_out_of_a_field(demo_walk, hands)
    _up_from_a_form_of_the_settings(demo_walk, hands)


def _out_of_a_filter_that_nothing_matches(walk: Tour, hands: Hands) -> None:
    queue = walk.program.window.queue
    hands.type("/")
    hands.type("service:nothing ")
    walk.rest(200)
    assert not queue.table.rowCount()
    hands.press("Escape")
    button = walk.program.window.focusWidget()
    assert isinstance(button, Button), "what the empty list offers has the keyboard"
    walk.wait(lambda: "(shows " in button.text())
    desk, actor = walk.session.desk, walk.session.actor
    shown = walk.ask(lambda: desk.queue.summary(actor, queue.query._replace(filter_text="is:open")))
    assert button.text() == f"Remove service:nothing (shows {shown.total})"
    hands.press("Space")
    assert queue.filter_text() == "is:open"
    assert isinstance(walk.program.window.focusWidget(), QueueView)
    hands.press("J", "G", "K")
    assert walk.program.window.history.here.page == "knowledge"


def _up_from_an_incident_and_from_what_is_typed_in_it(walk: Tour, hands: Hands) -> None:
    window = walk.program.window
    walk.visit("queue", "is:open")
    hands.press("Return", "R")
    hands.type("Half a sentence")
    assert isinstance(window.focusWidget(), QPlainTextEdit)
    hands.press("Escape")
    assert window.history.here.page == "incident"
    hands.press("Escape")
    assert window.history.here == Location("queue")
    assert isinstance(window.focusWidget(), QueueView)
    hands.press("Return")
    assert any(box.toPlainText() == "Half a sentence" for box in window.page.findChildren(QPlainTextEdit))


def _up_from_a_review_and_out_of_a_field(walk: Tour, hands: Hands) -> None:
    window = walk.program.window
    walk.visit("reviews", walk.newest("unreachable").id)
    hands.press("Escape")
    assert window.history.here == Location("reviews")
    hands.press("Escape")
    assert window.history.here == Location("reviews"), "there is nothing above a list"
    walk.visit("problems", "")
    field = next(each for each in window.page.findChildren(QLineEdit) if each.isVisible())
    field.setFocus()
    hands.press("Escape")
    assert window.focusWidget() is not field


def _up_from_a_form_of_the_settings(walk: Tour, hands: Hands) -> None:
    history = walk.program.window.history
    walk.visit("settings", "macros")
    hands.press("Return")
    form = history.here
    assert form.argument.startswith("macros/")
    assert typing(), "a form begins with a field"
    hands.press("Escape")
    assert history.here == Location("settings", "macros")
    hands.press("Return")
    assert history.here == form, "the keyboard is in the list"


def test_letters_lead_on_from_every_empty_page(walk: Tour) -> None:
    hands, history = Hands(walk), walk.program.window.history
    for place in "KBREMTDS":
        hands.press("G", place)
        assert history.here.page != "queue", place
        assert not typing(), place
        hands.press("G", "Q")
        assert history.here.page == "queue", place


def test_esc_leaves_a_field_on_a_page_that_has_nothing_to_begin_with(walk: Tour) -> None:
    hands = Hands(walk)
    hands.press("G", "K", "Slash")
    hands.type("printer")
    assert typing()
    hands.press("Escape", "Escape")
    assert not typing()
    hands.press("G", "Q")
    assert walk.program.window.history.here.page == "queue"
