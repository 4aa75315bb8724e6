"""A process that writes to a book and says so on standard output; killed by the tests, or told to go on by a line.

Each operation moves one row's name and adds as many rows as that name says, so that half an operation can be seen.
"""

import sys

from kpi_desktop.book.editions import add_edition, years
from kpi_desktop.book.opening import open_book

ROWS = 40
LARGE = 6000


def say(*words: object) -> None:
    """A line that the parent reads at once."""
    print(*words, flush=True)


def write(operation, number: int, rows: int) -> None:
    """`rows` new rows that carry `number`, and the counter moved to it."""
    edition = years(operation.connection)[0].id
    operation.insert_many(
        "consequence",
        ({"edition_id": edition, "trigger": f"{number}-{row}", "content": "x" * 200} for row in range(rows)),
    )
    operation.update("edition", edition, {"reason": str(number)})


def endless(book) -> None:
    """Operation after operation; each is said after it was committed."""
    number = int(years(book)[0].reason or 0)
    while True:
        number += 1
        with book.operation(f"第 {number} 次") as operation:
            write(operation, number, ROWS)
        say(number)


def within(book) -> None:
    """Say `inside` in the middle of an operation that has already spilled into the file, and wait there."""
    with book.operation("长事务") as operation:
        operation.connection.execute("PRAGMA cache_size=1")
        write(operation, 1_000_000, LARGE)
        say("inside")
        sys.stdin.readline()
    say("committed")


def counted(book) -> None:
    """As many operations as the third argument says, beside another process that does the same."""
    say("ready")
    sys.stdin.readline()
    for _ in range(int(sys.argv[3])):
        with book.operation("加一") as operation:
            edition = years(operation.connection)[0]
            operation.update("edition", edition.id, {"reason": str(int(edition.reason or 0) + 1)})
    say("done")


def main() -> None:
    """`writer.py BOOK MODE [COUNT]`."""
    with open_book(sys.argv[1], author="写手") as book:
        if not years(book):
            with book.operation("新建") as operation:
                add_edition(operation, 2025)
        {"endless": endless, "within": within, "counted": counted}[sys.argv[2]](book)


if __name__ == "__main__":
    main()
