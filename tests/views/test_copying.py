"""The number of an incident on its own page, and what is understood where its link is pasted."""

from PySide6.QtGui import QGuiApplication

from app.views.incident.page import IncidentPage
from app.views.palette.entries import Sources, entries
from tests.views.desks import Stage


def test_on_the_page_the_same_again_adds_the_short_description_and_then_the_link(on_stage: Stage) -> None:
    page = on_stage.show(IncidentPage(on_stage.context))
    page.open(on_stage.desk.log("Scanners offline"))
    on_stage.settle()
    copied = []
    for _ in range(4):
        on_stage.context.actions.run("incident.copy_number")
        copied.append(QGuiApplication.clipboard().text())
        assert copied[-1] in on_stage.context.toasts.text
    assert copied == [
        "INC-000001",
        "INC-000001 Scanners offline",
        "INC-000001 Scanners offline mainstay:INC-000001",
        "INC-000001",
    ]


def test_a_link_in_the_palette_opens_the_incident() -> None:
    opened: list[int] = []
    sources = Sources(tuple, print, opened.append, print, str, tuple)
    for pasted in ("mainstay:INC-000001", "INC-000001 Scanners offline mainstay:INC-000001"):
        first = entries(pasted, sources)[0]
        assert first.text == "Open INC-000001"
        first.run()
    assert opened == [1, 1]
