"""Use cases of help with writing: how it is set up, what is told of a case, that it was used, and what is unchecked."""
