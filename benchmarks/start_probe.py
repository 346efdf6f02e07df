"""One cold start, in a process of its own: prints a line when the wanted picture has been painted.

`empty` paints an empty PySide6 window and is the floor; `known` paints the queue of last known rows; `live` waits for
the rows that the database has now; `open` for the open desk, in which everything can be done, and the rows that it
gave. The parent's clock measures, so the interpreter's own start counts.
"""

import sys


def _empty() -> None:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            _tell()
            application.quit()

    application = QApplication(sys.argv[:1])
    window = Window()
    window.resize(1440, 900)
    window.show()
    application.exec()
    # Closed in order: a window that the end of the process takes down still wants to flush what it painted.
    window.close()


def _queue(url: str, kind: str) -> None:
    from app.infra.collector import collect_by_hand

    collect_by_hand()
    from app.bootstrap import make_context

    context = make_context(url)
    from PySide6.QtCore import QTimer

    from app.views.application import Program, make_application

    application = make_application()
    program = Program(context, application)
    if kind == "known":
        if not program.show_picture():
            raise SystemExit("There were no last known rows to paint.")
        _tell()
        program.end()
        return
    program.start()
    queue = program.window.queue

    def painted(_answer: object) -> None:
        if kind == "open" and program.window.context.session is None:
            return
        if not program.window.window().windowHandle().isExposed():
            # Nothing is on a screen yet: the answer was faster than the window system, which paints it all in a moment.
            QTimer.singleShot(1, lambda: painted(_answer))
            return
        queue.view.viewport().repaint()
        _tell()
        application.quit()

    queue.answered.connect(painted)
    application.exec()
    program.end()


def _tell() -> None:
    sys.stdout.write("painted\n")
    sys.stdout.flush()


if __name__ == "__main__":
    wanted = sys.argv[1]
    if wanted == "empty":
        _empty()
    else:
        _queue(sys.argv[2], wanted)
