"""The part of the desk that tells its figures; imported when it is first asked for."""

from typing import TYPE_CHECKING

from app.infra.unit_of_work import Store

if TYPE_CHECKING:
    from app.services.dashboard.queries import DashboardQueries
    from app.services.kpi import KpiQueries


class FigureServices:
    """Services of the desk whose store is this one."""

    __slots__ = ()

    store: Store

    @property
    def kpi(self) -> "KpiQueries":
        """The figures of the desk."""
        from app.services.kpi import KpiQueries

        return KpiQueries(self.store)

    @property
    def dashboard(self) -> "DashboardQueries":
        """The figures of the dashboard, each with the filter of its incidents."""
        from app.services.dashboard.queries import DashboardQueries

        return DashboardQueries(self.store)
