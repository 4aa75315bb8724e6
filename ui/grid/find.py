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


def next_of(places: list[Place], active: Place, step: int) -> Place | None:
    """The place to go to: the next after the active one, the one before it, or (0) the first from it on."""
    if not places:
        return None
    if step < 0:
        return next((place for place in reversed(places) if place < active), places[-1])
    return next((place for place in places if place > active or (step == 0 and place == active)), places[0])
