"""The one file: markup, style, scripts and the parts, under a policy that lets nothing out."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from assembly.parts import Parts

# The oldest kernel whose language is asked for; what Pyodide asks for is in desk/README.md.
_TARGET = "chrome91"

# What the scripts import, in the folder of npm's packages: no node_modules of a folder above, nor
# the one that desk/test makes, may come before the versions that versions.toml names.
_IMPORTED = {
    "lit-html": "lit-html",
    "pyodide": "pyodide/pyodide.mjs",
    "pyodide/pyodide.asm.mjs": "pyodide/pyodide.asm.mjs",
}


def page(source: Path, parts: Parts) -> str:
    """The whole page as text."""
    main = _joined(source / "main.js", parts)
    worker = _joined(source / "engine" / "worker.js", parts)
    style = "".join(
        file.read_text(encoding="utf-8") for file in sorted((source / "style").glob("*.css"))
    )
    shut, old = (
        _script_safe((source / name).read_text(encoding="utf-8")) for name in ("shut.js", "old.js")
    )
    filled = (source / "index.html").read_text(encoding="utf-8")
    for mark, text in {
        "policy": _content_policy(shut, old, main),
        "shut": shut,
        "style": style,
        "old": old,
        "parts": "\n".join(_data(name, data) for name, data in _binary(parts, worker).items()),
        "versions": _script_safe(json.dumps(parts.versions)),
        "licences": _script_safe(json.dumps(_licences(parts))),
        "main": main,
    }.items():
        before, found, after = filled.partition("{{" + mark + "}}")
        if not found:
            sys.exit(f"index.html has no {{{{{mark}}}}}")
        filled = before + text + after
    return filled


def _binary(parts: Parts, worker: str) -> dict[str, bytes]:
    pyodide = parts.node / "pyodide"
    lock = json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))
    # No package of Pyodide's own is ever loaded: only what the lock says of Python itself.
    bare = json.dumps({"info": lock["info"], "packages": {}})
    return {
        "worker": worker.encode(),
        "wasm": (pyodide / "pyodide.asm.wasm").read_bytes(),
        "stdlib": parts.stdlib.read_bytes(),
        "lock": bare.encode(),
        "python": parts.python.read_bytes(),
    }


def _licences(parts: Parts) -> dict[str, str]:
    """What must go with what is joined into the script; Python packages carry their own."""
    return {"lit-html": (parts.node / "lit-html" / "LICENSE").read_text(encoding="utf-8")}


def _data(name: str, data: bytes) -> str:
    packed = base64.b64encode(gzip.compress(data, 9, mtime=0)).decode()
    return f'<script type="text/plain" id="part-{name}">{packed}</script>'


def _joined(entry: Path, parts: Parts) -> str:
    """A script with all that it imports, as one, safe within a script element."""
    command = [
        str(parts.node / ".bin" / "esbuild"),
        str(entry),
        "--bundle",
        "--format=iife",
        f"--target={_TARGET}",
        "--charset=utf8",
        "--log-level=warning",
        "--legal-comments=inline",
        # What Pyodide asks of Node alone, and where its script came from: from the file itself.
        "--external:node:*",
        "--external:ws",
        '--define:import.meta.url="blob:parts/"',
        *(f"--alias:{name}={parts.node / file}" for name, file in _IMPORTED.items()),
    ]
    done = subprocess.run(
        command,
        # Comments name each file as seen from here: the same, wherever one builds.
        cwd=parts.node,
        env={"PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode or done.stderr:
        sys.exit(done.stderr)
    return _script_safe(done.stdout)


def _script_safe(text: str) -> str:
    return text.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def _content_policy(*scripts: str) -> str:
    """Nothing is loaded and nothing is sent; only our own scripts run, and what they make."""
    run = " ".join(_hash(text) for text in scripts)
    return "; ".join(
        [
            "default-src 'none'",
            "connect-src 'none'",
            "form-action 'none'",
            "base-uri 'none'",
            # Python itself is WebAssembly.
            f"script-src {run} 'wasm-unsafe-eval'",
            "worker-src blob:",
            # Documents bring their styles; a style can send nothing where nothing is loaded.
            "style-src 'unsafe-inline'",
            "img-src data:",
        ]
    )


def _hash(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"
