"""Days by which something has to be said: so many working days on."""

from datetime import date, timedelta

WORKING_DAYS = 5
"""For an appeal and for the time results are on public notice."""
_SATURDAY = 5


def working_days_after(day: date, count: int = WORKING_DAYS) -> date:
    """The day `count` working days after `day`, not counted: Monday to Friday, public holidays are not known."""
    found, left = day, count
    while left:
        found += timedelta(days=1)
        left -= found.weekday() < _SATURDAY
    return found
