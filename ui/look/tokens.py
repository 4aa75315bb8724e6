"""The colours and measures that every widget paints with, light and dark."""

LIGHT = {
    "background": "#F3F5F8",
    "surface": "#FFFFFF",
    "head": "#F7F9FB",
    "border": "#E3E8EE",
    "line": "#EDF0F4",
    "edge": "#C9D2DC",
    "text": "#1B2430",
    "secondary": "#566272",
    "pale": "#8B96A5",
    "accent": "#1F5FC4",
    "accent_hover": "#1A52AB",
    "accent_fill": "#E8F0FC",
    "on_accent": "#FFFFFF",
    "bar": "#A8C5F0",
    "bar_strong": "#6F9FE3",
    "group_bar": "#C9D0D9",
    "track": "#E3E8EE",
    "chip": "#EEF1F5",
    "hover": "#F0F3F7",
    "red": "#C4372F",
    "red_text": "#B3261E",
    "amber": "#E09A1A",
    "amber_text": "#B87100",
    "green": "#3A9A66",
    "green_text": "#23804E",
    "grey": "#8793A2",
    "blank": "#FFF8E3",
    "bad": "#FCECEA",
    "shadow": "#D5DCE4",
    "card_blue": "#2F6BD0",
    "card_yellow": "#E09A1A",
    "card_red": "#C4372F",
    "card_blue_text": "#1F5FC4",
    "card_yellow_text": "#B87100",
    "card_red_text": "#B3261E",
    "on_card": "#FFFFFF",
}
DARK = {
    "background": "#13171C",
    "surface": "#1B2027",
    "head": "#20262E",
    "border": "#2D3540",
    "line": "#262D36",
    "edge": "#46515E",
    "text": "#E3E8EE",
    "secondary": "#A9B4C1",
    "pale": "#7F8B99",
    "accent": "#76A7F5",
    "accent_hover": "#8EB8FA",
    "accent_fill": "#1E3050",
    "on_accent": "#0F1823",
    "bar": "#3C5F95",
    "bar_strong": "#5685CC",
    "group_bar": "#4A5563",
    "track": "#2D3540",
    "chip": "#2A313B",
    "hover": "#242B34",
    "red": "#E0574E",
    "red_text": "#F0837B",
    "amber": "#E0A030",
    "amber_text": "#E9B34F",
    "green": "#3FA36E",
    "green_text": "#62C48F",
    "grey": "#8793A2",
    "blank": "#3A331F",
    "bad": "#45262A",
    "shadow": "#0D1014",
    "card_blue": "#3B76D6",
    "card_yellow": "#D18F22",
    "card_red": "#CF4B42",
    "card_blue_text": "#76A7F5",
    "card_yellow_text": "#E9B34F",
    "card_red_text": "#F0837B",
    "on_card": "#FFFFFF",
}

NAVIGATION_WIDTH, NAVIGATION_FOLDED = 128, 68
TOP_BAR, STATUS_BAR = 52, 28
GAP, RADIUS = 12, 4
HEADER_ROW, RANKING_ROW, SHEET_ROW, LEDGER_ROW, ENTRY_ROW = 30, 34, 30, 29, 27
DRAWER_WIDTH = 344
NARROW = 1500
"""A window below this width folds its navigation and opens explanations as a drawer."""

PAGE, CARD, BODY, SMALL, TINY = 18, 16, 13, 12, 11
"""Sizes of type in logical pixels."""
