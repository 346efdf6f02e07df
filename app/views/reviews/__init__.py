"""Post-incident reviews in the window: the list, the editor, the preview of the document."""
