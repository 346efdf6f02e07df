"""`Ctrl+P` on the queue: all rows of its filter as a document."""

from functools import partial
from typing import TYPE_CHECKING

from app.domain.wording import inside, tr
from app.views.queue.columns import SPECS, sorted_columns
from app.views.queue.header import GROUP_LABELS

if TYPE_CHECKING:
    from datetime import tzinfo

    from app.domain.actor import Actor
    from app.domain.imports import Progress
    from app.services.desk import Desk
    from app.services.incidents.queue_dto import QueueQuery
    from app.views.queue.page import QueuePage
    from app.views.shell.documents import Document, Making


def documents_of(page: "QueuePage") -> "tuple[Document, ...]":
    """The list that is shown, read anew when its turn comes."""
    # The first picture of the window does without these.
    from zoneinfo import ZoneInfo

    from app.infra.local_zone import local_zone
    from app.reports.naming import list_file_name
    from app.views.shell.documents import Document, Making, paper_name

    context, query = page.context, page.query
    zone = context.formats.zone or ZoneInfo(local_zone())
    title = page.shelf.title_of(query.filter_text)
    words = title, query.filter_text, sorted_words(query), GROUP_LABELS[query.group_by], context.actor.name
    make = partial(_make, context.desk, context.actor, query._replace(zone=zone), words, zone, paper_name(), Making)
    name = list_file_name(context.clock.now(), zone)
    return (Document(tr("PDF of the list"), name, make),)


def sorted_words(query: "QueueQuery") -> str:
    """By what the rows are sorted: `Updated, descending`."""
    first, *then = [
        tr("{column}, descending", column=SPECS[column].spoken)
        if falls
        else tr("{column}, ascending", column=SPECS[column].spoken)
        for column, falls in sorted_columns(query)
    ]
    return tr("{first}, then {second}", first=first, second=inside(then[0])) if then else first


def _make(
    desk: "Desk",
    actor: "Actor",
    query: "QueueQuery",
    words: tuple[str, str, str, str, str],
    zone: "tzinfo",
    paper: str,
    making_of: "type[Making]",
    progress: "Progress",
) -> bytes:
    # The PDF libraries are loaded with the first document, so that the window starts without them.
    from app.reports.list_sheet import ListHead, build_list_pdf
    from app.reports.styles import Across

    making = making_of(progress)
    shown = desk.exports.listed(actor, query, making.read)
    return build_list_pdf(shown, ListHead(*words), zone, Across[paper], making.share, making.cancelled)
