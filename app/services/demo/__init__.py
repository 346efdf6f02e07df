"""The demo desk: a made-up company whose history is written by the same commands that people use, at past times."""
