"""Knowledge: articles with their versions and workflow, where they are used, and folders of Markdown files."""
