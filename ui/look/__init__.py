"""How everything looks: tokens, theme, fonts, icons, and the pen that paints text and marks."""
