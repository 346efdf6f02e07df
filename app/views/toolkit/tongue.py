"""Which language the window speaks: the choice of the person, or what the computer speaks, through Qt's translations.

The catalogs are made with Qt Linguist and lie in `resources/translations`; English is written in the source itself and
reads no file. `app.domain.wording` hands every text to the tongue that is chosen here.
"""

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from app.domain.wording import speak, spoken
from app.infra.resources import resource_path

CONTEXT: Final = "Mainstay"

SHIPPED: Final = {"de": "Deutsch"}
"""Languages beside English that are complete, with the name that each has for itself."""

_LARGE_NOUNS: Final = {QLocale.Language.German, QLocale.Language.Luxembourgish}


class Tongue:
    """Answers from one of Qt's translators; what was asked once is remembered, since lists ask for every row."""

    def __init__(self, translator: QTranslator, locale: QLocale) -> None:
        self.locale = locale
        self._translator = translator
        self._known: dict[str, str] = {}

    def translated(self, text: str, count: int) -> str:
        """The translation in the form for this number; empty where there is none."""
        if count >= 0:
            return self._translator.translate(CONTEXT, text, None, count) or ""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = self._translator.translate(CONTEXT, text) or ""
        return known

    def number(self, value: int) -> str:
        """A whole number, as the country of the reader writes it."""
        return self.locale.toString(value)

    def percent(self, share: float) -> str:
        """A share with a space before the sign, so that the number stands out."""
        return f"{self.locale.toString(share * 100, 'f', 0)} %"

    def day(self, day: date, pattern: str) -> str:
        """A day by a pattern of Qt, with the names that the language has."""
        return self.locale.toString(QDate(day.year, day.month, day.day), pattern)

    @property
    def tag(self) -> str:
        """The language by its code of BCP 47."""
        return self.locale.bcp47Name()

    @property
    def is_right_to_left(self) -> bool:
        """Whether lines run from right to left."""
        return self.locale.textDirection() == Qt.LayoutDirection.RightToLeft

    @property
    def has_large_nouns(self) -> bool:
        """Whether a label keeps its capital in the middle of a sentence."""
        return self.locale.language() in _LARGE_NOUNS


def speak_language(choice: str) -> None:
    """Speak the language that was chosen, `system` for that of the computer; before any view is imported.

    Days and months have their names in the language that is spoken, English where that of the computer is not there,
    in the order of the computer's country. The time of day is written as the computer does (`Formats.time`).
    """
    system = QLocale.system()
    wanted = _code(system) if choice == "system" else choice
    spoken_code = wanted if wanted in SHIPPED else "en"
    if spoken_code == "en" and system.language() == QLocale.Language.C:
        return
    # Never that of the system itself: it names days by the language of its dates, which may be another.
    locale = QLocale(QLocale.codeToLanguage(spoken_code), system.territory())
    QLocale.setDefault(locale)
    if spoken_code in SHIPPED:
        translator = QTranslator()
        translator.load(str(resource_path("translations", f"mainstay_{spoken_code}.qm")))
        speak(Tongue(translator, locale))


def _code(locale: QLocale) -> str:
    return QLocale.languageToCode(locale.language())


def wear_language(application: QApplication) -> None:
    """Have Qt's own buttons and menus in the language of the window, and lines run the way it is written."""
    tongue = spoken()
    if not isinstance(tongue, Tongue):
        return
    application.setLayoutDirection(tongue.locale.textDirection())
    own = QTranslator(application)
    if own.load(tongue.locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        QCoreApplication.installTranslator(own)
