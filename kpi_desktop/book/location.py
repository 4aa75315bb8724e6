"""Where a book may be: a file on a disk of this machine, given as a path or as a database URL."""

import sys
from pathlib import Path, PurePath

from kpi_desktop.book.refusal import Refusal, why

NETWORK_SYSTEMS = frozenset(
    {
        "9p",
        "afpfs",
        "afs",
        "ceph",
        "cifs",
        "davfs",
        "fuse.davfs2",
        "fuse.gvfsd-fuse",
        "fuse.rclone",
        "fuse.smbnetfs",
        "fuse.sshfs",
        "gfs2",
        "glusterfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "smb2",
        "smb3",
        "smbfs",
    }
)
"""File systems on which locks and forced writes cannot be relied on."""

_DRIVE_REMOTE = 4
_CURE = "请把台账放在本机硬盘上，用“备份”把副本存到共享目录。"


def locate(location: str | Path) -> Path:
    """The absolute path of the file that `location` names.

    Refusal on a URL of another database, on a folder, on a place that this user may not enter, and on one that is
    reached over a network.
    """
    path = _from_url(location) if isinstance(location, str) and "://" in location else Path(location)
    path = path.expanduser().absolute()
    try:
        is_folder = path.is_dir()
    except OSError as error:  # a folder on the way that this user may not enter
        raise Refusal(f"打不开“{path}”所在的文件夹：{why(error)}。", "请检查文件夹的权限。") from error
    if is_folder:
        raise Refusal(f"“{path}”是文件夹，不是台账文件。", "请选择其中的台账文件。")
    if on_network(path.resolve()):
        raise Refusal(f"“{path}”在网络位置上，台账放在那里断网或多人同时写入时会损坏。", _CURE)
    return path


def _from_url(url: str) -> Path:
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise Refusal(f"看不懂数据库地址“{url}”。", "请写文件路径，或 sqlite:///路径。") from None
    if parsed.get_backend_name() != "sqlite":
        backend = parsed.get_backend_name()
        raise Refusal(
            f"本版本的台账只存放在 SQLite 文件中，不能用 {backend} 数据库。", "请写文件路径，或 sqlite:///路径。"
        )
    if not parsed.database or parsed.database == ":memory:" or parsed.database.startswith("file:"):
        raise Refusal("台账要存成文件，数据库地址里没有文件路径。", "请写 sqlite:///路径。")
    return Path(parsed.database)


def on_network(path: Path) -> bool:
    """Whether `path` is reached over a network, as far as this machine can tell."""
    if sys.platform == "win32":
        return windows_network(str(path), _drive_type(path))
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return linux_network(path, mounts)


def windows_network(path: str, drive_type: int) -> bool:
    """Whether a Windows path is a UNC path, or on a drive whose `GetDriveTypeW` is DRIVE_REMOTE."""
    plain = path.replace("/", "\\")
    unc = plain.startswith("\\\\") and not plain.startswith(("\\\\?\\", "\\\\.\\"))
    return unc or plain.upper().startswith("\\\\?\\UNC\\") or drive_type == _DRIVE_REMOTE


def linux_network(path: PurePath, mounts: str) -> bool:
    """Whether `path` is on a network file system by `mounts`, the text of /proc/mounts (the deepest mount counts)."""
    deepest, kind = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = PurePath(_unescaped(fields[1]))
        if path.is_relative_to(point) and len(point.parts) >= deepest:
            deepest, kind = len(point.parts), fields[2]
    return kind in NETWORK_SYSTEMS


def _unescaped(text: str) -> str:
    for code, character in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        text = text.replace(code, character)
    return text


def _drive_type(path: Path) -> int:
    if sys.platform != "win32":
        return 0
    import ctypes

    return int(ctypes.windll.kernel32.GetDriveTypeW(path.anchor))
