"""The section of appearance: light or dark, how large everything is, and the language."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QSystemTrayIcon, QVBoxLayout, QWidget

from app.domain.wording import tr
from app.infra.settings import TEXT_SIZES, text_size
from app.views.context import ViewContext
from app.views.settings_page.cards import Card
from app.views.settings_page.frame import EditorFrame, SectionHead
from app.views.settings_page.section import SettingsSection
from app.views.toolkit import tokens
from app.views.toolkit.scale import is_set_outside
from app.views.toolkit.tongue import SHIPPED
from app.views.widgets.buttons import Button
from app.views.widgets.choices import Select
from app.views.widgets.labels import Label
from app.views.widgets.segments import Segments

_THEMES = (
    ("system", tr("As the system")),
    ("light", tr("Light")),
    ("dark", tr("Dark")),
    ("high_light", tr("High contrast, light")),
    ("high_dark", tr("High contrast, dark")),
)


class AppearanceSection(SettingsSection):
    """Settings of this person on this computer; everybody has their own."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._at_start = context.own()
        self._size_waits = False
        self.frame = EditorFrame(SectionHead(tr("Appearance")))
        self.theme = Segments(_THEMES, tr("Theme"), wrap=True)
        self.percent = Select(tr("Size of text"))
        for size in TEXT_SIZES:
            self.percent.addItem(f"{size} %", size)
        self.later = Label("", tokens.META, "text2", wrap=True)
        self.language = Select(tr("Language"))
        for code, name in (("system", tr("As the computer")), ("en", "English"), *SHIPPED.items()):
            self.language.addItem(name, code)
        self.language_later = Label("", tokens.META, "text2", wrap=True)
        self.anew = Button(tr("Open Mainstay anew now"), icon="refresh-cw", height=tokens.Size.BUTTON_SMALL)
        self.rows = Segments(tuple((name, name) for name in tokens.ROW_HEIGHTS), tr("Rows of the queue"), wrap=True)
        self.tray = Segments((("yes", tr("Yes")), ("no", tr("No"))), tr("Messages of the system"))
        self.sound = Segments((("no", tr("No")), ("yes", tr("Yes"))), tr("A sound"))
        self.close_button = Segments(
            (("no", tr("Quits Mainstay")), ("yes", tr("Keeps it in the tray"))), tr("The close button of the window")
        )
        self._lay_out()
        self.theme.chosen.connect(self._use_theme)
        self.percent.activated.connect(lambda _index: self._use_size())
        self.language.activated.connect(lambda _index: self._use_language())
        self.rows.chosen.connect(self._use_rows)
        self.tray.chosen.connect(self._use_tray)
        self.sound.chosen.connect(self._use_sound)
        self.close_button.chosen.connect(self._use_close_button)
        if self.context.start_anew is not None:
            self.anew.clicked.connect(lambda _checked=False, anew=self.context.start_anew: anew())

    def _lay_out(self) -> None:
        look = Card(tr("Light or dark"), tr("It is changed at once. Ctrl+Shift+L goes through the first three."))
        look.body.addWidget(self.theme, 0, Qt.AlignmentFlag.AlignLeft)
        size = Card(
            tr("Text size"),
            tr(
                "Text, and everything that is measured by it, beside what the system makes larger already. Ctrl++ and "
                "Ctrl+- change it too, Ctrl+0 goes back."
            ),
        )
        size.body.addLayout(_beside(self.percent, self.later))
        language = Card(
            tr("Language"), tr("Of the window, with its dates and numbers. What people wrote stays as it is.")
        )
        language.body.addLayout(_beside(self.language, self.language_later))
        rows = Card(
            tr("Rows of the queue"), tr("Comfortable ones have two lines. Ctrl+Shift+D in the queue goes round.")
        )
        rows.body.addWidget(self.rows, 0, Qt.AlignmentFlag.AlignLeft)
        for card in (look, size, rows, language, *self._cards_of_messages()):
            self.frame.page.addWidget(card)
        self.frame.page.addWidget(self.anew, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)

    def _cards_of_messages(self) -> tuple[Card, ...]:
        """What is told outside of the window, and what becomes of it when it is closed."""
        told = Card(
            tr("Messages of the system"),
            tr(
                "While the window is not in front, what is yours and presses is shown by the system too, with an icon "
                "in its tray. A desktop without a tray shows it at the bell alone."
            ),
        )
        told.body.addWidget(self.tray, 0, Qt.AlignmentFlag.AlignLeft)
        heard = Card(
            tr("A sound"),
            tr(
                "For notifications about an incident of priority 1 that is yours, at most once a minute. What waits "
                "for the end of your quiet hours is silent until then; whatever makes a sound is shown as well."
            ),
        )
        heard.body.addWidget(self.sound, 0, Qt.AlignmentFlag.AlignLeft)
        self.closing = Card(
            tr("The close button of the window"),
            tr(
                "In the tray the window is hidden, and messages, timers and replies go on. A click on the icon brings "
                "it back; Quit in its menu or Ctrl+Q ends Mainstay."
            ),
        )
        self.closing.body.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)
        return told, heard, self.closing

    def title(self) -> str:
        """The section."""
        return tr("Appearance")

    def open(self, _argument: str) -> None:
        """Show what is chosen."""
        self.refresh()

    def focus_start(self) -> None:
        """The size: the theme can be changed by its key from anywhere."""
        self._first().setFocus()

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        return [self._first()]

    def _first(self) -> QWidget:
        return self.percent if self.percent.isEnabled() else self.language

    def refresh(self) -> None:
        """What this computer is set to."""
        own = self.context.own()
        self.theme.choose(own.theme)
        self.percent.setCurrentIndex(max(0, self.percent.findData(text_size(own))))
        later = tr("Once Mainstay is opened anew.")
        self.percent.setEnabled(not is_set_outside())
        self.later.setText(
            tr("Set outside of Mainstay, by QT_SCALE_FACTOR.")
            if is_set_outside()
            else (later if self._size_waits else "")
        )
        self.language.setCurrentIndex(max(0, self.language.findData(own.language)))
        self.language_later.setText("" if own.language == self._at_start.language else later)
        waits = self._size_waits or own.language != self._at_start.language
        self.anew.setVisible(waits and self.context.start_anew is not None)
        height = self.context.state.get("queue.row_height", tokens.Size.ROW)
        self.rows.choose(next((name for name, each in tokens.ROW_HEIGHTS.items() if each == height), None))
        self.tray.choose("no" if own.tray == "no" else "yes")
        self.sound.choose("yes" if own.sound == "yes" else "no")
        self.close_button.choose("yes" if own.close_to_tray == "yes" else "no")
        self.closing.setVisible(QSystemTrayIcon.isSystemTrayAvailable())
        self.frame.show_page()

    def _use_theme(self, mode: str) -> None:
        self.context.use_theme(mode)
        self.refresh()

    def _use_size(self) -> None:
        chosen = int(self.percent.currentData())
        self.context.keep_own(self.context.own()._replace(text_size=str(chosen)))
        is_another = str(chosen) != self._at_start.text_size
        self._size_waits = not self.context.use_size(chosen) and is_another
        self.refresh()

    def event(self, event: QEvent) -> bool:
        """The size that a key has chosen meanwhile."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.refresh()
        return super().event(event)

    def _use_language(self) -> None:
        self.context.keep_own(self.context.own()._replace(language=str(self.language.currentData())))
        self.refresh()

    def _use_tray(self, answer: str) -> None:
        self.context.keep_own(self.context.own()._replace(tray=answer))
        self.refresh()

    def _use_sound(self, answer: str) -> None:
        self.context.keep_own(self.context.own()._replace(sound=answer))
        self.refresh()

    def _use_close_button(self, answer: str) -> None:
        self.context.keep_own(self.context.own()._replace(close_to_tray=answer))
        self.refresh()

    def _use_rows(self, name: str) -> None:
        self.context.state.set("queue.row_height", tokens.ROW_HEIGHTS[name])
        self.refresh()


def _beside(field: QWidget, words: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(field)
    row.addWidget(words, 1)
    return row
