"""What the system knows of processes: whether one lives, and which of several holds an open file."""

import os
import platform
import sys
import zlib

HOST = platform.node() or "localhost"
HOST_MARK = f"{zlib.crc32(HOST.encode()):08x}"
"""The host's name for use in names of files."""

if sys.platform == "win32":
    import ctypes
    import msvcrt

    QUERY = 0x1000
    STILL_ACTIVE = 259
    BEYOND_CONTENT = 1 << 20

    def alive(pid: int) -> bool:
        """Return whether a process of this host runs."""
        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(QUERY, False, pid)
        if not handle:
            return False
        code = ctypes.c_ulong()
        kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return code.value == STILL_ACTIVE

    def hold(descriptor: int) -> bool:
        """Take the kernel's lock on an open file until it is closed; False when another process has it."""
        os.lseek(descriptor, BEYOND_CONTENT, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        os.lseek(descriptor, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def alive(pid: int) -> bool:
        """Return whether a process of this host runs."""
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except (PermissionError, OverflowError):
            return True
        return True

    def hold(descriptor: int) -> bool:
        """Take the kernel's lock on an open file until it is closed; False when another process has it."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
