"""German for a while, as a window speaks it that was started in it; only for what says its words when it is asked."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLocale, QTranslator

from app.domain.wording import speak
from app.infra.resources import resource_path
from app.views.toolkit.tongue import Tongue


@contextmanager
def in_german() -> Iterator[None]:
    """The shipped catalog, and dates and numbers of Germany."""
    catalog = QTranslator()
    assert catalog.load(str(resource_path("translations", "mainstay_de.qm")))
    speak(Tongue(catalog, QLocale("de_DE")))
    try:
        yield
    finally:
        speak(None)
