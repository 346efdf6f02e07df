"""Help with writing articles and reviews: put in place, marked, undone, and published only once it was checked."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from app.domain.knowledge import Audience
from app.domain.lifecycle import Step
from app.domain.vocabulary import ReviewState, State
from app.views.incident.knowing import FROM_INCIDENT
from app.views.knowledge.page import KnowledgePage
from app.views.reviews.page import ReviewsPage
from tests.support.writing_server import usual
from tests.views.desks import Stage
from tests.views.helped import CTRL, asked, helped, keep_settings, written

DRAFT = "## Steps\n\n1. Clean the roller"


def resolved(stage: Stage) -> str:
    keep_settings(stage)
    incident = stage.desk.log("Printer jams")
    stage.desk.say(incident, "She is rude", public=False)
    done = Step(State.RESOLVED, resolution_code="solution_provided", resolution_notes="Cleaned it.")
    stage.desk.session.desk.incidents.step(stage.desk.me, incident, done)
    return incident


def writing(stage: Stage, incident: str) -> KnowledgePage:
    page = stage.show(KnowledgePage(stage.context))
    page.open(f"{FROM_INCIDENT}{incident}")
    stage.settle()
    return page


def test_an_article_is_drafted_in_place_and_one_undo_brings_back_what_was_there(on_stage: Stage) -> None:
    incident = resolved(on_stage)
    with helped(on_stage, usual((DRAFT,))):
        page = writing(on_stage, incident)
        editor = page.editor
        assert editor is not None
        before = editor.body.toPlainText()
        assert not editor.help.button.isHidden()
        sheet = asked(on_stage, "knowledge.help_draft")
        assert "rude" in sheet.preview.toPlainText()
        written(on_stage, sheet)
        QTest.keyClick(sheet.answer, Qt.Key.Key_Return, CTRL)
        on_stage.settle()
        assert editor.body.toPlainText() == DRAFT
        assert editor.help.mark.isVisible()
        editor.body.undo()
        assert editor.body.toPlainText() == before
        assert editor.help.mark.isHidden()
        editor.body.redo()
        assert editor.help.mark.isVisible()


def test_an_article_for_everyone_is_drafted_without_internal_notes(on_stage: Stage) -> None:
    incident = resolved(on_stage)
    with helped(on_stage, usual((DRAFT,))):
        page = writing(on_stage, incident)
        assert page.editor is not None
        page.editor.audience.setCurrentIndex(page.editor.audience.findData(Audience.EVERYONE))
        sheet = asked(on_stage, "knowledge.help_draft")
        assert "rude" not in sheet.preview.toPlainText()
        assert "It holds no internal notes" in sheet.told.text()
        sheet.close_sheet()


def test_a_saved_draft_of_a_model_says_so_until_it_is_accepted(on_stage: Stage) -> None:
    incident = resolved(on_stage)
    with helped(on_stage, usual((DRAFT,))):
        page = writing(on_stage, incident)
        sheet = asked(on_stage, "knowledge.help_draft")
        written(on_stage, sheet)
        sheet.insert()
        on_stage.settle()
    editor = page.editor
    assert editor is not None
    editor.summary.setText("How to")
    editor.submit(send=True)
    on_stage.wait_for(lambda: page.browse.reading.detail is not None)
    on_stage.settle()
    reading = page.browse.reading
    assert reading.mark.isVisible()
    assert "written by small and nobody has checked it" in reading.refusal.text()
    reading.mark.accept.click()
    on_stage.wait_for(reading.mark.isHidden)
    assert on_stage.context.actions.run("knowledge.submit")
    on_stage.settle()
    assert reading.detail is not None
    assert reading.detail.row.state.value == "in_review"


def test_an_article_without_an_incident_is_not_drafted(on_stage: Stage) -> None:
    keep_settings(on_stage)
    with helped(on_stage, usual()):
        page = on_stage.show(KnowledgePage(on_stage.context))
        page.open("")
        on_stage.settle()
        page.write_new()
        on_stage.settle()
        assert page.editor is not None
        assert page.editor.help.button.isHidden()
        assert on_stage.context.actions.offer("knowledge.help_draft").reason


def review(stage: Stage) -> ReviewsPage:
    incident, desk = resolved(stage), stage.desk
    desk.session.desk.reviews_admin.begin(desk.me, incident, desk.session.desk.new_id())
    page = stage.show(ReviewsPage(stage.context))
    page.open(incident)
    stage.settle()
    return page


def in_the_index(page: ReviewsPage) -> str:
    """What the index beside the review says of its summary, which its tick or number shows."""
    names = [each.accessibleName() for each in page.review.index.findChildren(QAbstractButton)]
    return next(name for name in names if name.startswith("Executive summary"))


def test_a_summary_is_drafted_marked_accepted_and_undone(on_stage: Stage) -> None:
    page = review(on_stage)
    with helped(on_stage, usual(("The printer jammed.",))):
        on_stage.wait_for(lambda: not page.help.button.isHidden())
        detail = page.review.detail
        assert detail is not None
        before = detail.content.summary
        sheet = asked(on_stage, "review.help_summary")
        written(on_stage, sheet)
        sheet.insert()
        on_stage.wait_for(page.help.mark.isVisible)
        assert page.review.detail is not None
        assert page.review.detail.content.summary == "The printer jammed."
        page.review.take_step(ReviewState.IN_REVIEW)
        on_stage.settle()
        assert page.review.detail.content.state is ReviewState.DRAFT
        assert in_the_index(page) == "Executive summary, 1 missing"
        page.help.mark.accept.click()
        on_stage.wait_for(page.help.mark.isHidden)
        assert in_the_index(page) == "Executive summary, complete"
        assert on_stage.context.toasts.undo()
        on_stage.settle()
        assert page.review.detail.content.summary == before


def test_where_it_is_off_articles_and_reviews_offer_nothing(on_stage: Stage) -> None:
    page = review(on_stage)
    assert page.help.button.isHidden()
    assert "review.help_summary" not in {offer.spec.id for offer in on_stage.context.actions.offers()}
    editor = writing(on_stage, resolved(on_stage)).editor
    assert editor is not None
    assert editor.help.button.isHidden()
