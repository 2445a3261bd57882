"""python3 run_python.py NOTEBOOK: runs the notebook's cells in order, from the notebook's own folder, and prints what each put out,
as JSON. What a cell prints, the value of an expression at its end and its matplotlib figures count as in Jupyter."""

import ast
import base64
import contextlib
import io
import json
import os
import sys
import traceback

import matplotlib

matplotlib.use("Agg")
from matplotlib import pyplot


def run(source, name, namespace):
    """Runs one cell; returns the value of the expression that it ends in, or None."""
    tree = ast.parse(source, name)
    ends_in_value = tree.body and isinstance(tree.body[-1], ast.Expr)
    value = ast.Expression(tree.body.pop().value) if ends_in_value else None
    exec(compile(tree, name, "exec"), namespace)
    return eval(compile(value, name, "eval"), namespace) if value else None


def figures():
    """The figures that are open, as Jupyter stores them; closes them."""
    for number in pyplot.get_fignums():
        figure, file = pyplot.figure(number), io.BytesIO()
        figure.savefig(file, format="png", bbox_inches="tight", metadata={"Software": None})
        png = base64.b64encode(file.getvalue()).decode()
        yield {
            "output_type": "display_data",
            "data": {"image/png": png, "text/plain": [repr(figure)]},
            "metadata": {},
        }
    pyplot.close("all")


def outputs(source, name, namespace):
    """What a cell puts out, as nbformat has it."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        value = run(source, name, namespace)
    if printed.getvalue():
        yield {
            "output_type": "stream",
            "name": "stdout",
            "text": printed.getvalue().splitlines(keepends=True),
        }
    yield from figures()
    if value is not None:
        data = {"text/plain": repr(value).splitlines(keepends=True)}
        yield {"output_type": "execute_result", "data": data, "metadata": {}}


def main(file):
    with open(file, encoding="utf-8") as opened:
        cells = [cell for cell in json.load(opened)["cells"] if cell["cell_type"] == "code"]
    os.chdir(os.path.dirname(os.path.abspath(file)))
    namespace = {"__name__": "__main__"}
    found = []
    for number, cell in enumerate(cells, start=1):
        try:
            found.append(list(outputs("".join(cell["source"]), f"cell {number}", namespace)))
        except Exception as error:
            frames = traceback.extract_tb(error.__traceback__)
            at = [f"{f.filename}, line {f.lineno}" for f in frames if f.filename.startswith("cell ")]
            place = at[-1] if at else f"cell {number}"
            sys.exit(f"{place}: {type(error).__name__}: {error}")
    json.dump(found, sys.stdout)


main(sys.argv[1])
