"""Prints the package's public members as Markdown, of their docstrings, without importing it: python3 python/make_api.py"""

import ast
import re
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent / "lilt"


def shown(text: str) -> str:
    """A docstring as Markdown: what stands between double backticks is code, and an indented part stays as it is."""
    return re.sub(r"``(.+?)``", r"`\1`", text)


def signature(name: str, function: ast.FunctionDef) -> str:
    """How it is called: without self, and without what is said of types."""
    arguments = function.args
    for one in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg):
        if one is not None:
            one.annotation = None
    text = ast.unparse(arguments)
    return f"{name}({re.sub(r'^(self|cls)(, )?', '', text)})"


def decorated(function: ast.FunctionDef, name: str) -> bool:
    return any(isinstance(of, ast.Name) and of.id == name for of in function.decorator_list)


def members(owner: ast.ClassDef) -> list[str]:
    """Every public member of a class that says what it is."""
    lines = []
    for member in owner.body:
        if not isinstance(member, ast.FunctionDef) or (text := ast.get_docstring(member)) is None:
            continue
        if member.name.startswith("_") and not member.name.startswith("__"):
            continue
        plain = decorated(member, "property")
        lines += [f"### `{owner.name}.{member.name if plain else signature(member.name, member)}`", "", shown(text), ""]
    return lines


def called(owner: ast.ClassDef) -> str:
    """A class as it is made: a tuple by its members' names, an error by what it is too."""
    made = [member for member in owner.body if isinstance(member, ast.FunctionDef) and member.name == "__init__"]
    bases = [ast.unparse(of) for of in owner.bases]
    if bases == ["NamedTuple"]:
        return f"{owner.name}({', '.join(of.target.id for of in owner.body if isinstance(of, ast.AnnAssign))})"
    if bases:
        return f"{owner.name}({', '.join(bases)})"
    # What takes no default is made by the library alone.
    whole = made and len(made[0].args.defaults) == len(made[0].args.args) - 1
    return signature(owner.name, made[0]) if whole else owner.name


def main() -> None:
    modules = {path.stem: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.glob("*.py"))}
    package = modules["__init__"]
    taken = {}
    for node in package.body:
        if isinstance(node, ast.ImportFrom) and node.module is not None:
            taken.update({of.asname or of.name: node.module for of in node.names})
    names = next(ast.literal_eval(node.value) for node in package.body if isinstance(node, ast.Assign) and node.targets[0].id == "__all__")
    print("# The Python API\n")
    print("[Python](../docs/python.md) says how to install the package, and what it is good for; its members by what they say of themselves:\n")
    for name in names:
        found = [node for node in modules[taken[name]].body if isinstance(node, (ast.ClassDef, ast.FunctionDef)) and node.name == name]
        if not found:
            continue
        text = ast.get_docstring(found[0])
        if text is None:
            sys.exit(f"make_api.py: lilt.{name} does not say what it is.")
        if isinstance(found[0], ast.ClassDef):
            print(f"## `lilt.{called(found[0])}`\n\n{shown(text)}\n")
            print("\n".join(members(found[0])))
        else:
            print(f"## `lilt.{signature(name, found[0])}`\n\n{shown(text)}\n")


if __name__ == "__main__":
    main()
