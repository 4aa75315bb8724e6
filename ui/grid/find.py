"""Finding words in the cells of a grid."""

from ui.grid.entry_model import EntryModel
from ui.grid.entry_selection import Place


def found(model: EntryModel, words: str) -> list[Place]:
    """The cells on screen that hold `words`, row by row."""
    wanted = words.strip().casefold()
    if not wanted:
        return []
    columns = [(at, model.texts(column.name)) for at, column in enumerate(model.columns)]
    bad = {(ref, name): wrong.text.casefold() for (ref, name), wrong in model.bad.items()}
    places = [
        (row, at)
        for row, number in enumerate(model.order)
        for at, texts in columns
        if wanted in texts[number].casefold()
    ]
    for (ref, name), text in bad.items():
        place = (model.place_of(ref), model.places.get(name, -1))
        if wanted in text and min(place) >= 0 and place not in places:
            places.append(place)
    return sorted(places)
