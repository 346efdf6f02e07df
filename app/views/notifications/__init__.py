"""What a person is told: the bell and its list, the toasts of this window, and the tray where there is one."""
