"""The post-incident review as a PDF."""
