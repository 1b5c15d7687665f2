"""What importing the package costs on top of attrs, in the median of ten processes."""

import statistics
import subprocess
import sys

MOST = 15.0
TIMED = "import time; start = time.perf_counter(); import {}; print(time.perf_counter() - start)"


def milliseconds(modules: str) -> float:
    """The median time of importing ``modules`` in a process of its own."""
    command = [sys.executable, "-c", TIMED.format(modules)]
    runs = [float(subprocess.check_output(command)) * 1000 for _ in range(10)]
    return statistics.median(runs)


milliseconds("attrs")  # warms the disk cache
alone = milliseconds("attrs")
both = milliseconds("attrs, xinfang_core")
print(f"import attrs {alone:.1f} ms; with xinfang_core {both:.1f} ms")
if both - alone > MOST:
    sys.exit(f"importing xinfang_core costs {both - alone:.1f} ms, more than {MOST} ms")
