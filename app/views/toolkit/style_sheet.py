"""The style sheet of frames, fields, menus and scroll bars, filled in from the token table."""

from string import Template
from typing import Final

from app.views.toolkit.tokens import lines_of

_ABOVE: Final = 5
_BESIDE: Final = 10
"""From the edge of a field to its text, with its border; in device-independent pixels."""

# Buttons, pills, badges, rows and combo boxes are painted; only what Qt paints itself stands here. A field's border
# grows in focus, and its padding shrinks by the same, so that the text does not move.
#
# Tool tips say what people wrote: Qt would take a sign of HTML in it for HTML, and load the files that it names.
_SHEET = Template("""
QToolTip { background: $toast; color: $ontoast; border: 0; padding: 5px 8px; font-size: 12px; }
QToolTip { qproperty-textFormat: PlainText; }
QMainWindow, QStackedWidget#pages { background: $surface; }
QWidget[surface="chrome"] { background: $chrome; }
QWidget[surface="raised"] { background: $raised; }
QWidget[surface="ground"] { background: $ground; }
QWidget[surface="surface"] { background: $surface; }
QWidget[edge="right"] { border: 0; border-right: $line solid $border; }
QWidget[edge="left"] { border: 0; border-left: $line solid $border; }
QWidget[edge="top"] { border: 0; border-top: $line solid $border; }
QWidget[edge="bottom"] { border: 0; border-bottom: $line solid $border; }
QFrame[card="true"] { background: $surface; border: $line solid $border; border-radius: 8px; }
QFrame[card="board"] { background: $surface; border: $line solid $border; border-radius: 10px; }
QFrame[card="note"] { background: $note; border: $line solid $noteborder; border-radius: 8px; }
QFrame[card="update"] { background: $surface; border: $line solid $violet; border-radius: 8px; }
QFrame[card="sheet"] { background: $surface; border: $line solid $border2; border-radius: 12px; }
QLabel { background: transparent; color: $text; }
QLabel[ink="text2"] { color: $text2; }
QLabel[ink="text3"] { color: $text3; }
QLabel[ink="accent"] { color: $accent; }
QLabel[ink="red"] { color: $red; }
QLabel[ink="amber"] { color: $amber; }
QLabel[ink="green"] { color: $green; }
QLabel[ink="violet"] { color: $violet; }
QScrollArea, QAbstractScrollArea { border: 0; }
QLineEdit, QTextEdit, QPlainTextEdit {
  background: $surface; color: $text; border: $line solid $control; border-radius: 6px; padding: $above $beside;
  selection-background-color: $accentfill; selection-color: $onaccent; placeholder-text-color: $text3;
}
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus {
  border: $ring solid $accent; padding: $ringabove $ringbeside;
}
QLineEdit[invalid="true"], QTextEdit[invalid="true"], QPlainTextEdit[invalid="true"] { border: 2px solid $red; }
QLineEdit:disabled, QTextEdit:disabled, QPlainTextEdit:disabled {
  background: $raised; color: $off; border: $line solid $offmark;
}
QLineEdit[fixed="true"], QPlainTextEdit[fixed="true"] { background: $raised; border: $line solid $border2; }
QLineEdit[fixed="true"]:focus, QPlainTextEdit[fixed="true"]:focus {
  border: $ring solid $accent; padding: $ringabove $ringbeside;
}
QLineEdit[plain="true"], QTextEdit[plain="true"], QPlainTextEdit[plain="true"], QLineEdit[plain="true"]:focus,
QTextEdit[plain="true"]:focus, QPlainTextEdit[plain="true"]:focus { border: 0; padding: 0; background: transparent; }
QMenu { background: $surface; color: $text; border: $line solid $border2; border-radius: 8px; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 8px; border-radius: 5px; }
QMenu::item:selected { background: $sel; }
QMenu::item:disabled { color: $off; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QMenuBar { background: $chrome; color: $text; }
QMenuBar::item { padding: 4px 10px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: $selchrome; }
QScrollArea > QWidget > QWidget#canvas { background: $surface; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: $border2; border-radius: 3px; min-height: 32px; margin: 3px; }
QScrollBar::handle:vertical:hover { background: $control; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal { background: $border2; border-radius: 3px; min-width: 32px; margin: 3px; }
QScrollBar::handle:horizontal:hover { background: $control; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $border; }
QTableView, QListView, QTreeView { background: $surface; color: $text; border: 0; outline: 0; }
QListView::item:selected { background: $sel; color: $text; }
QListView::item:hover { background: $hover; }
QHeaderView { background: $surface; border: 0; }
QHeaderView::section {
  background: $surface; color: $text2; border: 0; border-bottom: $line solid $border; padding: 0 8px;
  font-size: 11px; font-weight: 600;
}
QProgressBar { background: $groove; border: 0; border-radius: 2px; max-height: 4px; text-align: center; }
QProgressBar::chunk { background: $accentfill; border-radius: 2px; }
QTabBar::tab { background: transparent; color: $text2; padding: 6px 10px; border: 0; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QDialog { background: $surface; }
""")


def style_sheet(table: dict[str, str]) -> str:
    """The sheet for one theme; a token that the table lacks is a KeyError at once, not a silent black."""
    lines = lines_of(table)
    return _SHEET.substitute(
        table,
        line=f"{lines.border}px",
        ring=f"{lines.focus}px",
        above=f"{_ABOVE - lines.border}px",
        beside=f"{_BESIDE - lines.border}px",
        ringabove=f"{_ABOVE - lines.focus}px",
        ringbeside=f"{_BESIDE - lines.focus}px",
    )
