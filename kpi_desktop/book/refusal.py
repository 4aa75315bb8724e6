"""What a person can be told: not a bug, but something that cannot be done as asked, and what to do instead."""


class Refusal(Exception):  # noqa: N818 - not every refusal is an error of somebody
    """An error that a user can meet. `message` is a Chinese sentence; `cure` says what to do, or is empty."""

    def __init__(self, message: str, cure: str = "") -> None:
        """Keep both parts; `str()` gives them together."""
        super().__init__(message, cure)
        self.message = message
        self.cure = cure

    def __str__(self) -> str:
        return self.message + self.cure


class BrokenReferences(Refusal):
    """Rows would refer to what is not there. `rows`: the table and id of each such row."""

    def __init__(self, message: str, cure: str, rows: list[tuple[str, int]]) -> None:
        """Keep the rows beside the sentence."""
        super().__init__(message, cure)
        self.rows = rows
