"""Post-incident reviews: begin one from the facts, write it, have it signed, publish it."""
