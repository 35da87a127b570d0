"""A version of the library as Python writes versions (PEP 440)."""

import re


def python_version(version: str) -> str:
    """``0.2.0-dev`` is ``0.2.0.dev0``, ``0.2.0-rc.1`` is ``0.2.0rc1``; a release stays as it is."""
    release, _, kind = version.partition("-")
    if not kind:
        return release
    read = re.fullmatch(r"(dev|alpha|beta|rc)\.?(\d*)", kind)
    if read is None:
        raise ValueError(f"'{version}' is no version that Python has: after the dash stands dev, alpha, beta or rc, and a number.")
    letters = {"dev": ".dev", "alpha": "a", "beta": "b", "rc": "rc"}[read[1]]
    return f"{release}{letters}{read[2] or 0}"
