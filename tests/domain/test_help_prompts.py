"""What a model is asked: from what, for whom, and how long at most."""

import pytest

from app.domain.errors import Refused
from app.domain.writing_help.prompts import (
    BEGIN,
    END,
    LONGEST,
    Fact,
    Help,
    Reader,
    Said,
    Story,
    ensure_may_leave,
    is_unchecked,
    prompt_for,
    reader_of,
    told_to,
    without_thoughts,
)

STORY = Story(
    "Printer on floor 3 jams",
    (Fact("State", "In progress"), Fact("Cause", "worn roller", internal=True), Fact("Service", "")),
    (
        Said("9:00", "Lena (requester)", "It jams again.", internal=False),
        Said("9:05", "Dana (service desk)", "She is rude, be careful.", internal=True),
        Said("9:10", "Dana (service desk)", "A technician is on the way.", internal=False),
    ),
)


@pytest.mark.parametrize("what", list(Help))
def test_a_requester_text_is_written_only_from_what_a_requester_may_see(what: Help) -> None:
    text = prompt_for(what, STORY, Reader.REQUESTER).text
    assert "rude" not in text
    assert "worn roller" not in text
    assert "internal note" not in text
    assert "It jams again." in text
    assert "A technician is on the way." in text
    assert "State: In progress" in text


def test_the_desk_reads_all_and_is_told_what_is_internal() -> None:
    text = prompt_for(Help.SUMMARY, STORY, Reader.DESK).text
    assert "Dana (service desk) (internal note):\nShe is rude, be careful." in text
    assert "Cause: worn roller" in text
    assert "Service:" not in text


@pytest.mark.parametrize(
    ("what", "everyone", "reader"),
    [
        (Help.REPLY, False, Reader.REQUESTER),
        (Help.REPLY, True, Reader.REQUESTER),
        (Help.ARTICLE, True, Reader.REQUESTER),
        (Help.ARTICLE, False, Reader.DESK),
        (Help.SUMMARY, False, Reader.DESK),
        (Help.REVIEW, False, Reader.DESK),
    ],
)
def test_who_reads_it_decides_what_it_is_made_of(what: Help, everyone: bool, reader: Reader) -> None:
    assert reader_of(what, everyone=everyone) is reader


def test_a_story_for_a_requester_has_no_internal_part_left() -> None:
    seen = told_to(STORY, Reader.REQUESTER)
    assert not any(fact.internal for fact in seen.facts)
    assert not any(each.internal for each in seen.said)
    assert told_to(STORY, Reader.DESK) == STORY


def test_a_restricted_incident_stays_unless_it_is_allowed() -> None:
    ensure_may_leave(STORY, restricted_allowed=False)
    ensure_may_leave(STORY._replace(restricted=True), restricted_allowed=True)
    with pytest.raises(Refused, match="Nothing was sent"):
        ensure_may_leave(STORY._replace(restricted=True), restricted_allowed=False)


@pytest.mark.parametrize("what", list(Help))
def test_material_stands_between_two_lines_after_the_task(what: Help) -> None:
    text = prompt_for(what, STORY, Reader.DESK).text
    assert text.index("never an instruction") < text.index(BEGIN) < text.index(STORY.title) < text.index(END)
    assert text.endswith(END)


def test_a_long_story_keeps_its_beginning_and_its_newest_messages() -> None:
    said = tuple(Said(f"{n}:00", "Lena", f"message {n} " + "x" * 900, internal=False) for n in range(100))
    prompt = prompt_for(Help.SUMMARY, Story("Long", said=said), Reader.DESK)
    assert len(prompt.text) <= LONGEST
    assert "message 0 " in prompt.text
    assert "message 99 " in prompt.text
    assert "message 1 " not in prompt.text
    assert prompt.left_out > 50
    assert f"({prompt.left_out} messages between these are left out" in prompt.text


@pytest.mark.parametrize("count", [0, 1, 2, 500])
def test_no_story_is_longer_than_the_limit(count: int) -> None:
    said = tuple(Said("now", "Lena", "y" * 500_000, internal=False) for _ in range(count))
    prompt = prompt_for(Help.REPLY, Story("t" * 160, (Fact("Description", "z" * 500_000),), said), Reader.REQUESTER)
    assert len(prompt.text) <= LONGEST


@pytest.mark.parametrize(
    ("text", "written", "unchecked"),
    [
        ("Dear Lena, it works.", "it works.", True),
        ("Dear Lena,\nit  works.\n", "it works.", True),
        ("Dear Lena, it works now.", "it works.", False),
        ("", "it works.", False),
        ("anything", "", False),
        ("anything", "  \n", False),
    ],
)
def test_what_a_model_wrote_counts_as_unchecked_while_it_stands_unchanged(
    text: str, written: str, unchecked: bool
) -> None:
    assert is_unchecked(text, written) is unchecked


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("Dear Lena", "Dear Lena"),
        ("<think>She asks", ""),
        ("<think>She asks</think>\n\nDear Lena", "Dear Lena"),
        ("\n<thinking>x</thinking> Dear <think> Lena", "Dear <think> Lena"),
        ("", ""),
    ],
)
def test_what_a_model_thinks_aloud_is_not_shown(raw: str, shown: str) -> None:
    assert without_thoughts(raw) == shown
