"""What every screen is made of: tokens, theme, fonts, icons, background work, formats. Knows no feature."""
