"""The size table of a site: what a reader's first visit transfers, against the committed budget."""
import gzip
import hashlib
import json
import os

import brotli


class Compressor:
    """Sizes raw, after gzip -9 and after brotli 11, which is slow and therefore remembered by content."""

    def __init__(self, memory_path):
        self.memory_path = memory_path
        try:
            with open(memory_path, encoding="utf-8") as file:
                self.memory = json.load(file)
        except (OSError, ValueError):
            self.memory = {}
        self.used = {}

    def sizes(self, data):
        key = hashlib.sha256(data).hexdigest()
        if key not in self.memory:
            self.memory[key] = [len(data), len(gzip.compress(data, 9, mtime=0)), len(brotli.compress(data, quality=11))]
        self.used[key] = self.memory[key]
        return self.used[key]

    def save(self):
        with open(self.memory_path, "w", encoding="utf-8") as file:
            json.dump(self.used, file)


def total(compressor, contents):
    return [sum(column) for column in zip(*map(compressor.sizes, contents))] or [0, 0, 0]


def kilobytes(size):
    return f"{size / 1000:9.1f}"


def print_table(parts, budget, notes):
    """parts: name → [raw, gzip, brotli]; budget: name → brotli bytes."""
    print(f"\n  {'KB':28}{'raw':>9}{'gzip':>10}{'brotli':>10}{'budget':>10}")
    for name, (raw, gzipped, compressed) in parts.items():
        print(f"  {name:28}{kilobytes(raw)} {kilobytes(gzipped)} {kilobytes(compressed)} {kilobytes(budget.get(name, 0))}")
    columns = [sum(column) for column in zip(*parts.values())]
    limit = budget["first load"]
    print(f"  {'first load':28}{kilobytes(columns[0])} {kilobytes(columns[1])} {kilobytes(columns[2])} {kilobytes(limit)}")
    for note in notes:
        print(f"  {note}")
    print()
    return columns[2]


def read_budget(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def over_budget_message(parts, budget, total, path):
    grown = sorted(((compressed - budget.get(name, 0), name) for name, (_, _, compressed) in parts.items()), reverse=True)
    what = ", ".join(f"{name} by {by} bytes" for by, name in grown if by > 0) or "nothing"
    return (f"the first load is {total} bytes after brotli, {total - budget['first load']} over the limit of "
            f"{budget['first load']}.\nGrown against {os.path.relpath(path)}: {what}.")
