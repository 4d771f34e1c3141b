"""What the tests of compiled rules share."""

import subprocess
from collections.abc import Callable

Run = Callable[..., "subprocess.CompletedProcess[str]"]

MARK = "machine code is used by "
"""What the stand-in for compiled rules prints when a process imports it, before the number of the process."""
