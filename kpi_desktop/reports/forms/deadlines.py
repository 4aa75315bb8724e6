"""Days by which something has to be said: so many working days on, by the holidays that the State Council announced."""

from datetime import date, timedelta

WORKING_DAYS = 5
"""For an appeal and for the time results are on public notice."""
POSTPONED = "，遇法定节假日顺延"
"""Said where the holidays of those days are not announced yet."""
_SATURDAY = 5


def working_days_after(day: date, count: int = WORKING_DAYS) -> date:
    """The day `count` working days after `day`, not counted; Monday to Friday where holidays are not known."""
    found, left = day, count
    while left:
        found += timedelta(days=1)
        left -= _works(found)[0]
    return found


def said_working_days(day: date, inside: str = "", count: int = WORKING_DAYS) -> str:
    """The time after `day` in words: “5个工作日”, `inside`, and POSTPONED where not all holidays are known."""
    last = working_days_after(day, count)
    known = all(_works(day + timedelta(days=after))[1] for after in range(1, (last - day).days + 1))
    return f"{count}个工作日{inside}{'' if known else POSTPONED}"


def _works(day: date) -> tuple[bool, bool]:
    """Whether people work on a day, and whether that is known: weekends that are worked in lieu count."""
    from chinese_calendar import is_workday

    try:
        return is_workday(day), True
    except NotImplementedError:  # the year's holidays are announced in the autumn before it
        return day.weekday() < _SATURDAY, False
