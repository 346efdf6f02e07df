"""The mark of what the person follows: on its row, in its head, and what a screen reader says."""

from app.views.following import follow
from app.views.incident.page import IncidentPage
from app.views.queue.columns import Column
from app.views.queue.page import QueuePage
from tests.views.desks import Stage


def test_a_row_that_is_followed_says_so_at_once(on_stage: Stage) -> None:
    ids = [on_stage.desk.log("Scanner offline"), on_stage.desk.log("Label printer jams")]
    page = on_stage.show(QueuePage(on_stage.context))
    page.open("is:open")
    on_stage.wait_for(lambda: page.table.line_of_id(ids[0]) is not None)
    table = page.table

    def said(incident_id: str) -> str:
        line = table.line_of_id(incident_id)
        row = None if line is None else table.row_at(line)
        assert row is not None
        return table.wording.spoken(row, Column.SUMMARY)

    changed: list[int] = []
    table.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    follow(on_stage.context, [ids[0]])
    on_stage.settle()
    assert "You follow it" in said(ids[0])
    assert "You follow it" not in said(ids[1])
    assert table.line_of_id(ids[0]) in changed
    follow(on_stage.context, [ids[0]])
    on_stage.settle()
    assert "You follow it" not in said(ids[0])


def test_the_head_of_an_incident_shows_that_it_is_followed(on_stage: Stage) -> None:
    incident_id = on_stage.desk.log()
    page = on_stage.show(IncidentPage(on_stage.context))
    page.open(incident_id)
    on_stage.settle()
    assert page.header.followed.isHidden()
    on_stage.context.actions.run("incident.follow")
    on_stage.settle()
    assert not page.header.followed.isHidden()
    page.open(on_stage.desk.log("Another one"))
    on_stage.settle()
    assert page.header.followed.isHidden()
