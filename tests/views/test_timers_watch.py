"""The status bar says that timers run and who runs them; if nobody does, everybody is told."""

from datetime import timedelta

from app.infra.sharing import Hold
from app.services.timers.dto import TimerHealth, WorkerView
from tests.support.fake_desk import NOW, FakeDesk
from tests.views.window import MakeWindow


def worker(minutes_ago: float, offset: timedelta = timedelta(0)) -> WorkerView:
    last = NOW - timedelta(minutes=minutes_ago)
    return WorkerView("w", "Priya's computer", "window", last, last, 0, offset, "")


def test_who_runs_the_timers_and_when_stands_in_the_status_bar(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk())
    window.timers.show(TimerHealth(NOW, (worker(0.2),), None, timedelta(0)))
    assert window.status.timers.text().startswith("Timers ran ")
    assert "Priya's computer" in window.status.timers.accessibleName()
    assert not window.timers._strip.isVisible()


def test_everybody_sees_that_no_timers_run(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk())
    strip = window.timers._strip
    window.timers.show(TimerHealth(NOW, (worker(12),), None, timedelta(0)))
    assert strip.isVisible()
    assert strip.text().startswith("No timers have run for 12 minutes: clocks go on, but nothing fires")
    window.timers.show(TimerHealth(NOW, (worker(0),), None, timedelta(0)))
    assert not strip.isVisible()
    window.timers.show(TimerHealth(NOW, (), None, timedelta(0)))
    assert window.status.timers.text() == "No timers"
    assert strip.text().startswith("No timers have run: ")


def test_a_window_that_may_only_read_says_that_it_runs_none(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk(hold=Hold("a share")))
    window.timers.show(TimerHealth(NOW, (worker(0.2),), None, timedelta(0)))
    assert "Run by Priya's computer" in window.status.timers.toolTip()
    assert window.status.timers.toolTip().endswith("This window runs none, because the desk can only be read here.")
    assert not window.timers._strip.isVisible()
    window.timers.show(TimerHealth(NOW, (worker(12),), None, timedelta(0)))
    assert window.timers._strip.text().endswith("This window runs none, because the desk can only be read here.")


def test_a_clock_that_went_back_and_what_is_overdue_are_told(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk())
    strip = window.timers._strip
    window.timers.show(TimerHealth(NOW, (worker(0),), None, timedelta(minutes=62)))
    assert strip.text().startswith("The clock of this desk was set back by 1 hour 2 minutes.")
    window.timers.show(TimerHealth(NOW, (worker(0),), NOW - timedelta(minutes=7), timedelta(0)))
    assert strip.text().startswith("Something has been due for 7 minutes and has not fired.")


def test_clocks_go_by_the_time_of_the_database(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk())
    window.timers.show(TimerHealth(NOW + timedelta(minutes=3), (worker(0),), None, timedelta(0)))
    assert window.context.now() == NOW + timedelta(minutes=3)
    window.timers.show(TimerHealth(NOW + timedelta(seconds=1), (worker(0),), None, timedelta(0)))
    assert window.context.now() == NOW


def test_an_answer_that_was_long_on_its_way_says_nothing_about_clocks(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk())
    window.timers._asked_at = NOW - timedelta(hours=8)
    window.timers.show(TimerHealth(NOW - timedelta(hours=8), (worker(0),), None, timedelta(0)))
    assert window.context.now() == NOW
