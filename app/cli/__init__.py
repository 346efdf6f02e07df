"""THE DESK WITHOUT A WINDOW. One module a subcommand; never imports Qt, which proves the wall."""
