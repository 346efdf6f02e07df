"""Who comes in at a computer that several people share: passwords for a desk in a file, none needed for one person."""
