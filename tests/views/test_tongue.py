"""Words come out in English where nothing else is known, with their values and the right number."""

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from app.views.toolkit.tongue import CONTEXT, tr, trn


class Backwards(QTranslator):
    """Answers with the text read backwards, and with the number behind it where there is one."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return f"{text[::-1]}/{n}" if context == CONTEXT and "{" not in text else text


def test_a_text_is_shown_as_written_with_its_values() -> None:
    assert tr("Assign to {person}", person="Ada {x}") == "Assign to Ada {x}"
    assert tr("100 % {of} it") == "100 % {of} it"


@pytest.mark.parametrize(("count", "shown"), [(0, "0 incidents"), (1, "1 incident"), (2, "2 incidents")])
def test_english_chooses_its_form_by_the_number(count: int, shown: str) -> None:
    assert trn("{n} incident", "{n} incidents", count) == shown


def test_numbers_are_written_as_in_the_country_of_the_reader() -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    try:
        assert trn("{n} incident", "{n} incidents", 12345) == "12.345 incidents"
    finally:
        QLocale.setDefault(before)


def test_a_translator_is_asked(qapp: QApplication) -> None:
    translator = Backwards()
    qapp.installTranslator(translator)
    try:
        assert tr("Save") == "evaS/-1"
    finally:
        qapp.removeTranslator(translator)
    assert tr("Save") == "Save"
