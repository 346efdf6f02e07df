"""A program that is open while its desk is upgraded, or put back, writes nothing more into it and says why."""

import pytest
from sqlalchemy.exc import DBAPIError

from app.domain.errors import DeskError, Unavailable
from app.services.incidents.dto import Post
from tests.support.crew import Crew
from tests.support.tampering import behind


def set_revision(crew: Crew, revision: str) -> None:
    """The desk is of another version from now on."""
    with behind(crew.desk.store.database.url) as connection:
        connection.execute(f"UPDATE alembic_version SET version_num = '{revision}'")


@pytest.mark.parametrize(
    ("revision", "said"),
    [("20991231_0001", "upgraded by a newer Mainstay while"), ("20261123_0001", "put back to an older state while")],
)
def test_nothing_is_written_into_a_desk_of_another_version(revision: str, said: str, crew: Crew) -> None:
    ref = crew.log()
    before = len(crew.see(ref).journal)
    set_revision(crew, revision)
    post = Post(crew.desk.new_id(), "What was typed", public=True)
    with pytest.raises(Unavailable, match=said) as refused:
        crew.desk.incidents.post(crew.agent, ref.id, post)
    assert "what you typed is kept" in str(refused.value)
    assert len(crew.see(ref).journal) == before, "reading goes on"
    with pytest.raises(DeskError, match=said):
        crew.log()


def test_a_question_that_the_new_schema_does_not_understand_is_no_bug(crew: Crew) -> None:
    crew.log()
    with behind(crew.desk.store.database.url) as connection:
        connection.execute("ALTER TABLE site RENAME COLUMN name TO label")
    with pytest.raises(DBAPIError):
        crew.desk.people.sites(crew.agent)
    set_revision(crew, "20991231_0001")
    with pytest.raises(Unavailable, match="upgraded by a newer Mainstay while this program was open"):
        crew.desk.people.sites(crew.agent)
