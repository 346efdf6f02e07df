"""Problems: what lies behind incidents, and which of them belong to one."""
