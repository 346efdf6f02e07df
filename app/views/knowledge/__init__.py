"""Knowledge in the window: the list, the article, the editor, and articles where the work is."""
