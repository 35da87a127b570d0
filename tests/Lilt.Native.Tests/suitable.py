"""Prints which of the package's libraries run on this machine."""
from lilt import _native

print(*[name for name in (_native.suitable(_native._processor()) if _native.NAME != "arm64" else ["arm64"]) if _native._file_of(name).is_file()])
