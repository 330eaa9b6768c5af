#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`mho report` and `mho figure`: test_report.py MHO EXAMPLE.mho FIGURES [TestClass...]

FIGURES: 1 where the figure module is built. Pages are rendered, LaTeX compiled and HTML opened where pdftoppm, pdflatex and chromium
are there; what is left out is printed.
"""

import contextlib
import csv
import io
import json
import math
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unicodedata
import time
import unittest
import xml.etree.ElementTree

from patience import LIMIT_S
from report_texts import HtmlTables, axis_factor, figure_rows, latex_tables, markdown_tables, number_of, plot_tables, tex_cell
from small_disk import all_but, content_of, small_disk

MHO = ""
EXAMPLE = ""
FIGURES = True


def mho(*arguments, **more):
    return subprocess.run([MHO, *arguments], capture_output=True, text=True, timeout=LIMIT_S, **more)


def peer(program):
    """Path of a program that may be missing, said so once."""
    path = shutil.which(program)
    if path is None:
        print(f"skipped: {program} is not installed", file=sys.stderr)
    return path


class Case(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="it's a ")
        cls.project = os.path.join(cls.folder.name, "a project.mho")
        shutil.copyfile(EXAMPLE, cls.project)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def report(self, form, *more, out=None):
        out = self.path(out or "report." + form)
        done = mho("report", self.project, "--format", form, "--out", out, *more)
        self.assertEqual(done.returncode, 0, done.stderr)
        return out

    def read(self, *parts):
        with open(os.path.join(*parts), encoding="utf-8") as file:
            return file.read()


class Tables(Case):
    """Without figures: what a build without Qt does."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        path = os.path.join(cls.folder.name, "all.json")
        done = mho("report", cls.project, "--format", "json", "--no-figures", "--out", path)
        assert done.returncode == 0, done.stderr
        with open(path, encoding="utf-8") as file:
            cls.json = json.load(file)

    def tables(self):
        return [block for section in self.json["sections"] for block in section["blocks"] if "table" in block]

    def table(self, key):
        return next(table for table in self.tables() if table["table"] == key)

    def column(self, table, key):
        at = [column["key"] for column in table["columns"]].index(key)
        return [row[at] for row in table["rows"]]

    def result(self):
        """Of the project's run."""
        with contextlib.closing(sqlite3.connect(self.project)) as database:
            return json.loads(database.execute("SELECT content FROM document WHERE key = 'result'").fetchone()[0])

    def check_texts(self, tables):
        """Texts of all tables, in order, tell the numbers of the JSON to their last digit."""
        self.assertEqual(len(tables), len(self.tables()))
        checked = 0
        for told, table in zip(tables, self.tables()):
            self.assertEqual(len(told), len(table["rows"]), table["table"])
            for texts, values in zip(told, table["rows"]):
                self.assertEqual(len(texts), len(values), (table["table"], texts, values))
                for text, value, column in zip(texts, values, table["columns"]):
                    if isinstance(value, str) or value is None:
                        self.assertEqual(text, "-" if value is None else value)
                        continue
                    told_value, last = number_of(text, "" if column["unit"] in ("x", "%", "points", "bit", "1/s", "mm2") else column["unit"])
                    self.assertTrue(abs(told_value - value) <= 0.501 * last + 1e-12 * abs(value), (table["table"], column["key"], text, value))
                    checked += 1
        self.assertGreater(checked, 150)

    def test_contents(self):
        self.assertEqual([section["key"] for section in self.json["sections"]], ["designs", "design-1", "method", "hardware", "provenance"])
        designs = self.table("designs")
        self.assertEqual(self.column(designs, "design"), ["Run"])
        self.assertEqual(self.column(designs, "preset"), ["s0-45"])
        mapped = json.loads(mho("map", self.project, "--json").stdout)
        self.assertEqual(self.column(designs, "crossbars"), [mapped["compressed"]["crossbars"]])
        self.assertEqual(self.column(designs, "crossbars_dense"), [mapped["dense"]["crossbars"]])
        self.assertEqual(self.column(self.table("layers-1"), "kept")[-1], mapped["all_layers"]["weights_kept"])
        accuracy = self.table("accuracy")
        self.assertIn("measured on test images", self.column(accuracy, "known")[0])
        last, original, pruned = (self.column(accuracy, key)[0] for key in ("accuracy_percent", "original_percent", "pruned_percent"))
        self.assertAlmostEqual(self.column(accuracy, "change_original_points")[0], last - original)
        self.assertAlmostEqual(self.column(accuracy, "change_pruned_points")[0], last - pruned)
        references = {reference["key"] for reference in self.json["references"]}
        self.assertTrue({"S0", "S1"} <= references and not references & {"S5", "PUMA", "ISAAC"}, references)
        provenance = dict(self.table("provenance")["rows"])
        self.assertRegex(provenance["Network, SHA-256"], "^[0-9a-f]{64}$")
        self.assertRegex(provenance["Data set, SHA-256"], "^[0-9a-f]{64}$")
        self.assertIn("seed 1", provenance["Run: comes from"])
        self.assertEqual(provenance["Command line"], "mho report 'a project.mho' --format json --no-figures")
        journal = json.loads(mho("plan", "journal", "a project.mho", "--json", cwd=self.folder.name).stdout)["journal"]
        started = [act["command"] for act in journal if act["act"] == "Start run"]
        self.assertEqual([provenance["Command line of the run"]], started)
        self.assertEqual(provenance["Mho of the run"], self.result()["tool"]["version"])
        settings = dict(self.table("recipe")["rows"])
        self.assertEqual((settings["train.epochs"], settings["admm.rounds"], settings["seed"]), (10, 8, 1))
        self.assertNotIn("regularize.strength", settings)

    def test_parts_sum_to_totals(self):
        for key, columns in [("layers-1", ("weights", "kept", "crossbars", "crossbars_dense")), ("components-1", ("power_W", "area_mm2", "power_dense_W", "area_dense_mm2")),
                             ("layer-costs-1", ("power_W", "area_mm2", "power_dense_W", "area_dense_mm2"))]:
            for column in columns:
                *parts, total = self.column(self.table(key), column)
                self.assertTrue(math.isclose(sum(parts), total, rel_tol=1e-12), (key, column, parts, total))

    def test_csv(self):
        folder = self.report("csv", "--no-figures", out="csv")
        index = list(csv.DictReader(io.StringIO(self.read(folder, "index.csv"))))
        self.assertEqual(sorted(row["file"] for row in index), sorted(set(os.listdir(folder)) - {"index.csv"}))
        for table in self.tables():
            rows = list(csv.reader(io.StringIO(self.read(folder, table["table"] + ".csv"))))
            self.assertEqual(rows[0], [column["key"] for column in table["columns"]])
            for texts, values in zip(rows[1:], table["rows"], strict=True):
                for text, value in zip(texts, values, strict=True):
                    if value is None:
                        self.assertEqual(text, "")
                    elif isinstance(value, str):
                        if not value.startswith("mho report"):
                            self.assertEqual(text, value)
                    else:
                        self.assertEqual(float(text), value)

    def without_command(self, tables):
        for table in tables:
            for row in table:
                if row and row[-1].startswith("mho report"):
                    row[-1] = dict(self.table("provenance")["rows"])["Command line"]
        return tables

    def test_markdown(self):
        self.check_texts(self.without_command(markdown_tables(self.read(self.report("md", "--no-figures", out="md"), "report.md"))))

    def test_html(self):
        page = HtmlTables()
        page.feed(self.read(self.report("html", "--no-figures")))
        self.check_texts(self.without_command([page.tables[table["table"]] for table in self.tables()]))
        self.assertTrue(all(address.startswith("#") for address in page.asks), page.asks)

    def test_latex(self):
        self.check_texts(self.without_command(latex_tables(self.read(self.report("latex", "--no-figures", out="latex"), "report.tex"))))

    def test_plan_and_points(self):
        plan = json.loads(self.read(self.report("json", "--no-figures", "--points", "plan,run", out="two.json")))
        rows = plan["sections"][0]["blocks"][0]["rows"]
        self.assertEqual([row[0] for row in rows], ["Plan", "Run"])
        for arguments, says in [(["--points", "nobody"], "nobody"), (["--layer", "conv9"], "conv9"), (["--palette", "rainbow"], "rainbow")]:
            done = mho("report", self.project, "--format", "json", "--out", self.path("x.json"), *arguments)
            self.assertEqual(done.returncode, 2, done.stderr)
            self.assertIn(says, done.stderr)
        self.assertIn("docx", mho("report", self.project, "--format", "docx").stderr)
        self.assertFalse(os.path.exists(self.path("x.json")))

    def test_nothing_is_half_written(self):
        closed = self.path("closed")
        os.mkdir(closed)
        good = self.report("md", "--no-figures", out="closed/md")
        before = self.read(good, "report.md")
        done = mho("report", self.project, "--format", "json", "--no-figures", "--out", self.path("absent/deep/x.json"))
        self.assertEqual(done.returncode, 1, done.stderr)
        done = mho("report", self.project, "--format", "md", "--no-figures", "--out", os.path.join(good, "report.md"))
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertEqual(self.read(good, "report.md"), before)
        self.assertEqual(os.listdir(closed), ["md"])

    def test_a_full_disk_leaves_what_was_there(self):
        """Of a folder nothing is replaced where not all of it finds room."""
        for form in ("md", "latex", "csv", "html", "json"):
            with small_disk(self, self.folder.name, kilobytes=256) as disk:
                out = self.report(form, "--no-figures", out="disk/report")
                before = content_of(disk)
                with all_but(disk, 4096):
                    done = mho("report", self.project, "--format", form, "--no-figures", "--points", "plan,run", "--out", out)
                self.assertEqual(done.returncode, 1, done.stderr)
                self.assertIn("No space", done.stderr)
                self.assertEqual(content_of(disk), before)

    def test_says_what_is_missing(self):
        done = mho("report", self.project, "--format", "pdf", "--out", self.path("x.pdf"), env={**os.environ, "MHO_MODULE_DIR": "/nowhere"} if not FIGURES else os.environ)
        if FIGURES:
            self.assertEqual(done.returncode, 0, done.stderr)
        else:
            self.assertEqual(done.returncode, 1, done.stderr)
            self.assertIn("MHO_STUDIO=ON", done.stderr)


class FigureNumbers(Case):
    """Every format draws the numbers of the JSON."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for form in ("json", "csv", "latex"):
            out = os.path.join(cls.folder.name, form)
            done = mho("report", cls.project, "--format", form, "--layer", "conv2", "--layer", "fc1", "--out", out)
            assert done.returncode == 0, done.stderr
        with open(os.path.join(cls.folder.name, "json"), encoding="utf-8") as file:
            report = json.load(file)
        cls.figures = [block for section in report["sections"] for block in section["blocks"] if "figure" in block]

    def test_there_are_figures_of_every_kind(self):
        self.assertEqual({figure["kind"] for figure in self.figures}, {"matrix", "bars", "histogram", "curves"})
        self.assertGreaterEqual(len(self.figures), 9)

    def test_csv(self):
        written = {name for name in os.listdir(self.path("csv")) if name.startswith("figure-")}
        self.assertEqual(written, {f"figure-{figure['figure']}.csv" for figure in self.figures})
        for figure in self.figures:
            rows = list(csv.reader(io.StringIO(self.read(self.path("csv"), f"figure-{figure['figure']}.csv"))))[1:]
            for texts, values in zip(rows, figure_rows(figure), strict=True):
                for text, value in zip(texts, values, strict=True):
                    told = text if isinstance(value, str) else float(text) if text else None
                    self.assertEqual(told, value, figure["figure"])

    def test_latex(self):
        folder = os.path.join(self.path("latex"), "figures")
        checked = 0
        for figure in self.figures:
            picture = tex_cell(self.read(folder, figure["figure"] + ".tex"))
            for number, (axes, rows) in enumerate(plot_tables(figure), 1):
                factors = [axis_factor(axis, picture) for axis in axes]
                lines = self.read(folder, f"{figure['figure']}-{number}.dat").splitlines()[1:]
                for line, values in zip(lines, rows, strict=True):
                    for text, factor, value in zip(line.split(" "), factors, values, strict=True):
                        if value is None:
                            self.assertEqual(text, "nan")
                        else:
                            # Six digits.
                            self.assertLessEqual(abs(float(text) * factor - value), 5.001e-6 * abs(value), (figure["figure"], text, value))
                            checked += 1
        self.assertGreater(checked, 1000)


class Painted(Case):
    def setUp(self):
        if not FIGURES:
            self.skipTest("the figure module is not built")

    def pages(self, pdf):
        """Pages of a PDF as grey values: each has something on it, and nothing runs over its edge."""
        if peer("pdftoppm") is None:
            return 0
        stem = pdf + "-page"
        subprocess.run(["pdftoppm", "-r", "50", "-gray", pdf, stem], check=True, timeout=LIMIT_S)
        names = sorted(name for name in os.listdir(self.folder.name) if name.startswith(os.path.basename(stem)))
        for name in names:
            with open(self.path(name), "rb") as file:
                data = file.read()
            magic, width, height, most = data.split(None, 4)[:4]
            self.assertEqual((magic, most), (b"P5", b"255"))
            pixels = data[-int(width) * int(height):]
            dark = sum(1 for value in pixels if value < 128)
            self.assertGreater(dark, 100, name + " is empty")
            rows = [pixels[i:i + int(width)] for i in range(0, len(pixels), int(width))]
            edges = [value for row in rows for value in (*row[:12], *row[-12:])]
            self.assertEqual(min(edges), 255, name + " runs over its edge")
        return len(names)

    def check_printed(self, pdf, json_report):
        """Each row of each table stands in the pages as the HTML report has it, which is compared with the JSON number by number."""
        def bare(text):
            return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).replace("’", "'")

        printed = bare(subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, check=True).stdout)
        page = HtmlTables()
        page.feed(self.read(self.report("html", "--no-figures", out="plain.html")))
        blocks = [block for section in json_report["sections"] for block in section["blocks"] if "table" in block]
        self.assertEqual({block["table"] for block in blocks}, set(page.tables))
        rows_with_numbers = 0
        for table, rows in page.tables.items():
            for row in rows:
                if row[-1].startswith("mho report"):
                    continue
                cells = [bare(cell) for cell in row]
                for cell in cells:
                    if len(cell) < 16:
                        self.assertIn(cell, printed, table)
                if sum(1 for cell in cells if re.match(r"[-+]?\d", cell)) > 1:
                    rows_with_numbers += 1
                    self.assertIn("".join(cells), printed, table)
        self.assertGreater(rows_with_numbers, 20)

    def test_pdf(self):
        first = self.report("pdf")
        time.sleep(1.1)
        second = self.report("pdf", out="again.pdf")
        with open(first, "rb") as one, open(second, "rb") as other:
            self.assertEqual(one.read(), other.read())
        pages = self.pages(first)
        self.check_shapes(first)
        if peer("pdfinfo"):
            info = subprocess.run(["pdfinfo", "-isodates", first], capture_output=True, text=True, check=True).stdout
            json_report = json.loads(self.read(self.report("json", "--no-figures")))
            self.assertIn(json_report["date"][:19], info)
            self.assertIn(f"Pages:           {pages}", info)
            fonts = subprocess.run(["pdffonts", first], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
            self.assertTrue(fonts and all(re.search(r" yes +(yes|no) +(yes|no) +\d+ +\d+$", font) for font in fonts), fonts)
            self.check_printed(first, json_report)
            # The contents name the page that a section begins on.
            contents = subprocess.run(["pdftotext", "-layout", "-l", "1", first, "-"], capture_output=True, text=True, check=True).stdout
            for section in json_report["sections"]:
                number = re.search(rf"^\s*{re.escape(section['title'])}\s+(\d+)\s*$", contents, re.M)
                self.assertTrue(number, (section["title"], contents))
                there = subprocess.run(["pdftotext", "-layout", "-f", number[1], "-l", number[1], first, "-"], capture_output=True, text=True, check=True).stdout
                self.assertRegex(there, rf"(?m)^\s*{re.escape(section['title'])}\s*$")

    def check_shapes(self, pdf):
        """All of it is drawn, nothing an image of pixels."""
        if peer("pdfimages"):
            images = subprocess.run(["pdfimages", "-list", pdf], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
            self.assertEqual(images, [])

    def test_cells_are_shapes(self):
        for kind in ("crossbar", "mask"):
            for ending in ("svg", "pdf"):
                self.assertEqual(mho("figure", kind, self.project, "--out", self.path(f"shapes.{ending}")).returncode, 0)
            self.check_shapes(self.path("shapes.pdf"))
            svg = xml.etree.ElementTree.parse(self.path("shapes.svg"))
            self.assertEqual([element.tag for element in svg.iter() if element.tag.endswith("image")], [])

    def test_latex(self):
        folder = self.report("latex", out="tex")
        tex = self.read(folder, "report.tex")
        for figure in re.findall(r"\\input\{([^}]*)\}", tex):
            for data in re.findall(r"\{(figures/[^}]*\.dat)\}", self.read(folder, figure)):
                self.assertTrue(os.path.getsize(os.path.join(folder, data)) > 0, data)
        self.assertIn("@inproceedings{S0", self.read(folder, "report.bib"))
        if peer("pdflatex") is None or peer("kpsewhich") is None:
            return
        for needed, package in (("booktabs.sty", "texlive-latex-recommended"), ("pgfplots.sty", "texlive-pictures"), ("ptmr8t.tfm", "texlive-fonts-recommended")):
            if subprocess.run(["kpsewhich", needed], capture_output=True).returncode != 0:
                self.skipTest(f"{package} is not installed (no {needed})")
        for _ in range(2):
            done = subprocess.run(["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "report.tex"], cwd=folder, capture_output=True, timeout=LIMIT_S)
            self.assertEqual(done.returncode, 0, done.stdout[-3000:])
        with open(os.path.join(folder, "report.log"), encoding="latin-1") as file:
            log = file.read()
        overfull = [float(points) for points in re.findall(r"Overfull \\hbox \(([\d.]+)pt too wide", log)]
        self.assertLess(max(overfull, default=0.0), 6.0, log[-2000:])
        self.assertNotIn("undefined", log)
        shutil.copyfile(os.path.join(folder, "report.pdf"), self.path("tex.pdf"))
        self.assertGreater(self.pages(self.path("tex.pdf")), 3)
        if peer("pdftotext"):
            self.check_printed(self.path("tex.pdf"), json.loads(self.read(self.report("json", "--no-figures"))))

    def test_html(self):
        path = self.report("html")
        text = self.read(path)
        self.assertGreaterEqual(text.count("<svg"), 5)
        page = HtmlTables()
        page.feed(text)
        self.assertTrue(all(address.startswith(("#", "data:")) for address in page.asks), [a for a in page.asks if not a.startswith(("#", "data:"))])
        chromium = peer("chromium")
        if chromium:
            done = subprocess.run([chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={self.path('profile')}", "--dump-dom", "file://" + path],
                                  capture_output=True, text=True, timeout=LIMIT_S)
            self.assertEqual(done.returncode, 0, done.stderr[-2000:])
            seen = HtmlTables()
            seen.feed(done.stdout)
            self.assertEqual(seen.tables, page.tables)
            self.assertEqual(done.stdout.count("<svg"), text.count("<svg"))

    def test_markdown_figures(self):
        folder = self.report("md", out="mdf")
        named = re.findall(r"!\[.*\]\((.*)\)", self.read(folder, "report.md"))
        self.assertGreaterEqual(len(named), 5)
        for name in named:
            xml.etree.ElementTree.parse(os.path.join(folder, name))

    def test_figures_in_other_languages(self):
        def drawn(ending, language, *more):
            out = self.path(f"{language}.{ending}")
            done = mho("figure", *(more or ("crossbar",)), self.project, "--title", "--language", language, "--out", out)
            self.assertEqual(done.returncode, 0, done.stderr)
            return self.read(out)

        plain = self.path("plain.svg")
        mho("figure", "crossbar", self.project, "--title", "--out", plain)
        self.assertEqual(drawn("svg", "en"), self.read(plain))
        self.assertIn("Word line", self.read(plain))
        for text in (drawn("svg", "de"), drawn("tex", "de")):
            for word in ("Wortleitung", "Bitleitung", "Leitwert", "Crossbar (0, 0), Slice 0, Vorzeichen 0"):
                self.assertIn(word, text)
            self.assertNotIn("Conductance", text)
        self.assertTrue(drawn("csv", "de").startswith("Wortleitung,Bitleitung,Leitwert (S)\n"))
        self.assertIn("komprimiert", drawn("svg", "de", "breakdown", "--quantity", "area"))
        chinese = subprocess.run(["fc-list", ":lang=zh"], capture_output=True, text=True, check=False).stdout if shutil.which("fc-list") else ""
        if chinese:
            text = drawn("svg", "zh_CN")
            for word in ("字线", "位线", "电导"):
                self.assertIn(word, text)
        self.assertTrue(drawn("csv", "zh_CN").startswith("字线,位线,电导 (S)\n"))
        for arguments, said in ((("--language", "zh_CN", "--out", "x.tex"), "pdflatex"), (("--language", "fr", "--out", "x.svg"), "--language")):
            done = mho("figure", "mask", self.project, *arguments, cwd=self.folder.name)
            self.assertEqual(done.returncode, 2)
            self.assertIn(said, done.stderr)

    def test_a_full_disk_leaves_what_was_there(self):
        with small_disk(self, self.folder.name, kilobytes=512) as disk:
            with open(os.path.join(disk, "report.pdf"), "w", encoding="utf-8") as file:
                file.write("good")
            outs = [os.path.join(disk, "figure." + ending) for ending in ("svg", "pdf", "png", "tex", "csv")]
            for out in outs:
                self.assertEqual(mho("figure", "mask", self.project, "--layer", "conv2", "--out", out).returncode, 0)
            before = content_of(disk)
            self.assertGreater(len(before), 6)
            with all_but(disk, 4096):
                for out in outs:
                    done = mho("figure", "crossbar", self.project, "--layer", "fc1", "--out", out)
                    self.assertEqual(done.returncode, 1, done.stderr)
                    self.assertIn("No space", done.stderr)
                done = mho("report", self.project, "--format", "pdf", "--out", os.path.join(disk, "report.pdf"))
                self.assertEqual(done.returncode, 1, done.stderr)
                self.assertIn("No space", done.stderr)
            self.assertEqual(content_of(disk), before)

    def test_figures_alone(self):
        kinds = {"crossbar": [], "mask": ["--layer", "conv2"], "histogram": ["--layer", "fc1"], "breakdown": ["--quantity", "area", "--by", "layer"], "convergence": []}
        for kind, more in kinds.items():
            for ending in ("svg", "pdf", "png", "tex", "csv"):
                out = self.path(f"{kind}.{ending}")
                done = mho("figure", kind, self.project, "--out", out, "--size", "88x60", "--font-size", "7", *more)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertGreater(os.path.getsize(out), 100)
            root = xml.etree.ElementTree.parse(self.path(kind + ".svg")).getroot()
            self.assertEqual(root.get("viewBox").split()[:2], ["0", "0"])
            self.assertAlmostEqual(float(root.get("width")[:-2]), 88.0, delta=0.6)
            with open(self.path(kind + ".png"), "rb") as file:
                head = file.read(24)
            self.assertEqual(int.from_bytes(head[16:20], "big"), round(88 / 25.4 * 300))
        rows = list(csv.reader(io.StringIO(self.read(self.path("histogram.csv")))))[1:]
        # Cells of negative weights stand left of 0, as high as wide: bins come in pairs.
        self.assertEqual(float(rows[0][0]), -float(rows[-1][1]))
        self.assertEqual(len(rows), 128)
        for half in (rows[:64], rows[64:]):
            self.assertGreater(sum(int(row[2]) for row in half), 0)
        example = mho("figure", "crossbar", self.project, "--out", self.path("fc1.csv"), "--layer", "fc1")
        self.assertEqual(example.returncode, 0, example.stderr)
        cells = [row[2] for row in csv.reader(io.StringIO(self.read(self.path("fc1.csv"))))][1:]
        self.assertEqual(len(cells), 32 * 32)
        self.assertTrue(0 < sum(1 for cell in cells if cell) <= sum(int(row[2]) for row in rows))
        # Designs kept under smaller ratios make a front of all three.
        designs = self.path("designs.mho")
        shutil.copy(self.project, designs)
        for ratio in ("2", "4"):
            for arguments in (["plan", "set", designs, "fc1.filter=" + ratio], ["points", "keep", designs, "--name", "by " + ratio]):
                self.assertEqual(mho(*arguments).returncode, 0)
        kept = {point["name"]: point for point in json.loads(mho("points", "list", designs, "--json").stdout)["design_points"]}
        for ending in ("svg", "pdf", "png", "tex", "csv"):
            done = mho("figure", "pareto", designs, "--x", "crossbars", "--y", "ratio", "--out", self.path("pareto." + ending))
            self.assertEqual(done.returncode, 0, done.stderr)
        drawn = {row[1]: row[2:] for row in csv.reader(io.StringIO(self.read(self.path("pareto.csv")))) if row[1]}
        for name in ("by 2", "by 4"):
            figures = kept[name]["result"]["figures"] if "figures" in kept[name]["result"] else kept[name]["result"]
            self.assertEqual(float(drawn[name][0]), figures["crossbars"])
        # Colours are of the palette.
        pictures = set()
        for palette in ("viridis", "cividis", "grey"):
            out = self.path(palette + ".svg")
            self.assertEqual(mho("figure", "crossbar", self.project, "--palette", palette, "--out", out).returncode, 0)
            pictures.add(self.read(out))
        self.assertEqual(len(pictures), 3)
        for arguments, says in [(["sculpture", self.project, "--out", "x.svg"], "sculpture"), (["mask", self.project, "--out", "x.gif"], "x.gif"),
                                (["mask", self.project, "--out", "x.svg", "--size", "88"], "88"), (["mask", self.project, "--out", "x.svg", "--palette", "rainbow"], "rainbow"), (["pareto", self.project, "--out", "x.svg"], "two designs"),
                                (["breakdown", self.project, "--out", "x.svg"], "s0-45"), (["crossbar", self.project, "--out", "x.svg", "--array", "99,0"], "blocks"),
                                (["mask", self.project, "--out", "x.svg", "--font-size", "900"], "font size")]:
            done = mho("figure", *arguments, cwd=self.folder.name)
            self.assertNotEqual(done.returncode, 0)
            self.assertIn(says, done.stderr)
            self.assertFalse(os.path.exists(self.path("x.svg")))


if __name__ == "__main__":
    MHO, EXAMPLE, FIGURES = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), sys.argv[3] == "1"
    unittest.main(argv=sys.argv[:1] + sys.argv[4:])
