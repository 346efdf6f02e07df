"""Wrong engines: each makes a mistake that another desk made, and the tests have to notice (`make mutants`)."""
