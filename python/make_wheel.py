"""Puts the Python package together: a wheel is a zip with a list of what is in it. Equal parts give equal bytes.

    python3 python/make_wheel.py --version 0.2.0 --out FOLDER NAME=LIBRARY.so …

python/build-wheel.sh compiles the libraries and calls this.
"""

import argparse
import base64
import hashlib
import os
import platform
import re
import runpy
import struct
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EARLIEST = (1980, 1, 1, 0, 0, 0)

SUMMARY = "Looks inside, cuts into and listens to neural networks that write music"
# The registry's page shows no picture that is not fetched from elsewhere; this one is text.
DESCRIPTION = """\
Lilt looks inside, cuts into and listens to neural networks that write music, three LSTM layers that learnt Irish
traditional tunes to begin with: it writes their tunes again from the same random numbers, keeps every value of every
step, cuts units out and runs again. Its numbers have the same bits on every machine; this package needs NumPy alone.

```text
eighths gone since the bar     3 4 5 6 7 8
as the network wrote it        ▁ ▁ ▁ ▁ ▁ █
layer 2 from two eighths on    ▁ ▁ ▁ ▇ ▁ █
```

How likely a bar line is, by how much of a measure in 4/4 has gone: as the network wrote a tune, and with the memory of
its layer 2 taken over from another tune, two eighths further on in the measure. The bar comes two eighths early.
"""


def glibc(library: Path) -> tuple[int, int]:
    """The newest version of glibc that a library asks for: the names of versions stand in it as texts."""
    versions = re.findall(rb"GLIBC_(\d+)\.(\d+)", library.read_bytes())
    return max(((int(major), int(minor)) for major, minor in versions), default=(2, 17))


def tag(libraries: list[Path]) -> str:
    machine = {"x86_64": "x86_64", "aarch64": "aarch64"}[platform.machine()]
    major, minor = max([(2, 17), *map(glibc, libraries)])
    return f"py3-none-manylinux_{major}_{minor}_{machine}"


def notices() -> bytes | None:
    """What the licences of the .NET runtime, which is compiled in, ask to be told."""
    packages = Path(os.environ.get("NUGET_PACKAGES", Path.home() / ".nuget" / "packages"))
    found = sorted(packages.glob("runtime.linux-*.microsoft.dotnet.ilcompiler/*/THIRD-PARTY-NOTICES.TXT"))
    return found[-1].read_bytes() if found else None


def parts(version: str, libraries: dict[str, Path]) -> dict[str, bytes]:
    """Every file of the wheel by its name, but the list of them."""
    package = ROOT / "python" / "lilt"
    files = {f"lilt/{path.name}": path.read_bytes() for path in package.iterdir() if path.suffix == ".py" or path.name == "py.typed"}
    files["lilt/default.safetensors"] = (ROOT / "models" / "default.safetensors").read_bytes()
    for name, path in libraries.items():
        files[f"lilt/native/liblilt-{name}.so"] = path.read_bytes()
    page = ROOT / "web" / "dist" / "report" / "report.html"
    if page.is_file():
        files["lilt/report.html"] = page.read_bytes()
    else:
        print("make_wheel.py: the report's form was not built, so studies have no page: build Lilt with Node.js first.", file=sys.stderr)
    info = f"lilt-{version}.dist-info"
    files[f"{info}/METADATA"] = (
        "Metadata-Version: 2.4\n"
        "Name: lilt\n"
        f"Version: {version}\n"
        f"Summary: {SUMMARY}\n"
        "Author: The Lilt contributors\n"
        "License-Expression: MIT\n"
        "License-File: LICENSE\n"
        "Keywords: LSTM,interpretability,symbolic music,folk-rnn\n"
        "Classifier: Intended Audience :: Science/Research\n"
        "Classifier: Operating System :: POSIX :: Linux\n"
        "Classifier: Programming Language :: Python :: 3\n"
        "Classifier: Topic :: Artistic Software\n"
        "Requires-Python: >=3.9\n"
        "Requires-Dist: numpy>=1.20\n"
        "Description-Content-Type: text/markdown; charset=UTF-8; variant=CommonMark\n"
        "\n" + DESCRIPTION
    ).encode()
    files[f"{info}/WHEEL"] = (f"Wheel-Version: 1.0\nGenerator: lilt\nRoot-Is-Purelib: false\nTag: {tag(list(libraries.values()))}\n").encode()
    files[f"{info}/licenses/LICENSE"] = (ROOT / "LICENSE").read_bytes()
    if (text := notices()) is not None:
        files[f"{info}/licenses/THIRD-PARTY-NOTICES.txt"] = text
    return files


def write(path: Path, files: dict[str, bytes], record: str) -> None:
    """The zip, beside its place and then put there."""
    lines = []
    for name in sorted(files):
        digest = base64.urlsafe_b64encode(hashlib.sha256(files[name]).digest()).rstrip(b"=").decode()
        lines.append(f"{name},sha256={digest},{len(files[name])}\n")
    partial = path.with_name(path.name + ".partial")
    with zipfile.ZipFile(partial, "w") as wheel:
        for name, content in [*((name, files[name]) for name in sorted(files)), (record, "".join([*lines, f"{record},,\n"]).encode())]:
            member = zipfile.ZipInfo(name, EARLIEST)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3
            member.external_attr = (0o100755 if name.endswith(".so") else 0o100644) << 16
            wheel.writestr(member, content, compresslevel=6)
    partial.replace(path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--version", required=True)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("libraries", nargs="+", metavar="NAME=LIBRARY.so")
    given = parser.parse_args()
    version = runpy.run_path(str(ROOT / "python" / "lilt" / "_version.py"))["python_version"](given.version)
    libraries = {name: Path(path) for name, path in (one.split("=", 1) for one in given.libraries)}
    for path in libraries.values():
        if path.read_bytes()[:4] != b"\x7fELF" or struct.calcsize("P") != 8:
            sys.exit(f"make_wheel.py: {path} is no library of a 64-bit Linux.")
    given.out.mkdir(parents=True, exist_ok=True)
    path = given.out / f"lilt-{version}-{tag(list(libraries.values()))}.whl"
    write(path, parts(version, libraries), f"lilt-{version}.dist-info/RECORD")
    print(path)


if __name__ == "__main__":
    main()
