"""Scrolling the queue of 100,000 incidents: what a frame costs on the GUI thread, blocks arriving meanwhile."""

import os
import time
from pathlib import Path

from benchmarks.fill import filled_desk
from benchmarks.harness import Result, percentile

_FRAME = 0.016
_STEPS = 400


def run(folder: Path, incidents: int = 100_000) -> list[Result]:
    """The 95th percentile of a wheel step and of a page down, each with its paint, against 16 ms."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["MAINSTAY_HOME"] = str(folder / "home")
    from app.bootstrap import make_context
    from app.views.application import Program, make_application

    context = make_context(filled_desk(folder, incidents))
    application = make_application()
    program = Program(context, application)
    program.start()
    program.frame.resize(1440, 900)
    # Rows may come before the desk is open; blocks come from an open one.
    while program.window.context.session is None or program.window.queue.answer is None:
        application.processEvents()
    bar = program.window.queue.view.verticalScrollBar()
    while bar.maximum() == 0:
        application.processEvents()
    found = {}
    for name, step in (("wheel step", 3), ("page down", 18)):
        frames = []
        for _ in range(_STEPS):
            begin = time.perf_counter()
            bar.setValue(bar.value() + step * max(1, bar.singleStep()))
            application.processEvents()
            frames.append(time.perf_counter() - begin)
        if bar.value() == 0:
            raise RuntimeError("The list did not scroll, so nothing was measured.")
        found[name] = percentile(frames, 0.95)
        bar.setValue(0)
    program.end()
    return [
        Result(f"scrolling {incidents:,}, {name}, p95 of a frame", value, _FRAME, 1) for name, value in found.items()
    ]
