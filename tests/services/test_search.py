"""People find what they may see by words, and nothing of what they may not; on both databases alike."""

from datetime import timedelta

import pytest
from sqlalchemy import text, update

from app.domain.actor import Actor
from app.domain.errors import NotAllowed, Stopped
from app.domain.imports import Delivery, SourceIncident, SourceRow
from app.domain.vocabulary import Role, State
from app.infra.fulltext.keeping import fill_index, find_faults
from app.models.indexed import INDEXED
from app.models.people import person
from app.services.getting_on import telling
from app.services.incidents.dto import FieldEdit, IncidentRef, Post
from app.services.incidents.queue_dto import QueueQuery
from app.services.people.dto import NewPerson
from app.services.search.dto import Attempt, Hit, Kind, SearchQuery, SearchResult
from app.services.search.index import BEST
from tests.services.knowledge_desk import published
from tests.support.crew import Crew
from tests.support.german import in_german


def find(crew: Crew, wanted: str, actor: Actor | None = None, **more: object) -> SearchResult:
    """What somebody finds, the agent unless told otherwise."""
    return crew.desk.search.find(actor or crew.agent, SearchQuery(wanted, **more))  # type: ignore[arg-type]  # values of a test


def hits(result: SearchResult, kind: Kind = Kind.INCIDENT) -> tuple[Hit, ...]:
    return next((group.hits for group in result.groups if group.kind is kind), ())


def numbers(result: SearchResult) -> list[int | None]:
    return [hit.number for hit in hits(result)]


def marked(hit: Hit) -> list[str]:
    """What is marked in the title and in the snippet."""
    return [each.text[left:right] for each in (hit.title, hit.snippet) for left, right in each.spans]


def say(crew: Crew, ref: IncidentRef, body: str, actor: Actor | None = None, *, public: bool = False) -> None:
    crew.clock.advance(minutes=1)
    crew.desk.incidents.post(actor or crew.agent, ref.id, Post(crew.desk.new_id(), body, public=public))


@pytest.mark.parametrize(
    "wanted",
    ["squeals", "squeal", "squealing ", "sque", "fuser squeals", '"fuser unit"', "FUSER", "fùser", "CD-4012", "CD4012",
     "4012", "10.20.30.40", "30.40", "10.20", "db-07", "srv-db-07", "strasse", "straße", "zurich", "ZÜRICH", "mueller",
     "müller", "häuser", "squeals -toner", "INC-000001", "1"],
)  # fmt: skip
def test_an_incident_is_found_by_its_words(crew: Crew, wanted: str) -> None:
    ref = crew.log(
        short_description="Fuser unit of CD-4012 squeals",
        description="Ms Müller, Straße 7, Zürich. Host srv-db-07 at 10.20.30.40. Haus 3.",
    )
    crew.log(short_description="Laptop does not start", description="Black screen")
    assert numbers(find(crew, wanted)) == [ref.number]


@pytest.mark.parametrize("wanted", ["squeals -unit", "unitx", '"unit fuser"', "user", "laptop fuser"])
def test_an_incident_is_not_found_by_others(crew: Crew, wanted: str) -> None:
    crew.log(short_description="Fuser unit squeals")
    found = find(crew, wanted)
    assert not found.groups or found.attempt is not Attempt.WORDS


def test_a_tag_is_found_by_its_sign(crew: Crew) -> None:
    tagged, other, tail = (crew.log(short_description=f"Call {number}") for number in range(3))
    crew.desk.incidents.tag_many(crew.agent, (tagged.id,), ("vpn", "c_x"))
    crew.desk.incidents.tag_many(crew.agent, (other.id,), ("vpn-home", "cax"))
    assert numbers(find(crew, "#vpn")) == [tagged.number]
    assert marked(hits(find(crew, "#VPN "))[0]) == ["vpn"]
    assert numbers(find(crew, "#c_x")) == [tagged.number]
    assert numbers(find(crew, "#nothing")) == numbers(find(crew, "#")) == numbers(find(crew, "#%")) == []
    assert find(crew, "#vpn", crew.requester).count == 0, "tags are for the desk"
    crew.write("incident", tagged, restricted_group_id=crew.network)
    assert numbers(find(crew, "#vpn")) == []
    assert numbers(find(crew, "#vpn", crew.engineer)) == [tagged.number]
    assert tail.number not in numbers(find(crew, "#vpn", crew.engineer))


def test_what_was_found_is_marked(crew: Crew) -> None:
    crew.log(short_description="Fuser unit squeals", description="It began on Monday.\nThe fuser squealed all night.")
    (hit,) = hits(find(crew, "fuser squeal"))
    assert marked(hit) == ["Fuser", "squeals", "fuser", "squealed"]
    assert hit.place == "Description"
    with in_german():
        assert hits(find(crew, "fuser squeal"))[0].place == "Beschreibung"
    assert hit.snippet.text == "It began on Monday. The fuser squealed all night."


def test_a_snippet_of_an_article_has_no_signs_of_markup(crew: Crew) -> None:
    published(crew, "Clear a jam", body="## Steps\n\nPull **the fuser** out, then press `Reset`.")
    (hit,) = hits(find(crew, "fuser"), Kind.ARTICLE)
    assert hit.snippet.text == "Steps  Pull the fuser out, then press Reset."
    assert marked(hit) == ["fuser"]


def test_words_of_the_journal_find_the_incident(crew: Crew) -> None:
    ref = crew.log()
    say(crew, ref, "The caller has a purple zebra on the desk.")
    (hit,) = hits(find(crew, "zebra"))
    assert (hit.number, hit.place, marked(hit)) == (ref.number, "Internal note", ["zebra"])


def test_words_may_stand_one_here_and_one_there(crew: Crew) -> None:
    ref = crew.log(short_description="Fuser unit squeals")
    say(crew, ref, "Replaced the bearing.")
    crew.log(short_description="Another fuser")
    assert numbers(find(crew, "fuser bearing")) == [ref.number]


def test_a_title_counts_for_more_than_a_note_and_the_fresh_for_more_than_the_old(crew: Crew) -> None:
    by_note = crew.log(short_description="Something else")
    say(crew, by_note, "Has to do with the scanner, too.")
    old = crew.log(short_description="Scanner broken")
    crew.clock.advance(days=400)
    new = crew.log(short_description="Scanner broken")
    assert numbers(find(crew, "scanner")) == [new.number, old.number, by_note.number]


def test_what_has_to_do_with_the_case_at_hand_comes_first(crew: Crew) -> None:
    mine = crew.log(short_description="Scanner broken", caller_id=crew.neighbour.person_id)
    served = crew.log(short_description="Scanner broken", service_id=crew.service)
    other = crew.log(short_description="Scanner broken")
    assert numbers(find(crew, "scanner")) == [other.number, served.number, mine.number]
    near = find(crew, "scanner", caller_id=crew.neighbour.person_id, service_id=crew.service)
    assert numbers(near) == [mine.number, served.number, other.number]


@pytest.mark.parametrize("words", ["scanner", "roller", "scanner -toner", "roller -toner"])
def test_the_caller_of_the_case_at_hand_counts_also_where_more_fit_than_are_weighed(crew: Crew, words: str) -> None:
    mine, hidden = (crew.log(short_description="Scanner broken", caller_id=crew.neighbour.person_id) for _ in range(2))
    say(crew, mine, "Cleaned the roller.")
    say(crew, hidden, "Cleaned the roller.")
    for _ in range(BEST + 5):
        say(crew, crew.log(short_description="Scanner broken"), "Cleaned the roller.")
    found = numbers(find(crew, words, caller_id=crew.neighbour.person_id))
    assert sorted(found[:2], key=str) == [mine.number, hidden.number]
    assert len(found) == len(set(found)) == 50
    crew.write("incident", hidden, restricted_group_id=crew.network)
    seen = numbers(find(crew, words, caller_id=crew.neighbour.person_id))
    assert (seen[0], len(seen)) == (mine.number, 50), "and those that may not be seen take nobody's place"
    assert hidden.number not in seen


def test_a_changed_text_is_found_by_what_it_says_now(crew: Crew) -> None:
    ref = crew.log(short_description="Fuser unit squeals")
    crew.clock.advance(minutes=1)
    crew.desk.incidents.edit(crew.agent, ref.id, {"short_description": FieldEdit("Fuser unit squeals", "Roller slips")})
    assert numbers(find(crew, "roller")) == [ref.number]
    assert not find(crew, "squeals").groups


def test_a_misspelt_word_is_taken_for_another_and_that_is_said(crew: Crew) -> None:
    ref = crew.log(short_description="Fuser unit squeals")
    for typed in ("sqeuals", "squeels", "squeas", "squuals unit"):
        found = find(crew, typed)
        assert numbers(found) == [ref.number], typed
        assert found.attempt is Attempt.MISSPELT
        assert found.taken_for == ((typed.split()[0], "squeals"),)


def test_a_word_is_taken_only_for_what_the_reader_may_read(crew: Crew) -> None:
    own = crew.log(short_description="Fuser unit", caller_id=crew.requester.person_id)
    other = crew.log(short_description="Pangolin at large", caller_id=crew.neighbour.person_id)
    say(crew, own, "Smells of zebrafish.")
    assert numbers(find(crew, "pangolni")) == [other.number]
    assert numbers(find(crew, "zebrafihs")) == [own.number]
    for typed in ("pangolni", "zebrafihs", "fuser pangolni"):
        assert find(crew, typed, crew.requester) == SearchResult(typed), typed
    assert numbers(find(crew, "fuesr", crew.requester)) == [own.number]


def test_a_word_that_only_others_may_read_is_misspelt_for_who_may_not(crew: Crew) -> None:
    own = crew.log(short_description="Printer on fire", caller_id=crew.requester.person_id)
    crew.log(short_description="Printre on fire", caller_id=crew.neighbour.person_id)
    assert find(crew, "printre ").attempt is Attempt.WORDS
    found = find(crew, "printre ", crew.requester)
    assert (numbers(found), found.taken_for) == ([own.number], (("printre", "printer"),))


def test_names_of_people_items_and_reviews_may_be_misspelt(crew: Crew) -> None:
    crew.desk.people_admin.add_person(crew.admin, NewPerson(crew.desk.new_id(), "Ada Zinkowski"))
    crew.desk.people_admin.add_configuration_item(crew.admin, "zinkografie", "server")
    assert [hit.title.text for hit in hits(find(crew, "zinkwoski"), Kind.PERSON)] == ["Ada Zinkowski"]
    assert [hit.title.text for hit in hits(find(crew, "zinkografei"), Kind.ITEM)] == ["zinkografie"]
    assert not find(crew, "zinkografei", kinds=frozenset({Kind.PERSON})).groups
    assert not find(crew, "zinkwoski", crew.requester).groups


def test_a_letter_with_a_stroke_is_found_by_the_plain_one(crew: Crew) -> None:
    crew.desk.people_admin.add_person(crew.admin, NewPerson(crew.desk.new_id(), "Ewa Łukasiewicz"))
    for typed in ("lukasiewicz", "ewa lukasiewicz", "łukasiewicz"):
        assert [hit.title.text for hit in hits(find(crew, typed), Kind.PERSON)] == ["Ewa Łukasiewicz"], typed
    found = find(crew, "lukasiewicz")
    assert (found.attempt, found.taken_for) == (Attempt.MISSPELT, (("lukasiewicz", "łukasiewicz"),))
    assert marked(hits(found, Kind.PERSON)[0]) == ["Łukasiewicz"]


@pytest.mark.parametrize(
    ("typed", "taken_for"),
    [
        ("srvdb07", "srv-db-07"), ("srvdb0", "srv-db-07"), ("srv-d-b07", "srv-db-07"), ("SRVDB-07", "srv-db-07"),
        ("+4930123456", "49 30 123-456"), ("4930-123456 ", "49 30 123-456"), ("reset srvdb07 ", "srv-db-07"),
        ("log-in", "login"), ("03012-3456", "030123456"),
    ],
)  # fmt: skip
def test_identifiers_and_telephone_numbers_may_be_written_in_other_pieces(
    crew: Crew, typed: str, taken_for: str
) -> None:
    text = "Call back: +49 30 123-456 or 030123456, not before login."
    ref = crew.log(short_description="Reset srv-db-07", description=text, caller_id=crew.neighbour.person_id)
    crew.log(short_description="Something else")
    found = find(crew, typed)
    assert (numbers(found), found.attempt) == ([ref.number], Attempt.MISSPELT)
    assert [word for _typed, word in found.taken_for] == [taken_for]
    assert marked(hits(found)[0])[-1] == taken_for
    assert not find(crew, typed, crew.requester).groups, "and tell nobody what they may not read"


def test_a_person_is_found_by_their_number_however_it_is_written(crew: Crew) -> None:
    for name, phone in (("Ada Zink", "+49 (40) 777-12 34"), ("Bo Zink", "+1 415 555 2671"), ("Cy Zink", "0407771235")):
        crew.desk.people_admin.add_person(crew.admin, NewPerson(crew.desk.new_id(), name, phone=phone))
    for typed, name in (
        ("49407771234", "Ada Zink"), ("+4940777-1234", "Ada Zink"), ("14155552671", "Bo Zink"),
        ("040-777-1235", "Cy Zink"), ("040/7771235", "Cy Zink"),
    ):  # fmt: skip
        assert [hit.title.text for hit in hits(find(crew, typed), Kind.PERSON)] == [name], typed


@pytest.mark.parametrize("typed", ["10.20.30.41", "4012", "40120", '"srv db 07"', "1" * 40, "a1" * 8])
def test_addresses_dates_and_short_numbers_are_not_cut_into_pieces(crew: Crew, typed: str) -> None:
    crew.log(short_description="At 10203041, srvdb07, 401 20 and 40 12")
    assert find(crew, typed) == SearchResult(typed)


def test_the_number_of_an_error_is_found_with_and_without_its_sign(crew: Crew) -> None:
    with_sign = crew.log(short_description="Update fails with 0x80070005")
    without = crew.log(short_description="Update fails with 8007000E")
    assert numbers(find(crew, "80070005")) == [with_sign.number]
    assert numbers(find(crew, "0x8007000e ")) == [without.number]
    assert find(crew, "80070005").attempt is Attempt.WORDS


def test_parts_in_the_middle_of_words_are_the_last_try(crew: Crew) -> None:
    ref = crew.log(short_description="Rebooted srvdb07prod")
    found = find(crew, "db07")
    assert (numbers(found), found.attempt) == ([ref.number], Attempt.PARTS)
    assert marked(hits(found)[0]) == ["db07"]


def test_parts_are_found_as_they_were_typed_and_the_newest_first(crew: Crew) -> None:
    refs = [crew.log(short_description=title) for title in ("srvdb_07é", "srvdb%07É", "SRVDB\\07é", "srvdb-07e")]
    for typed, places in (("vdb_0", [0]), ("vdb%0", [1]), ("vdb\\0", [2]), ("vdb", [3, 2, 1, 0])):
        found = find(crew, typed)
        assert (numbers(found), found.attempt) == ([refs[place].number for place in places], Attempt.PARTS), typed


def test_people_items_and_reviews_are_found(crew: Crew) -> None:
    crew.desk.people_admin.add_person(
        crew.admin, NewPerson(crew.desk.new_id(), "Ömer Zink", email="oemer.zink@example.com", phone="+49 40 777")
    )
    crew.desk.people_admin.add_configuration_item(crew.admin, "srv-zink-07", "server")
    ref = crew.bring_to(crew.log(short_description="Zink down"), State.RESOLVED)
    crew.desk.reviews_admin.begin(crew.agent, ref.id, crew.desk.new_id())
    found = find(crew, "zink")
    assert [group.kind for group in found.groups] == [Kind.INCIDENT, Kind.PERSON, Kind.ITEM, Kind.REVIEW]
    assert hits(found, Kind.PERSON)[0].title.text == "Ömer Zink"
    assert marked(hits(find(crew, "oemer.zink@ex"), Kind.PERSON)[0]) == ["oemer.zink@example"]
    assert [hit.title.text for hit in hits(find(crew, "zink-07"), Kind.ITEM)] == ["srv-zink-07"]
    assert hits(find(crew, "zink"), Kind.REVIEW)[0].incident_id == ref.id
    assert [group.kind for group in find(crew, "zink", kinds=frozenset({Kind.ITEM})).groups] == [Kind.ITEM]


def test_inactive_people_come_last_and_are_called_so(crew: Crew) -> None:
    first = crew.desk.people_admin.add_person(crew.admin, NewPerson(crew.desk.new_id(), "Zink, Anna"))
    crew.desk.people_admin.add_person(crew.admin, NewPerson(crew.desk.new_id(), "Zink, Bert"))
    crew.desk.staff.remove(crew.admin, first)
    people = hits(find(crew, "zink"), Kind.PERSON)
    assert [(hit.title.text, hit.hint) for hit in people] == [("Zink, Bert", ""), ("Zink, Anna", "inactive")]


def test_counts_say_how_many_there_are(crew: Crew) -> None:
    for _ in range(7):
        crew.log(short_description="Scanner broken")
    (group,) = find(crew, "scanner", limit=3).groups
    assert (len(group.hits), group.count, group.is_more) == (3, 7, False)


def test_a_caller_finds_own_incidents_by_what_they_may_read(crew: Crew) -> None:
    mine = crew.log(short_description="Fuser unit squeals")
    crew.log(short_description="Fuser elsewhere", caller_id=crew.neighbour.person_id)
    say(crew, mine, "The purple zebra is to blame.")
    say(crew, mine, "We ordered a bearing.", public=True)
    assert numbers(find(crew, "fuser", crew.requester)) == [mine.number]
    assert numbers(find(crew, "bearing", crew.requester)) == [mine.number]
    assert numbers(find(crew, "zebra", crew.agent)) == [mine.number]
    # Not by an internal note: neither by its word, its slips and parts, nor by leaving the word out, nor together.
    for typed in ("zebra", "zebar", "ebr", "fuser zebra", "purple"):
        assert not find(crew, typed, crew.requester).groups, typed
    assert numbers(find(crew, "fuser -zebra", crew.requester)) == [mine.number]
    assert numbers(find(crew, "fuser -zebra", crew.agent)) == [mine.number + 1]
    assert not find(crew, "fuser -bearing", crew.requester).groups
    assert not find(crew, "Brandt", crew.requester).groups, "people are found by those who work at the desk"


def test_a_snippet_never_holds_what_the_reader_may_not_read(crew: Crew) -> None:
    mine = crew.log(short_description="Fuser unit squeals")
    say(crew, mine, "fuser: secretword")
    say(crew, mine, "fuser: openword", public=True)
    (hit,) = hits(find(crew, "fuser", crew.requester))
    assert "secretword" not in repr(hit)


def test_restricted_incidents_are_found_by_their_group_only(crew: Crew) -> None:
    ref = crew.log(short_description="Dismissal zebrafish", description="giraffe")
    say(crew, ref, "elephant")
    crew.write("incident", ref, restricted_group_id=crew.network)
    typed_of_all = ("zebrafish", "giraffe", "elephant", "zebra", "zebrafihs", "ebrafi", "zebrafish elephant")
    for typed in (*typed_of_all, str(ref.number), f"INC-{ref.number:06d}"):
        assert not hits(find(crew, typed, crew.agent)), typed
        if typed != "zebrafihs":
            assert numbers(find(crew, typed, crew.engineer)) == [ref.number], typed
    other = crew.log(short_description="Zebrafish in the pond")
    assert numbers(find(crew, "zebrafish", crew.agent)) == [other.number]


HOSTILE = (
    '"', "'", "a'b\"c", "*", "(", ")", "AND", "NEAR(a b)", "a:b", "^a", "{a}:b", "-", "+", "\\", "%", "_", "\0",
    "\ud800", "x" * 10_000, "x " * 5_000, "'; DROP TABLE incident; --", "a <-> b", "a:*", "!a & b | c", "\u202eabc",
    "שלום עולם", "\N{PRINTER}", "\N{PRINTER}\ufe0f x", "…", "日本語", "हिन्दी", "a\tb\nc", "rowid", "search_incident",
    '""" OR 1', "1e999", "-a -b", "a -", '"a', "4930123456", "999999999999", "9" * 13, "KB-999999999999",
    "PRB-999999999999",
)  # fmt: skip


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_any_input_is_safe(crew: Crew, typed: str) -> None:
    crew.log(short_description="Fuser unit squeals")
    for reader in (crew.agent, crew.requester):
        assert find(crew, typed, reader).count <= 1
        for asked in (typed, f"text:{typed}", f'subject:"{typed}"', f"-{typed}"):
            crew.desk.queue.page(reader, QueueQuery(asked))


def listed(crew: Crew, text: str, actor: Actor) -> list[int]:
    return [row.number for row in crew.desk.queue.page(actor, QueueQuery(text, sort="number")).rows]


def test_the_filter_of_a_list_finds_by_the_rules_of_the_search(crew: Crew) -> None:
    ref = crew.log(short_description="Fuser unit squeals", caller_id=crew.requester.person_id)
    say(crew, ref, "The pangolin was here", public=False)
    say(crew, ref, "We ordered bearings", public=True)
    for word in ("pangolin", "bearing", "squealing", "fus", '"fuser unit"', "unit"):
        assert listed(crew, word, crew.agent) == [ref.number], word
    assert listed(crew, "bearings", crew.requester) == [ref.number]
    assert listed(crew, "pangolin", crew.requester) == [], "it stands in an internal note"
    assert listed(crew, "-pangolin", crew.requester) == [ref.number], "and leaving it out tells nothing of it"
    assert listed(crew, "bearings", crew.neighbour) == []
    crew.write("incident", ref, restricted_group_id=crew.network)
    assert listed(crew, "fuser", crew.agent) == []
    assert listed(crew, "fuser pangolin", crew.engineer) == [ref.number]


def test_words_of_other_scripts_are_found(crew: Crew) -> None:
    ref = crew.log(short_description="שלום Принтер 日本語 हिन्दी", description="x")
    for typed in ("שלום", "принтер", "ПРИНТЕР", "日本", "हिन्दी"):
        assert numbers(find(crew, typed)) == [ref.number], typed


def test_other_forms_are_found_in_the_languages_of_the_desk(crew: Crew) -> None:
    ref = crew.log(short_description="Fuser unit squeals")
    assert numbers(find(crew, "squealing ")) == [ref.number]
    crew.desk.settings_admin.set_text(crew.admin, "search_languages", "none")
    assert not find(crew, "squealing ").groups


def test_the_index_is_what_the_desk_says(crew: Crew) -> None:
    ref = crew.log(short_description="Fuser unit squeals")
    say(crew, ref, "A note")
    with crew.desk.store.database.writing() as connection:
        assert find_faults(connection, INDEXED) == []


def test_faults_of_an_index_are_found_and_mended(database_url: str, crew_of_one_program: Crew) -> None:
    crew = crew_of_one_program
    ref = crew.log(short_description="Fuser unit squeals")
    broken = (
        "INSERT INTO search_incident (search_incident, rowid, short_description, description)"
        f" VALUES ('delete', {ref.number}, 'Fuser unit squeals', '')"
        if database_url.startswith("sqlite")
        else "UPDATE desk.search_document SET words = 'other'::tsvector WHERE kind = 'incident'"
    )
    with crew.desk.store.database.writing() as connection:
        connection.execute(text(broken))
        assert len(find_faults(connection, INDEXED)) == 1
        fill_index(connection, INDEXED)
        assert find_faults(connection, INDEXED) == []
    assert numbers(find(crew, "fuser")) == [ref.number]


def test_administrators_make_the_index_anew_and_are_told_how_far_it_is(crew: Crew) -> None:
    for number in range(3):
        say(crew, crew.log(short_description=f"Fuser {number} squeals"), "A note about the bearing")
    told: list[tuple[int, int]] = []
    with telling(lambda done, total: told.append((done, total))):
        rows = crew.desk.search_admin.rebuild(crew.admin)
    assert told[-1] == (rows, rows)
    assert rows >= 6
    assert len(numbers(find(crew, "fuser bearing"))) == 3
    with pytest.raises(NotAllowed):
        crew.desk.search_admin.rebuild(crew.supervisor)


def test_an_index_that_is_not_made_to_its_end_stays_as_it_was(crew: Crew) -> None:
    crew.log(short_description="Fuser squeals")

    def stop(_done: int, _total: int) -> None:
        raise Stopped("Enough.")

    with pytest.raises(Stopped), telling(stop):
        crew.desk.search_admin.rebuild(crew.admin)
    assert len(numbers(find(crew, "fuser"))) == 1


def test_a_save_that_is_taken_back_leaves_no_words(crew: Crew) -> None:
    person_id = crew.requester.person_id
    with pytest.raises(ZeroDivisionError):
        _rename_and_fail(crew, person_id)
    assert not find(crew, "taken").groups


def _rename_and_fail(crew: Crew, person_id: str) -> None:
    with crew.desk.store.database.writing() as connection:
        connection.execute(update(person).where(person.c.id == person_id).values(name="Taken Back"))
        raise ZeroDivisionError


def test_who_may_not_read_people_is_not_asked_for_them(crew: Crew) -> None:
    assert crew.requester.role is Role.REQUESTER
    assert not find(crew, "Eriksen", crew.requester).groups
    assert find(crew, "Eriksen", crew.agent).groups


def test_what_an_import_brings_is_found(crew: Crew) -> None:
    opened = crew.clock.now() - timedelta(days=2)
    row = SourceRow(2, opened, None, "0" * 16, [])
    brought = SourceIncident(
        "INC7", opened, (row,), "closed", short_description="Fuser squeals", description="In the basement"
    )
    crew.desk.imports.run(crew.admin, Delivery("test", 1, [brought]))
    for typed in ("INC7", "fuser basement"):
        assert [hit.title.text for hit in hits(find(crew, typed))] == ["Fuser squeals"], typed
    with crew.desk.store.database.writing() as connection:
        assert find_faults(connection, INDEXED) == []
