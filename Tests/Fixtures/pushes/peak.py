"""Runs a command and adds a line to ../peak: how many MB its largest process held, and its seconds of the processor."""

import resource
import subprocess
import sys

status = subprocess.run(sys.argv[1:]).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open("../peak", "a") as file:
    file.write("%d %d\n" % (used.ru_maxrss // 1024, used.ru_utime + used.ru_stime))
sys.exit(status)
