"""Looking after the index, whether it says what the data says and making it anew; and counting what nobody finds."""

from sqlalchemy import Connection

from app.domain.errors import Refused
from app.domain.permissions import Permission
from app.domain.search.unfound import word_form
from app.domain.wording import tr
from app.infra.fulltext.keeping import fill_index, find_faults
from app.infra.link import LONG
from app.infra.unit_of_work import Store, Work
from app.models.indexed import INDEXED
from app.services.command import command
from app.services.getting_on import go_on
from app.services.search.unfound import count_unfound


class SearchCommands:
    """`check` needs the login that owns the tables, where the desk is on a server."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @command(Permission.KNOWLEDGE_USE)
    def count_unfound(self, work: Work, text: str) -> None:
        """Count a search that found nothing, by its words and the day (UTC) and without who searched.

        What says who or what was looked for, such as an address or a telephone number, is not counted.
        """
        words = word_form(text)
        if words:
            count_unfound(work.connection, words, work.now)

    @command(Permission.AUDIT_VERIFY, LONG)
    def check(self, work: Work) -> tuple[str, ...]:
        """What the index lacks or has wrong, in plain words; empty when all is well. Reads everything."""
        _refuse_half_a_view(work.connection)
        return tuple(find_faults(work.connection, INDEXED))

    @command(Permission.AUDIT_VERIFY, LONG)
    def rebuild(self, work: Work) -> int:
        """Index every row anew, in one transaction; how many rows that were. Administrators of a server may, too."""
        return fill_index(work.connection, INDEXED, go_on)


def _refuse_half_a_view(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        return
    owns = "SELECT pg_has_role(relowner, 'MEMBER') FROM pg_class WHERE oid = to_regclass('incident')"
    if not connection.exec_driver_sql(owns).scalar_one():
        raise Refused(tr("Only the login that owns the tables sees the whole index. Run this with that login."))
