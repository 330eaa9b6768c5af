# SPDX-License-Identifier: GPL-3.0-or-later
"""What the formats of reports and figures tell, read back."""

import html.parser
import re

PREFIXES = {"P": 1e15, "T": 1e12, "G": 1e9, "M": 1e6, "k": 1e3, "m": 1e-3, "µ": 1e-6, "n": 1e-9, "p": 1e-12, "f": 1e-15}


def number_of(text, unit):
    """The number that a text tells in a unit, with the size of its last digit."""
    text = text.replace("\u202f", "").replace("x", "").replace("points", "").replace("%", "").replace("/s", "").strip()
    match = re.fullmatch(r"([-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?)\s*(.*)", text)
    assert match, text
    value, rest = float(match[1]), match[2]
    digits = len(match[1].split("e")[0].partition(".")[2])
    last = 10.0 ** -digits * (10.0 ** int(match[1].split("e")[1]) if "e" in match[1] else 1.0)
    factor = 1.0
    if rest == "µm²":
        factor = 1e-6
    elif rest and rest != "mm²":
        factor = PREFIXES[rest[0]] if len(rest) > 1 and rest[0] in PREFIXES else 1.0
        assert rest[-len(unit):] == unit or unit == "", (text, unit)
    return value * factor, last * factor


class HtmlTables(html.parser.HTMLParser):
    """Rows of texts of each table by its id, and every address that the page asks for."""

    def __init__(self):
        super().__init__()
        self.tables, self.asks, self.table, self.cell = {}, [], None, None

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        for name in ("src", "href", "xlink:href", "data"):
            if given.get(name):
                self.asks.append(given[name])
        if tag == "table":
            self.table = self.tables.setdefault(given["id"], [])
        elif tag == "tr" and self.table is not None:
            self.table.append([])
        elif tag == "td":
            self.cell = ""

    def handle_endtag(self, tag):
        if tag == "td":
            self.table[-1].append(self.cell)
            self.cell = None
        elif tag == "table":
            self.tables = {key: [row for row in rows if row] for key, rows in self.tables.items()}
            self.table = None

    def handle_data(self, data):
        if self.cell is not None:
            self.cell += data


def markdown_tables(text):
    """Rows of texts, table after table, without titles."""
    tables, rows = [], []
    for line in text.splitlines() + [""]:
        if line.startswith("|"):
            cells = [re.sub(r"\\([\\`*_<>\[\]#|&~])", r"\1", cell.strip()) for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            rows.append(cells)
        elif rows:
            tables.append(rows[2:])
            rows = []
    return tables


def tex_cell(text):
    for command, plain in [("\\allowbreak{}", ""), ("\\textsuperscript{2}", "²"), ("\\textmu{}", "µ"), ("\\,", "\u202f"), ("\\_", "_"), ("\\%", "%"),
                           ("\\#", "#"), ("\\&", "&"), ("\\textbar{}", "|"), ("\\textless{}", "<"), ("\\textgreater{}", ">"), ("\\{", "{"), ("\\}", "}"),
                           ("\\textasciicircum{}", "^"), ("\\textquotedbl{}", '"'), ("\\textasciitilde{}", "~"), ("\\texttimes{}", "×"), ("\\textpm{}", "±"),
                           ("$\\le$", "≤"), ("$\\ge$", "≥"), ("-{}", "-"), ("\\textbackslash{}", "\\")]:
        text = text.replace(command, plain)
    return text.strip()


def latex_tables(text):
    tables = []
    for body in re.findall(r"\\begin\{(?:tabular|longtable)\}.*?\\end\{(?:tabular|longtable)\}", text, re.S):
        lines = re.sub(r"\\midrule\n(?=Total)", "", body).split("\\midrule\n")[-1]
        rows = [line[: line.rindex("\\\\")] for line in lines.splitlines() if line.rstrip().endswith("\\\\")]
        tables.append([[tex_cell(cell) for cell in re.split(r"(?<!\\)&", row)] for row in rows])
    return tables


def figure_rows(figure):
    """The lines of a figure's CSV, as its JSON tells them."""
    if figure["kind"] == "matrix":
        return [[row * figure["row_step"], column * figure["column_step"], value]
                for row, values in enumerate(figure["values"]) for column, value in enumerate(values)]
    if figure["kind"] == "bars":
        return [[category, *(series["values"][i] for series in figure["series"])] for i, category in enumerate(figure["categories"])]
    if figure["kind"] == "histogram":
        bins = len(figure["counts"])
        edges = [figure["low"] + (figure["high"] - figure["low"]) * i / bins for i in range(bins + 1)]
        return [[edges[i], edges[i + 1], count] for i, count in enumerate(figure["counts"])]
    return [[series["name"], (series["labels"] or [""] * len(series["x"]))[i], x, y]
            for series in figure["series"] for i, (x, y) in enumerate(zip(series["x"], series["y"], strict=True))]


def plot_tables(figure):
    """The lines of each data file of a figure for pgfplots in SI, with what each column counts: an axis of the JSON, or none."""
    if figure["kind"] == "matrix":
        return [[(None, None, figure["value"]), [[column, row, value] for row, column, value in figure_rows(figure)]]]
    if figure["kind"] == "bars":
        return [[(None, *([figure["value"]] * len(figure["series"]))), [[i, *row[1:]] for i, row in enumerate(figure_rows(figure))]]]
    if figure["kind"] == "histogram":
        rows = figure_rows(figure)
        return [[(figure["value"], None), [[left, count] for left, _, count in rows] + [[rows[-1][1], 0]]]]
    return [[(figure["x"], figure["y"]), [list(point) for point in zip(series["x"], series["y"], strict=True)]] for series in figure["series"]]


def axis_factor(axis, picture):
    """What the values of an axis are divided by in a picture for pgfplots, as the unit in its title says."""
    if axis is None:
        return 1.0
    unit = re.search(r"label=\{" + re.escape(axis["title"]) + r"(?: \(([^)]*)\))?\}", picture)
    if unit is None or not unit[1] or unit[1] == "mm²":
        return 1.0
    if unit[1] == "µm²":
        return 1e-6
    assert axis["unit"] and unit[1].endswith(axis["unit"]), (axis, unit[1])
    return PREFIXES.get(unit[1].removesuffix(axis["unit"]), 1.0)
