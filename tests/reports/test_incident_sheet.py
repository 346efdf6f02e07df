"""The printed incident, read back from its bytes; the incidents come from a desk, on both databases."""

import io
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import pypdf
import pytest

from app.domain.actor import Actor
from app.domain.errors import NotFound, Stopped
from app.domain.numbers import incident_number
from app.domain.priority import PriorityMatrix
from app.domain.vocabulary import State
from app.reports.incident_sheet import Copy, build_incident_pdf
from app.reports.naming import incident_file_name
from app.reports.styles import Paper
from app.services.incidents.dto import FieldEdit, IncidentDetail, IncidentRef, NewFile, Post
from app.services.sla.dto import IncidentClocks
from tests.support.crew import Crew
from tests.support.german import in_german

ZONE = ZoneInfo("Europe/Berlin")


@dataclass(frozen=True, slots=True)
class Read:
    """What the desk gives somebody of an incident."""

    detail: IncidentDetail
    clocks: IncidentClocks
    matrix: PriorityMatrix
    who: Actor

    def pdf(self, *, internal: bool, paper: Paper = Paper.A4, **more: object) -> bytes:
        copy = Copy(internal, self.who.name, self.clocks.now)
        return build_incident_pdf(self.detail, self.clocks, self.matrix, copy, ZONE, paper, **more)  # type: ignore[arg-type]  # values of a test

    def pages(self, *, internal: bool, paper: Paper = Paper.A4) -> list[str]:
        read = pypdf.PdfReader(io.BytesIO(self.pdf(internal=internal, paper=paper)))
        return [" ".join(page.extract_text().split()) for page in read.pages]

    def words(self, *, internal: bool) -> str:
        return " ".join(self.pages(internal=internal))


def read(crew: Crew, ref: IncidentRef, who: Actor | None = None) -> Read:
    desk, who = crew.desk, who or crew.agent
    detail, clocks = desk.incident.detail(who, ref.id), desk.sla.clocks(who, ref.id)
    return Read(detail, clocks, desk.settings.matrix(who), who)


def story(crew: Crew) -> IncidentRef:
    """An incident with a reply, an internal note, files of both, changed fields and a resolution."""
    desk, agent = crew.desk, crew.agent
    ref = crew.log(
        short_description="Labels come out blank", description="Every label since the <b>update</b> & before noon.",
        caller_id=crew.requester.person_id, service_id=crew.service, category_id=crew.category, impact=2, urgency=2,
    )  # fmt: skip
    crew.clock.advance(minutes=5)
    told = NewFile("label.png", "image/png", b"x" * 2_500)
    desk.incidents.post(agent, ref.id, Post(desk.new_id(), "Please send a label.", public=True, files=(told,)))
    crew.clock.advance(minutes=5)
    kept = NewFile("wiretap.log", "text/plain", b"zebrafish")
    desk.incidents.post(agent, ref.id, Post(desk.new_id(), "zebrafish did it again", public=False, files=(kept,)))
    desk.incidents.edit(agent, ref.id, {"cause": FieldEdit(None, "okapi in the spooler")})
    desk.incidents.edit(agent, ref.id, {"urgency": FieldEdit(2, 1)})
    for step in crew.way_to(State.RESOLVED):
        desk.incidents.step(agent, ref.id, step)
    return ref


def test_it_has_everything_in_the_order_of_the_journal(crew: Crew) -> None:
    ref = story(crew)
    made = read(crew, ref)
    text = made.words(internal=True)
    order = ["Labels come out blank", "Included", "Properties", "Clocks",
             "Every label since the <b>update</b> & before noon.",
             "Please send a label.", "label.png, 2 KB", "zebrafish did it again", "wiretap.log, 9 B"]  # fmt: skip
    journal = text[text.index(" Journal ") :]
    for said in (incident_number(ref.number), *order, crew.agent.name, crew.requester.name, "Resolved", "okapi",
                 "Cleared the jam.", "Page 1 of"):  # fmt: skip
        assert said in text, said
    places = [journal.index(said) for said in order[5:]]
    assert places == sorted(places)
    assert f"P{made.detail.priority} " in text


def test_a_copy_for_the_caller_holds_nothing_internal_and_says_so(crew: Crew) -> None:
    text = read(crew, story(crew)).words(internal=False)
    for kept in ("zebrafish", "wiretap", "okapi", "Included", "Internal note "):
        assert kept not in text, kept
    for said in ("Not included: copy for the caller", "Please send a label.", "label.png", "Cleared the jam."):
        assert said in text, said


def test_the_callers_own_login_gets_no_more_than_its_copy(crew: Crew) -> None:
    ref = story(crew)
    text = read(crew, ref, crew.requester).words(internal=True)
    assert "zebrafish" not in text
    assert "wiretap" not in text
    with pytest.raises(NotFound):
        read(crew, ref, crew.neighbour)


def test_long_texts_and_words_go_over_pages_and_are_whole(sqlite_crew: Crew) -> None:
    crew = sqlite_crew
    ref = crew.log(short_description="w" * 150, description="x" * 400)
    body = "\n\n".join(f"Line {number} of what was said" for number in range(300))
    crew.desk.incidents.post(crew.agent, ref.id, Post(crew.desk.new_id(), body, public=True))
    for paper in Paper:
        pages = read(crew, ref).pages(internal=False, paper=paper)
        text = " ".join(pages)
        assert all(f"Line {number} of what" in text for number in range(300))
        assert text.replace(" ", "").count("x" * 400) == 1
        assert 5 < len(pages) < 20
        assert f"Page {len(pages)} of {len(pages)}" in pages[-1]


def test_equal_incidents_give_equal_bytes_and_one_that_is_stopped_none(sqlite_crew: Crew) -> None:
    made = read(sqlite_crew, story(sqlite_crew))
    assert made.pdf(internal=True) == made.pdf(internal=True)

    def stop() -> bool:
        raise Stopped

    with pytest.raises(Stopped):
        made.pdf(internal=True, cancelled=stop)


def test_it_speaks_german(sqlite_crew: Crew) -> None:
    made = read(sqlite_crew, story(sqlite_crew))
    with in_german():
        text = made.words(internal=False)
    for said in ("Priorität", "Eigenschaften", "Nicht enthalten", "Gelöst", "Seite 1 von", "Please send a label."):
        assert said in text, said
    assert "Not included" not in text


def test_the_name_of_the_file_says_which_copy_it_is() -> None:
    assert incident_file_name(7, with_internal=False) == "INC-000007.pdf"
    assert incident_file_name(7, with_internal=True) == "INC-000007_internal.pdf"
