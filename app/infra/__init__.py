"""PLUMBING. Knows threads, files, databases and the operating system; knows no incident."""
