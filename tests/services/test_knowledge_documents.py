"""Articles as Markdown files: out, in, again, and what is wrong with a file."""

from dataclasses import replace

from app.domain.knowledge import ArticleKind, ArticleState, Audience
from app.services.knowledge.dto import ArticleFacts, ArticleFile, ArticleRef
from tests.services.knowledge_desk import publish, published, see, text, write
from tests.support.crew import Crew


def test_what_goes_out_comes_in_unchanged_and_a_change_is_a_version(crew: Crew) -> None:
    facts = ArticleFacts(ArticleKind.KNOWN_ERROR, "de", crew.subcategory, (crew.service,), ("dock", "scanner"), "PRB7")
    ref = published(crew, "Clear a paper jam: quickly", facts)
    write(crew, "Draft")
    files = crew.desk.knowledge.documents(crew.agent)
    assert [file.name for file in files] == ["KB-000001-clear-a-paper-jam-quickly.md", "KB-000002-draft.md"]
    assert "state: published" in files[0].text
    work = crew.desk.knowledge_work
    assert [work.take_in(crew.agent, file).outcome for file in files] == ["unchanged", "unchanged"]
    changed = files[0]._replace(text=files[0].text.replace("slowly", "very slowly"))
    assert work.take_in(crew.agent, changed, dry_run=True).outcome == "version"
    assert see(crew, ref).row.version == 1
    assert work.take_in(crew.agent, changed).told == "Version 2 of KB-000001."
    assert (see(crew, ref).row.state, see(crew, ref).row.published_version) == (ArticleState.DRAFT, 1)
    assert see(crew, ref, 2).text.body.endswith("very slowly")
    assert see(crew, ref).facts == replace(see(crew, ref).facts, kind=ArticleKind.KNOWN_ERROR, problem_ref="PRB7")


def test_a_folder_takes_nothing_back_that_was_written_since(crew: Crew) -> None:
    ref = published(crew)
    work = crew.desk.knowledge_work
    (file,) = crew.desk.knowledge.documents(crew.agent)
    work.write(crew.agent, ref.id, text(body="Better", audience=Audience.EVERYONE), seen=1)
    assert work.take_in(crew.agent, file).outcome == "unchanged", "readers still see what the file says"
    (again,) = crew.desk.knowledge.documents(crew.agent)
    assert work.take_in(crew.agent, again).outcome == "unchanged"
    publish(crew, ArticleRef(ref.id, ref.number, 2, see(crew, ref).edit))
    assert work.take_in(crew.agent, file).outcome == "unchanged", "nobody changed the file"
    assert see(crew, ref).row.version == 2
    changed = file._replace(text=file.text.replace("slowly", "at once"))
    told = work.take_in(crew.agent, changed)
    assert told.told == "Version 3 of KB-000001. It was made from version 1; look what changed up to version 2."
    assert see(crew, ref).text.body == "Better"


def test_what_the_head_changes_is_changed_and_what_it_does_not_name_stays(crew: Crew) -> None:
    ref = published(crew, facts=ArticleFacts(tags=("a",), service_ids=(crew.service,)))
    work = crew.desk.knowledge_work
    (file,) = crew.desk.knowledge.documents(crew.agent)
    before = see(crew, ref).facts
    changed = file._replace(text=file.text.replace("tags: a", "tags: drücker, zwei").replace("services: ", "x: "))
    assert work.take_in(crew.agent, changed, dry_run=True).outcome == "details"
    assert see(crew, ref).facts == before
    told = work.take_in(crew.agent, changed)
    assert (told.outcome, told.told) == ("details", "Changed of KB-000001: tags.")
    assert see(crew, ref).facts == replace(before, tags=("drücker", "zwei"))
    assert work.take_in(crew.agent, changed).outcome == "unchanged"
    older = work.take_in(crew.agent, file)
    assert older.told == "Its details were changed here since it was written out, and stay: tags."
    assert see(crew, ref).facts.tags == ("drücker", "zwei")
    unknown = changed._replace(text=changed.text.replace("x: ", "services: Nowhere # "))
    assert work.take_in(crew.agent, unknown).told.startswith("Unknown here and left out: service Nowhere")
    assert see(crew, ref).facts.service_ids == (crew.service,)


def test_a_change_of_text_and_head_is_one(crew: Crew) -> None:
    ref = published(crew, "Drücker süß reinigen", ArticleFacts(tags=("a",)))
    (file,) = crew.desk.knowledge.documents(crew.agent)
    assert file.name == "KB-000001-drucker-suss-reinigen.md"
    changed = file._replace(text=file.text.replace("tags: a", "tags:").replace("slowly", "at once"))
    told = crew.desk.knowledge_work.take_in(crew.agent, changed)
    assert (told.outcome, told.told) == ("version", "Version 2 of KB-000001. Changed of KB-000001: tags.")
    seen = see(crew, ref, 2)
    assert (seen.facts.tags, seen.text.body.endswith("at once")) == ((), True)


def test_what_is_refused_changes_nothing_and_is_refused_when_only_tried_too(crew: Crew) -> None:
    ref = published(crew, facts=ArticleFacts(tags=("a",)))
    work = crew.desk.knowledge_work
    (file,) = crew.desk.knowledge.documents(crew.agent)
    changed = file._replace(text=file.text.replace("language: en", "language: German please").replace("slowly", "fast"))
    assert work.take_in(crew.agent, changed, dry_run=True).outcome == "refused"
    assert work.take_in(crew.agent, changed).outcome == "refused"
    assert see(crew, ref).row.version == 1, "nothing of it is kept"


def test_a_file_from_elsewhere_becomes_a_draft_once(crew: Crew) -> None:
    head = "kind: faq\naudience: everyone\nstate: published\nservices: [Nowhere]\ncategory: No/Such"
    text = f"---\n{head}\n---\n# How long?\n\nA day."
    file = ArticleFile("faq/how-long.md", text)
    work = crew.desk.knowledge_work
    assert work.take_in(crew.agent, file, dry_run=True).outcome == "new"
    assert crew.desk.knowledge.list(crew.agent) == ()
    taken = work.take_in(crew.agent, file)
    assert taken.told == "Unknown here and left out: category No/Such, service Nowhere."
    (row,) = crew.desk.knowledge.list(crew.agent)
    assert (row.title, row.state, row.kind, row.audience) == (
        "How long?", ArticleState.DRAFT, ArticleKind.FAQ, Audience.EVERYONE,
    )  # fmt: skip
    assert work.take_in(crew.agent, file).outcome == "unchanged"
    assert crew.desk.knowledge.list(crew.requester) == (), "what a file says of itself publishes nothing"


def test_what_is_wrong_with_a_file_is_told(crew: Crew) -> None:
    work = crew.desk.knowledge_work
    for written, said in (
        ("---\ntitle: x\n", "no end"),
        ("---\ntitle: x\nkind: poem\n---\n", "none of how_to"),
        ("---\ntitle: x\nreview_on: soon\n---\n", "no day"),
        (f"---\ntitle: {'x' * 161}\n---\n", "161 characters"),
    ):
        taken = work.take_in(crew.agent, ArticleFile("x.md", written))
        assert taken.outcome == "refused"
        assert said in taken.told
    assert crew.desk.knowledge.list(crew.agent) == ()
