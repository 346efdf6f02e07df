"""What every test of the window gets: the dressed application and parts that end with the test."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from app.infra.lanes import Lanes
from app.views.toolkit.background import Background
from app.views.toolkit.fonts import load_fonts
from app.views.toolkit.theme import Theme


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> Theme:
    """The application with fonts, palette and style sheet; light until a test says otherwise."""
    load_fonts()
    return Theme(qapp, "light")


@pytest.fixture
def theme(dressed: Theme) -> Iterator[Theme]:
    """The theme, light again after the test."""
    yield dressed
    dressed.use("light")


@pytest.fixture
def background(dressed: Theme) -> Iterator[Background]:
    """Lanes with their way back to the window."""
    made = Background(Lanes())
    yield made
    made.close()
