"""What takes longer than one waits for, such as backups and exports: shown in one place, and stopped there."""
