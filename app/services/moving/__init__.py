"""Moving a whole desk from a file to a server, or back."""
