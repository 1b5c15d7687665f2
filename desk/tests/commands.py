"""Run commands of ``xinfang`` one after the other, each in a process of its own.

Python starts and loads the library once, which takes longer than most of the commands. Each line
of standard input is a command: {"words", "cwd", "env", "out", "err"}, the last two being the files
for what it says; each line of standard output is the exit code of one.
"""

import json
import os
import pkgutil
import sys
from importlib import import_module

import xinfang_core
from xinfang_core.cli import main

for one in pkgutil.walk_packages(xinfang_core.__path__, "xinfang_core."):
    if not one.name.endswith("__main__"):
        import_module(one.name)


def run(words: list[str], cwd: str, env: dict[str, str], out: str, err: str) -> None:
    """Run a command in this process, which ends with it."""
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(env)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for number, file in ((1, out), (2, err)):
        os.dup2(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    code = 70
    try:
        code = main(words)
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


for line in sys.stdin:
    child = os.fork()
    if child == 0:
        run(**json.loads(line))
    _, status = os.waitpid(child, 0)
    sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
    sys.stdout.flush()
