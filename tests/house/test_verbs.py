"""A verb tells a jurist what it does, on which article it stands, and what it needs."""

import ast

from tests.house.tree import Function, arguments, functions, python, short, verbs

BASIS = "Căn cứ:"
ARGUMENTS = 6


def public_verbs() -> list[tuple[str, Function]]:
    return [(f"{short(path, node.lineno)} {node.name}", node) for path, node in verbs()]


def test_every_verb_names_its_basis_in_law() -> None:
    silent = [place for place, node in public_verbs() if BASIS not in (ast.get_docstring(node) or "")]
    assert silent == []


def test_every_verb_takes_its_arguments_by_name_after_the_first() -> None:
    unnamed = [
        place
        for place, node in public_verbs()
        if len(node.args.posonlyargs) + len(node.args.args) > 1 or node.args.vararg
    ]
    assert unnamed == []


def test_no_function_takes_more_than_six_arguments() -> None:
    many = [
        f"{short(path, node.lineno)} {node.name}"
        for path in python()
        for node in functions(path)
        if len(set(arguments(node)) - {"self", "cls"}) > ARGUMENTS
    ]
    assert many == []
