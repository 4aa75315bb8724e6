"""Where a book may be; decided by plain functions, so that Windows is tested everywhere."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from kpi_desktop.book.location import linux_network, locate, windows_network
from kpi_desktop.book.refusal import Refusal

FIXED, REMOTE, REMOVABLE, UNKNOWN = 3, 4, 2, 0
MOUNTS = r"""sysfs /sys sysfs rw 0 0
/dev/sda1 / ext4 rw 0 0
//server/share /mnt/share cifs rw 0 0
server:/export /mnt/nfs\040two nfs4 rw 0 0
user@host:/ /home/me/remote fuse.sshfs rw 0 0
/dev/sdb1 /mnt/share/usb vfat rw 0 0
tmpfs /tmp tmpfs rw 0 0
broken
"""


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        ("/home/me/a.kpi", False),
        ("/mnt/share/a.kpi", True),
        ("/mnt/share/deep/er/a.kpi", True),
        ("/mnt/share/usb/a.kpi", False),
        ("/mnt/share2/a.kpi", False),
        ("/mnt/nfs two/a.kpi", True),
        ("/home/me/remote/a.kpi", True),
        ("/tmp/a.kpi", False),
    ],
)
def test_linux_goes_by_the_deepest_mount(path: str, remote: bool):
    assert linux_network(PurePosixPath(path), MOUNTS) is remote


def test_a_later_mount_on_the_same_point_counts():
    mounts = "/dev/sda1 /data ext4 rw 0 0\nserver:/x /data nfs rw 0 0\n"
    assert linux_network(PurePosixPath("/data/a.kpi"), mounts)


@pytest.mark.parametrize(
    ("path", "drive", "remote"),
    [
        (r"C:\考核\台账.kpi", FIXED, False),
        (r"E:\台账.kpi", REMOVABLE, False),
        (r"Z:\台账.kpi", REMOTE, True),
        (r"\\server\share\台账.kpi", UNKNOWN, True),
        ("//server/share/台账.kpi", UNKNOWN, True),
        (r"\\?\UNC\server\share\台账.kpi", UNKNOWN, True),
        (r"\\?\C:\台账.kpi", FIXED, False),
        (r"\\.\C:\台账.kpi", FIXED, False),
    ],
)
def test_windows_goes_by_the_drive_and_the_name(path: str, drive: int, remote: bool):
    assert windows_network(str(PureWindowsPath(path)), drive) is remote


def test_a_folder_that_may_not_be_entered_is_refused_in_words(monkeypatch: pytest.MonkeyPatch):
    def denied(_self: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_dir", denied)
    with pytest.raises(Refusal, match="检查文件夹的权限"):
        locate("/somewhere/台账.kpi")
