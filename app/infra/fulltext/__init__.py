"""Full text in both databases: what is indexed, how the index is kept beside the data, and how it is asked."""
