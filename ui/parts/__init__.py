"""Controls that several pages share: cards, choosers, segments, buttons."""
