"""The tree as its own tests see it: which files are ours, and what stands in them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOUSE = ROOT / "thidua"
NOT_OURS = {
    *(".git", ".venv", "var", "staticfiles", "node_modules", "build", "dist", "htmlcov", "__pycache__"),
    *(
        ".mypy_cache",
        ".ruff_cache",
        ".pytest_cache",
        ".import_linter_cache",
        ".hypothesis",
        ".idea",
        ".vscode",
    ),
}
APPS = ("journal", "org", "records", "campaigns", "awards", "publicity")
STAGES = {
    "org": ("establish", "accounts", "identify", "reorganise"),
    "records": (
        *(
            "receive",
            "take_in",
            "draft",
            "issue",
            "sign",
            "regulate",
            "entitle",
            "books",
            "attach",
            "consent",
            "notify",
        ),
        *("sign_digitally", "check_signatures", "set_image", "copy_paper", "sign_appendix"),
        *("reword", "package", "edxml", "reply", "withhold"),
    ),
    "campaigns": (
        "intake",
        "assign",
        "launch",
        "steer",
        "register",
        "derive",
        "track",
        "visit",
        "discover",
        "review",
        "standard",
        "allot",
        "regulate",
        "inherit",
    ),
    "awards": (
        "seat",
        "remember",
        "exclude",
        "nominate",
        "consult",
        "rank",
        "appraise",
        "deliberate",
        "submit",
        "decide",
        "certify",
        "amend",
        "inform",
        "inherit",
    ),
    "publicity": ("broadcast", "announce", "plan"),
    "reports": ("conclude", "archive/order", "archive/pack"),
}
WHO_ACTS = {"mandate", "actor", "by"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def walk(folder: Path) -> Iterator[Path]:
    """Every file of ours below a folder."""
    for entry in sorted(folder.iterdir()):
        if entry.name in NOT_OURS or entry.name.endswith(".egg-info"):
            continue
        if entry.is_dir():
            yield from walk(entry)
        else:
            yield entry


@cache
def files(*endings: str) -> tuple[Path, ...]:
    """All files of ours with one of these endings, or all files at all."""
    return tuple(path for path in walk(ROOT) if not endings or path.suffix in endings)


def texts() -> Iterator[tuple[Path, str]]:
    """Every file that is UTF-8 text, with its text; vendored files belong to others."""
    for path in files():
        if "vendor" in path.relative_to(ROOT).parts:
            continue
        try:
            yield path, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


@cache
def parsed(path: Path) -> ast.Module:
    """A Python file as a tree."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def python(folder: Path = HOUSE) -> tuple[Path, ...]:
    """The Python files written by hand below a folder."""
    return tuple(
        path for path in files(".py") if path.is_relative_to(folder) and "migrations" not in path.parts
    )


def functions(path: Path) -> Iterator[Function]:
    """Every function and method of a file, inner ones too."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, Function):
            yield node


def stage_files() -> Iterator[Path]:
    """The files that hold verbs: a module, or a package of the same name."""
    for app, stages in STAGES.items():
        for stage in stages:
            module = HOUSE / app / f"{stage}.py"
            yield from [module] if module.exists() else python(HOUSE / app / stage)


def verbs() -> Iterator[tuple[Path, Function]]:
    """The public functions of the stages in which somebody acts."""
    for path in stage_files():
        for node in parsed(path).body:
            if (
                isinstance(node, Function)
                and not node.name.startswith("_")
                and WHO_ACTS & set(arguments(node))
            ):
                yield path, node


def arguments(node: Function) -> list[str]:
    """The names of what a function takes."""
    return [argument.arg for argument in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]


def short(path: Path, line: int | None = None) -> str:
    """A place as a person reads it."""
    return str(path.relative_to(ROOT)) + (f":{line}" if line else "")
