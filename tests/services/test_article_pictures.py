"""Pictures of articles: stored with the version that shows them, read as far as its text is, carried by folders."""

import struct
import zlib

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from app.domain.errors import BadInput
from app.domain.knowledge import Audience
from app.domain.pictures import picture_hash, pictures_in, renamed, shown_paths, without_pictures
from app.models.knowledge import article_picture
from app.services.knowledge.dto import ArticleFacts, ArticleFile
from app.services.search.dto import Kind, SearchQuery
from tests.services.knowledge_desk import publish, see, text
from tests.support.crew import Crew


def png(shade: int = 0) -> bytes:
    """A picture of one dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    dot = zlib.compress(bytes([0, shade]))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", dot) + chunk(b"IEND", b"")


def shows(*pictures: bytes) -> str:
    return "\n\n".join(f"![Panel](picture:{picture_hash(each)})" for each in pictures)


def test_what_a_text_names_is_kept_with_its_version_and_nothing_else(crew: Crew) -> None:
    first, second, unused = png(1), png(2), png(3)
    work, article_id = crew.desk.knowledge_work, crew.desk.new_id()
    ref = work.create(crew.agent, article_id, text(body=shows(first)), ArticleFacts(), (first, unused))
    work.write(crew.agent, article_id, text(body=shows(first, second)), (second,), seen=1)
    assert dict(see(crew, ref, 1).pictures) == {picture_hash(first): first}
    assert dict(see(crew, ref, 2).pictures) == {picture_hash(each): each for each in (first, second)}
    with crew.desk.store.reading() as connection:
        stored = set(connection.execute(select(article_picture.c.sha256)).scalars())
    assert stored == {picture_hash(first), picture_hash(second)}


def test_callers_see_the_pictures_of_what_is_published_for_them_only(crew: Crew) -> None:
    first, second = png(1), png(2)
    work, article_id = crew.desk.knowledge_work, crew.desk.new_id()
    said = text(body=shows(first), audience=Audience.EVERYONE)
    ref = publish(crew, work.create(crew.agent, article_id, said, ArticleFacts(), (first,)))
    work.write(crew.agent, article_id, text(body=shows(second), audience=Audience.EVERYONE), (second,), seen=1)
    assert dict(crew.desk.knowledge.detail(crew.requester, ref.id).pictures) == {picture_hash(first): first}


@pytest.mark.parametrize("data", [b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"", b"%PDF-1.4", b"GIF"])
def test_only_pictures_are_taken(crew: Crew, data: bytes) -> None:
    with pytest.raises(BadInput, match="PNG, JPEG, GIF or WebP"):
        crew.desk.knowledge_work.create(crew.agent, crew.desk.new_id(), text(body=shows(data)), ArticleFacts(), (data,))


def test_one_that_is_too_large_or_too_many_are_refused(crew: Crew) -> None:
    crew.desk.settings_admin.set_number(crew.admin, "attachment_limit_mb", 1)
    large = png() + bytes(1_000_000)
    work = crew.desk.knowledge_work
    with pytest.raises(BadInput, match="the limit is 1 MB"):
        work.create(crew.agent, crew.desk.new_id(), text(body=shows(large)), ArticleFacts(), (large,))
    many = [png(shade) for shade in range(51)]
    with pytest.raises(BadInput, match="50 pictures at most"):
        work.create(crew.agent, crew.desk.new_id(), text(body=shows(*many)), ArticleFacts(), tuple(many))


def test_a_picture_stays_as_it_is(crew: Crew) -> None:
    picture = png()
    crew.desk.knowledge_work.create(
        crew.agent, crew.desk.new_id(), text(body=shows(picture)), ArticleFacts(), (picture,)
    )
    for act in ("UPDATE article_picture SET media_type = 'image/gif'", "DELETE FROM article_picture"):
        with pytest.raises(DBAPIError), crew.desk.store.database.writing() as connection:
            connection.exec_driver_sql(act)


def test_a_folder_carries_them_out_and_in(crew: Crew) -> None:
    picture = png(7)
    work = crew.desk.knowledge_work
    ref = work.create(crew.agent, crew.desk.new_id(), text(body=shows(picture)), ArticleFacts(), (picture,))
    (file,) = crew.desk.knowledge.documents(crew.agent)
    (path,) = file.pictures
    assert f"![Panel]({path})" in file.text
    assert path.startswith("pictures/")
    assert work.take_in(crew.agent, file).outcome == "unchanged"
    other = ArticleFile("from/elsewhere.md", "# Toner\n\n![Where](img/toner.png)", {"img/toner.png": png(9)})
    assert work.take_in(crew.agent, other).outcome == "new"
    made = next(row for row in crew.desk.knowledge.list(crew.agent) if row.id != ref.id)
    detail = crew.desk.knowledge.detail(crew.agent, made.id)
    assert dict(detail.pictures) == {picture_hash(png(9)): png(9)}


def test_the_name_of_a_picture_stands_in_no_snippet(crew: Crew) -> None:
    picture = png(4)
    said = text(body=f"Look at the fuser.\n\n{shows(picture)}")
    crew.desk.knowledge_work.create(crew.agent, crew.desk.new_id(), said, ArticleFacts(), (picture,))
    found = crew.desk.search.find(crew.agent, SearchQuery("fuser", kinds=frozenset({Kind.ARTICLE})))
    assert "picture:" not in found.groups[0].hits[0].snippet.text


def test_addresses_of_pictures_are_read_and_replaced() -> None:
    body = f'![a](x/y.png) ![b](<z.png> "t") [link](x/y.png) ![c](picture:{"ab" * 32})'
    assert shown_paths(body) == ("x/y.png", "z.png")
    assert pictures_in(body) == ("ab" * 32,)
    assert renamed(body, {"x/y.png": "picture:1"}).startswith("![a](picture:1) ![b](<z.png>")
    assert without_pictures("See ![the panel](picture:x).") == "See the panel."
