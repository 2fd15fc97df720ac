# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the Kaspa SDK (PyPI kaspa 2.1.0), which packaging/dev/peers installs into an environment of its own."""
import os
import pathlib
import sys

VENV = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "bettertherapy" / "peers" / "kaspa-sdk"


def load():
    """The module kaspa; starts the script again with the environment's Python where this one has none."""
    try:
        import kaspa
        return kaspa
    except ImportError:
        python = VENV / "bin" / "python"
        if not python.exists() or pathlib.Path(sys.prefix) == VENV:
            sys.exit("the Kaspa SDK is missing; run packaging/dev/peers")
        os.execv(python, [str(python), *sys.argv])
