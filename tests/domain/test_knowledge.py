"""The rules of knowledge articles: which step follows which state, what it demands, and who may approve."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.article_templates import TEMPLATES, body_from_resolution
from app.domain.errors import BadInput, Refused
from app.domain.knowledge import (
    ARROWS,
    ArticleKind,
    ArticleStanding,
    ArticleState,
    ArticleStep,
    article_body,
    article_summary,
    article_tags,
    article_title,
    check_step,
    ensure_writable,
    is_stale,
    steps_from,
)
from app.domain.line_diff import DiffLine, LineChange, diff_lines
from app.domain.numbers import article_number, parse_article_number
from app.domain.permissions import Permission
from app.domain.vocabulary import ResolutionCode

TODAY = date(2026, 11, 30)
READY = ArticleStanding(
    ArticleState.DRAFT, False, frozenset({"writer"}), "How to clear it.", "1. Open the tray", date(2027, 5, 1)
)


def step(standing: ArticleStanding, wanted: ArticleStep, person: str = "reader", reason: str = "Outdated") -> object:
    return check_step(standing, wanted, person_id=person, reason=reason, today=TODAY)


def test_the_way_of_an_article() -> None:
    in_review = replace(READY, state=ArticleState.IN_REVIEW)
    published = replace(READY, state=ArticleState.PUBLISHED, is_published=True, writers=frozenset())
    retired = replace(READY, state=ArticleState.RETIRED)
    assert step(READY, ArticleStep.SUBMIT) == (ArticleState.IN_REVIEW, Permission.KNOWLEDGE_EDIT)
    assert step(in_review, ArticleStep.SEND_BACK) == (ArticleState.DRAFT, Permission.KNOWLEDGE_EDIT)
    assert step(in_review, ArticleStep.PUBLISH) == (ArticleState.PUBLISHED, Permission.KNOWLEDGE_PUBLISH)
    assert step(READY, ArticleStep.RETIRE) == (ArticleState.RETIRED, Permission.KNOWLEDGE_EDIT)
    assert step(published, ArticleStep.RETIRE) == (ArticleState.RETIRED, Permission.KNOWLEDGE_PUBLISH)
    assert step(retired, ArticleStep.RESTORE) == (ArticleState.DRAFT, Permission.KNOWLEDGE_EDIT)


@pytest.mark.parametrize("state", ArticleState)
def test_every_other_step_is_refused_with_a_sentence(state: ArticleState) -> None:
    standing = replace(READY, state=state)
    for wanted in ArticleStep:
        if wanted not in steps_from(state):
            with pytest.raises(Refused, match=r"\.$"):
                step(standing, wanted)
        else:
            to, _ = check_step(standing, wanted, person_id="reader", reason="x", today=TODAY)
            assert (state, to) in ARROWS


def test_nobody_approves_what_they_wrote() -> None:
    in_review = replace(READY, state=ArticleState.IN_REVIEW, writers=frozenset({"writer", "second"}))
    for writer in ("writer", "second"):
        with pytest.raises(Refused, match="somebody else has to approve"):
            step(in_review, ArticleStep.PUBLISH, writer)
    step(in_review, ArticleStep.PUBLISH, "reader")


def test_all_that_is_missing_is_said_at_once() -> None:
    empty = replace(READY, summary=" ", body="")
    with pytest.raises(Refused) as refused:
        step(empty, ArticleStep.SUBMIT)
    assert [item.field for item in refused.value.missing] == ["summary", "body"]
    for wanted, state in ((ArticleStep.SEND_BACK, ArticleState.IN_REVIEW), (ArticleStep.RETIRE, ArticleState.DRAFT)):
        with pytest.raises(Refused) as refused:
            step(replace(READY, state=state), wanted, reason="  ")
        assert [item.field for item in refused.value.missing] == ["reason"]
    with pytest.raises(Refused, match="day in the future"):
        step(replace(READY, state=ArticleState.IN_REVIEW, review_on=TODAY), ArticleStep.PUBLISH)


def test_what_may_be_written() -> None:
    ensure_writable(ArticleState.DRAFT)
    ensure_writable(ArticleState.PUBLISHED)
    for state, said in ((ArticleState.IN_REVIEW, "Send it back"), (ArticleState.RETIRED, "Restore it")):
        with pytest.raises(Refused, match=said):
            ensure_writable(state)


def test_an_article_is_stale_when_its_day_has_come_and_people_read_it() -> None:
    assert is_stale(is_published=True, review_on=TODAY, today=TODAY)
    assert not is_stale(is_published=True, review_on=date(2026, 12, 1), today=TODAY)
    assert not is_stale(is_published=False, review_on=TODAY, today=TODAY)
    assert not is_stale(is_published=True, review_on=None, today=TODAY)


def test_texts_are_cleaned_and_limited() -> None:
    assert article_title("  Printer\n jams ") == "Printer jams"
    assert article_body("\n1. One\r\n2. Two\n\n") == "1. One\n2. Two"
    assert article_tags(["VPN, Remote access", "vpn", " "]) == ("vpn", "remote access")
    for make, text in ((article_title, " "), (article_title, "x" * 161), (article_summary, "x" * 401)):
        with pytest.raises(BadInput, match=r"\.$"):
            make(text)
    with pytest.raises(BadInput, match="100,001 characters"):
        article_body("x" * 100_001)
    with pytest.raises(BadInput, match="12 tags"):
        article_tags([str(number) for number in range(13)])
    with pytest.raises(BadInput, match="32 characters"):
        article_tags(["x" * 33])


def test_every_kind_has_a_template_and_a_way_to_resolve() -> None:
    for kind in ArticleKind:
        assert TEMPLATES[kind].startswith("## ")
        made = body_from_resolution(kind, symptoms="It beeps.", resolution="Turn it off.")
        assert "It beeps." in made
        assert made.index("It beeps.") < made.index("Turn it off.")
    assert ArticleKind.KNOWN_ERROR.resolution_code is ResolutionCode.KNOWN_ERROR
    assert ArticleKind.HOW_TO.resolution_code is ResolutionCode.SOLUTION_PROVIDED


def test_numbers_of_articles() -> None:
    assert article_number(123) == "KB-000123"
    for said in ("KB-000123", "kb 123", " kb123 "):
        assert parse_article_number(said) == 123
    for other in ("123", "INC-000123", "KB", ""):
        assert parse_article_number(other) is None


def test_the_difference_of_two_texts() -> None:
    before = "\n".join(f"line {number}" for number in range(20))
    after = before.replace("line 10", "line ten\nand a half")
    found = diff_lines(before, after)
    assert [line for line in found if line.change in {LineChange.ADDED, LineChange.REMOVED}] == [
        DiffLine(LineChange.REMOVED, "line 10"),
        DiffLine(LineChange.ADDED, "line ten"),
        DiffLine(LineChange.ADDED, "and a half"),
    ]
    assert found[0] == DiffLine(LineChange.GAP, "7 lines unchanged")
    assert found[1] == DiffLine(LineChange.SAME, "line 7")
    assert diff_lines(before, before) == ()
    assert diff_lines("", "new") == (DiffLine(LineChange.ADDED, "new"),)
