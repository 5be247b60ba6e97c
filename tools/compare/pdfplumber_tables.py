"""Reads PDFs with pdfplumber, for tools/compare/pdf.mjs: its median time, its rows of tables, its text.

python pdfplumber_tables.py FILE...  prints a JSON list.
"""

import json
import statistics
import sys
import time

import pdfplumber


def read(path):
    rows, text = [], []
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            for table in page.extract_tables():
                rows.extend(table)
            text.append(page.extract_text())
    return rows, "\n".join(text)


def measure(path):
    times = []
    for _ in range(5):
        start = time.perf_counter()
        rows, text = read(path)
        times.append((time.perf_counter() - start) * 1000)
    return {"ms": statistics.median(times), "rows": rows, "text": text}


print(json.dumps([measure(path) for path in sys.argv[1:]], ensure_ascii=False))
