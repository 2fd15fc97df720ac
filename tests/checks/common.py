# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks share: the project's own files, and a report that fails if there is anything in it."""
import pathlib
import sys

LEFT_OUT = {"build", ".git", "__pycache__", "vectors"}
CODE = (".cpp", ".h", ".qml", ".py", ".sh", ".cmake", ".sil")


def files(root, *suffixes, under=""):
    """The project's files, by path, without build folders and hidden folders but .ci."""
    found = []
    top = pathlib.Path(root) / under
    if not top.exists():
        return []
    stack = [top]
    while stack:
        for path in stack.pop().iterdir():
            name = path.name
            if path.is_dir():
                if name not in LEFT_OUT and not name.startswith("build-") and (name[0] != "." or name == ".ci"):
                    stack.append(path)
            elif not suffixes or name.endswith(suffixes):
                found.append(path)
    return sorted(found)


def text(path):
    return path.read_text(encoding="utf-8", errors="replace")


def scripts(root):
    """Files without a suffix that begin with #!."""
    return [p for p in files(root) if "." not in p.name and p.is_file() and p.read_bytes()[:2] == b"#!"]


def main(problems):
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2])
    found = problems(root)
    for line in found:
        print(line)
    print(f"{len(found)} to mend" if found else "nothing to mend")
    sys.exit(1 if found else 0)
