"""What the timeline tells, and how it bears hostile text and long histories."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.lifecycle import Step
from app.domain.vocabulary import HoldReason, LinkKind, State
from app.services.incidents.dto import Change, FieldEdit, JournalItem, NewLink
from app.views.incident.page import IncidentPage
from app.views.incident.story import Fold, Message, Sentence, Shown, Teller
from app.views.incident.timeline import FIRST_ROWS, MORE_ROWS
from app.views.toolkit.formats import Formats
from app.views.toolkit.theme import Theme
from app.views.widgets.body_text import FIRST_PART, LONGEST_RUN, BodyText, broken
from app.views.widgets.spans import Span, SpansLabel, isolated
from tests.support.fake_desk import make_detail, make_rows
from tests.views.desks import Stage

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
TELLER = Teller(Formats(UTC), NOW)


def item(kind: str, *changes: Change, **more: Any) -> JournalItem:
    values: dict[str, Any] = {
        "id": more.pop("id", "1"), "occurred_at": NOW, "recorded_at": NOW, "author_id": "d", "author_name": "Dana",
        "by_desk": True, "kind": kind, "visibility": "internal", "body": None, "source": None, "changes": changes,
        "attachments": (),
    }  # fmt: skip
    return JournalItem(**values | more)


def told(*items: JournalItem, shown: Shown = Shown.ALL) -> list[Any]:
    detail = make_detail(make_rows(1)[0])._replace(journal=items)
    return TELLER.tell(detail, shown)


def sentence(*changes: Change, kind: str = "change", **more: Any) -> str:
    part = told(item(kind, *changes, **more))[0]
    assert isinstance(part, Sentence)
    return "".join(span.text for span in part.spans)


def test_what_was_done_about_an_escalation_is_one_sentence() -> None:
    words = "Acknowledged the escalation to Network."
    assert sentence(kind="escalation", body=words) == f"Dana: {words}"
    assert sentence(kind="escalation", body=words, author_name=None) == f"The desk: {words}"
    reached = "The resolution clock reached 75 % (target 4 h)."
    assert sentence(kind="sla", body=reached, author_name=None) == f"The desk: {reached}"
    (card,) = told(item("escalation", body="Escalated to Network.\n\nTried so far: the cable."))
    assert isinstance(card, Message), "what a person wrote in paragraphs stays as written"


def test_a_threshold_that_fired_is_one_sentence() -> None:
    words = "The response clock reached 50 % (target 4 h)."
    assert sentence(kind="sla", body=words, author_name=None) == f"The desk: {words}"


@pytest.mark.parametrize(
    ("changes", "kind", "expected"),
    [
        (
            (Change("priority", "3", "2"), Change("group_id", None, "Network")),
            "change",
            "Dana changed Priority P3 → P2, Assignment group Network",
        ),
        ((Change("assignee_id", None, "Tomás Rey"),), "change", "Dana assigned it to Tomás Rey"),
        ((Change("impact", "3", "1"),), "change", "Dana changed Impact Low → High"),
        ((Change("service_id", "Mail", None),), "change", "Dana changed Service Mail → none"),
        ((Change("description", "a", "b"),), "change", "Dana changed Details"),
        (
            (Change("promised_resolution", None, "2026-03-03T09:00:00+00:00"),),
            "change",
            "Dana changed Resolution promised for tomorrow 09:00",
        ),
        ((Change("u_priority_confirmation", "false", "true"),), "change", "Dana changed Priority confirmed no → yes"),
        ((Change("state", "new", "in_progress"),), "state", "Dana started work"),
        ((Change("state", "on_hold", "in_progress"),), "state", "Dana resumed work"),
        ((Change("state", "resolved", "in_progress"),), "state", "Dana reopened it"),
        (
            (
                Change("state", "new", "on_hold"),
                Change("hold_reason", None, "awaiting_vendor"),
                Change("hold_until", None, "2026-03-03T09:00:00+00:00"),
            ),
            "state",
            "Dana put it on hold: Awaiting vendor until tomorrow 09:00",
        ),
        (
            (Change("state", "in_progress", "resolved"), Change("resolution_code", None, "user_error")),
            "state",
            "Dana resolved it: User error",
        ),
        ((Change("state", "new", "awaiting_moon"),), "state", "Dana changed Status to Awaiting moon"),
        ((Change("link_parent", None, "INC-000007"),), "link", "Dana made it a child of INC-000007"),
        ((Change("link_parent", "INC-000007", None),), "link", "Dana removed the link to INC-000007"),
    ],
)
def test_changes_read_as_sentences(changes: tuple[Change, ...], kind: str, expected: str) -> None:
    clean = sentence(*changes, kind=kind).replace("9:00\u202fAM", "09:00").replace("9:00 AM", "09:00")
    assert clean == expected


@pytest.mark.parametrize(
    ("body", "changes", "expected"),
    [
        ("Version 1, begun", (Change("review_state", None, "draft"),), "Dana began the post-incident review"),
        ("Version 2, begun", (Change("review_state", None, "draft"),), "Dana began version 2 of the review"),
        (
            "Version 1, sent to review",
            (Change("review_state", "draft", "in_review"),),
            "Dana sent the post-incident review to review",
        ),
        (
            "Version 1, taken back to draft",
            (Change("review_state", "in_review", "draft"),),
            "Dana took the post-incident review back to draft",
        ),
        (
            "Version 2, published",
            (Change("review_state", "in_review", "published"),),
            "Dana published the post-incident review, version 2",
        ),
        (
            "Version 1, approved as Author",
            (Change("review_sign_off_approved_at", None, "2026-11-16T10:42:00+00:00"),),
            "Dana approved the post-incident review as Author",
        ),
        (
            "Version 1, cause 2 added",
            (Change("review_cause_evidence", None, "x"), Change("review_cause_claim", None, "Warnings reach\nnobody.")),
            "Dana changed the post-incident review: cause 2 added, “Warnings reach nobody.”",
        ),
        (
            "Version 1, summary, detection changed",
            (Change("review_summary", None, "For two hours"), Change("review_detection", None, "x")),
            "Dana changed the post-incident review: summary, detection changed",
        ),
        (
            "Version 1, action 1: owner changed",
            (Change("review_action_owner_id", None, "0" * 32),),
            "Dana changed the post-incident review: action 1: owner changed",
        ),
        ("Version 1, 3 events picked from the journal", (),
         "Dana changed the post-incident review: 3 events picked from the journal"),
    ],
)  # fmt: skip
def test_what_was_done_to_a_review_is_one_sentence(body: str, changes: tuple[Change, ...], expected: str) -> None:
    parts = told(item("review", *changes, body=body))
    assert len(parts) == 1
    assert "".join(span.text for span in parts[0].spans) == expected
    assert "".join(span.text for span in told(item("review", body=None))[0].spans).endswith("post-incident review")


def test_who_takes_an_incident_or_reports_their_own_is_named_once() -> None:
    assert sentence(Change("assignee_id", None, "Dana")) == "Dana took it"
    detail = make_detail(make_rows(1)[0])
    assert detail.caller is not None
    own = item("logged", author_id=detail.caller.id, author_name=detail.caller.name)
    part = TELLER.tell(detail._replace(channel="portal", journal=(own,)))[0]
    assert isinstance(part, Sentence)
    assert "".join(span.text for span in part.spans) == f"{detail.caller.name} reported it on the portal"


def test_an_alert_is_logged_for_its_caller_or_for_nobody() -> None:
    detail = make_detail(make_rows(1)[0])._replace(channel="monitoring", journal=(item("logged"),))
    assert detail.caller is not None
    for caller, expected in (
        (detail.caller, f"Dana logged the alert for {detail.caller.name}"),
        (None, "Dana logged the alert"),
    ):
        part = TELLER.tell(detail._replace(caller=caller))[0]
        assert isinstance(part, Sentence)
        assert "".join(span.text for span in part.spans) == expected


def test_an_imported_fact_names_its_source() -> None:
    text = sentence(Change("priority", "3", "2"), kind="imported", author_name=None, source="ServiceNow")
    assert text == "ServiceNow changed Priority P3 → P2"


def test_runs_of_sentences_are_folded_but_for_their_ends() -> None:
    changes = [item("change", Change("impact", "3", "1"), id=str(number)) for number in range(8)]
    parts = told(*changes, item("reply", body="Hello", id="r"))
    assert [type(part) for part in parts] == [Sentence, Fold, Sentence, Message]
    fold = parts[1]
    assert len(fold.sentences) == 6
    assert len(told(*changes, shown=Shown.CHANGES)) == 8
    assert [type(part) for part in told(*changes, item("reply", body="x", id="r"), shown=Shown.CONVERSATION)] == [
        Message
    ]


def test_letters_from_right_to_left_are_isolated() -> None:
    assert isolated("Dana") == "Dana"
    assert isolated("\u202eexe.gpj") == "\u2068\u202eexe.gpj\u2069"
    assert isolated("دانا") == "\u2068دانا\u2069"


def test_an_endless_word_is_broken_and_nothing_is_lost() -> None:
    text = "x" * 10_000 + " y"
    assert max(map(len, broken(text).split())) <= LONGEST_RUN
    assert broken(text).replace("\n", "") == text
    assert broken("short words only") == "short words only"


@pytest.mark.parametrize(
    "text", ["<b>bold</b> <img src='file:///etc/passwd'>", "&lt; &amp;", "**x** [a](b)", "\u202eabc"]
)
def test_hostile_text_is_shown_as_it_is(text: str, theme: Theme, qtbot: QtBot) -> None:
    body = BodyText(text, "Message")
    qtbot.addWidget(body)
    assert body.shown() == text
    edit = body.findChild(QTextEdit)
    assert edit is not None
    assert edit.toHtml().count("<img") == 0
    label = SpansLabel([Span(text, strong=True)])
    qtbot.addWidget(label)
    assert label.text() == text
    label.grab()


def test_a_message_is_as_high_as_its_lines(theme: Theme, qtbot: QtBot) -> None:
    body = BodyText("word " * 200, "Message")
    qtbot.addWidget(body)
    body.resize(400, body.heightForWidth(400))
    body.show()
    edit = body.findChild(QTextEdit)
    assert edit is not None
    assert edit.height() >= edit.document().size().height()
    assert edit.verticalScrollBar().maximum() == 0


def test_a_million_characters_show_a_part_and_a_way_to_the_rest(theme: Theme, qtbot: QtBot) -> None:
    body = BodyText("word " * 200_000, "Message")
    qtbot.addWidget(body)
    body.show()
    assert len(body.shown()) <= FIRST_PART + 2
    assert "characters left" in body.more.text()
    body.more.click()
    assert len(body.shown()) > FIRST_PART
    whole = BodyText("line\n" * 100, "Message")
    qtbot.addWidget(whole)
    assert whole.more.text() == "Show all"
    whole.more.click()
    assert whole.more.isHidden()
    assert whole.shown() == "line\n" * 100


def test_500_entries_cost_as_much_as_50(on_stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted in widgets, not in seconds: what is not looked at is not made."""
    desk = on_stage.desk
    incident = desk.log()
    for number in range(500):
        desk.say(incident, f"Message {number}", public=bool(number % 2))
    made: list[str] = []
    original = BodyText.__init__

    def counted(self: BodyText, text: str, name: str) -> None:
        made.append(text)
        original(self, text, name)

    monkeypatch.setattr(BodyText, "__init__", counted)
    page = on_stage.show(IncidentPage(on_stage.context))
    page.open(incident)
    on_stage.settle()
    assert len(page.timeline.rows()) == FIRST_ROWS
    assert len(made) <= FIRST_ROWS
    assert made[-1] == "Message 499"
    before = len(made)
    desk.say(incident, "One more", by=desk.tomas)
    on_stage.wait_for(lambda: made[-1] == "One more")
    assert len(made) == before + 1, "a reload makes only what is new"
    page.timeline.earlier.click()
    on_stage.settle()
    assert len(page.timeline.rows()) == FIRST_ROWS + MORE_ROWS
    assert page.timeline.findChildren(QLabel)


def test_a_whole_life_is_told(on_stage: Stage) -> None:
    desk = on_stage.desk
    incident, other = desk.log(description="It smokes"), desk.log("Another")
    me, incidents = desk.me, desk.session.desk.incidents
    desk.clock.advance(minutes=5)
    incidents.edit(me, incident, {"group_id": FieldEdit(None, desk.network)})
    incidents.step(me, incident, Step(State.IN_PROGRESS))
    until = desk.clock.now() + timedelta(days=1)
    incidents.step(
        me, incident, Step(State.ON_HOLD, hold_reason=HoldReason.AWAITING_CALLER, hold_until=until, comment="Colour?")
    )
    incidents.link(me, NewLink(desk.session.desk.new_id(), incident, other, LinkKind.RELATED))
    incidents.override_priority(me, incident, 1, "The board is waiting")
    incidents.step(me, incident, Step(State.RESOLVED, resolution_code="user_error", resolution_notes="Unplugged"))
    page = on_stage.show(IncidentPage(on_stage.context))
    page.open(incident)
    on_stage.settle()
    page._filter("conversation")
    names = [row.part.item.body for row in page.timeline.rows() if isinstance(row.part, Message)]
    assert names == ["It smokes", "Colour?", "The board is waiting", "Unplugged"]
    assert page.header.override.isVisible()
    assert page.properties.facts.text_of("Resolution code") == "User error"
    page._filter("changes")
    assert all(isinstance(row.part, Sentence) for row in page.timeline.rows())
    page._filter("all")
    folds = [row for row in page.timeline.rows() if isinstance(row.part, Fold)]
    for row in folds:
        row.findChildren(QWidget)[0].click()  # type: ignore[attr-defined]  # the one button of the row
    on_stage.settle()
    assert not [row for row in page.timeline.rows() if isinstance(row.part, Fold)]


def test_what_comes_back_to_the_queue_says_why() -> None:
    left = Change("assignee_id", "Bo Eriksen", None)
    why = "ack in the queue, unassigned: Bo Eriksen is no longer at the desk"
    reopened = Change("state", "resolved", "in_progress")
    assert sentence(reopened, left, kind="state") == f"Dana reopened it; b{why}"
    back = Change("state", "resolved", "new"), Change("taken_back", None, "1")
    assert sentence(*back, left, kind="state") == f"Dana took the step back: New again; b{why}"
    given_back = Change("group_id", "Network", "Service desk"), Change("taken_back", None, "1")
    assert sentence(*given_back) == "Dana took back: Assignment group Network → Service desk"
    unmerged = Change("state", "canceled", "new"), Change("link_duplicate", "INC-000007", None)
    assert sentence(*unmerged, left, kind="link") == f"Dana took back the merge into INC-000007; b{why}"
    assert sentence(left, author_id=None, author_name=None) == f"B{why}"
    assert sentence(left) == "Dana changed Assignee Bo Eriksen → none", "a person may take it from somebody, too"
