"""Templates of frequent incidents, and logging an incident from one."""
