"""What a person can be told: not a bug, but something that cannot be done as asked, and what to do instead."""

import errno

_REASONS = {
    errno.ENOENT: "文件或文件夹不存在",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EISDIR: "那是一个文件夹",
    errno.EEXIST: "已经存在",
    errno.EACCES: "没有权限，或正被别的程序占用",
    errno.EPERM: "没有权限",
    errno.EBUSY: "正被别的程序占用",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘已满",
    errno.EFBIG: "文件太大",
    errno.EIO: "磁盘读写出错",
    errno.ENAMETOOLONG: "名称太长",
    errno.ENODEV: "磁盘或 U 盘没有连接",
    errno.ENXIO: "磁盘或 U 盘没有连接",
}


def why(error: OSError) -> str:
    """What the system says of a file, in Chinese words; in its own where it is something rare."""
    return _REASONS.get(error.errno or 0, error.strerror or str(error))


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
