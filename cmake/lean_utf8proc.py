#!/usr/bin/env python3
"""Writes utf8proc's tables packed, for utf8proc.c to unpack at its start: a quarter of their size in the first load.

usage: lean_utf8proc.py utf8proc_data.c OUT.c

What is packed are the facts behind the tables, each kind in a column of its own, as differences: category, combining
class and whether a character is ignorable, as runs over all code points; decompositions; case folding; and which
characters are composed with which. cmake/lean_utf8proc.c makes the tables of them that utf8proc.c reads.
Left out, because nothing here asks for it: direction, upper, lower and title case, the kinds of compatibility
decompositions, display width and the classes of grapheme breaks.
"""
import os
import re
import sys

CODE_POINTS = 0x110000
PAGE = 256
NONE = 0xFFFF
# Places in utf8proc_property_t, in the order of its initialisers.
CATEGORY, COMBINING_CLASS, DECOMPOSITION_TYPE, DECOMPOSITION, CASE_FOLDING, COMBINATION, IS_EXCLUDED, IS_IGNORABLE = 0, 1, 3, 4, 5, 9, 11, 12
FIELDS = 17
# What a decomposition is: compat is for folding alone, pairs are composed again.
COMPAT, CANONICAL, PAIR = 0, 1, 2


def fail(message):
    sys.exit(f"lean_utf8proc.py: {message}: another version of utf8proc than the pinned one?")


class Tables:
    """utf8proc's own tables, read from its source."""

    def __init__(self, source):
        def body(name):
            match = re.search(r"static const \w+ " + name + r"\[\] = \{(.*?)\n?\};", source, re.DOTALL)
            return match[1] if match else fail(f"no table {name}")

        def numbers(name):
            return [int(number) for number in re.findall(r"\d+", body(name))]

        self.sequences, self.combinations = numbers("utf8proc_sequences"), numbers("utf8proc_combinations")
        self.stage1, self.stage2 = numbers("utf8proc_stage1table"), numbers("utf8proc_stage2table")
        self.records = [[field.strip() for field in record.split(",")] for record in re.findall(r"\{([^{}]*)\}", body("utf8proc_properties"))]
        if any(len(record) != FIELDS for record in self.records):
            fail(f"records of other than {FIELDS} fields")

    def record(self, c):
        return self.records[self.stage2[self.stage1[c // PAGE] + c % PAGE]]

    def index(self, c, field):
        value = self.record(c)[field]
        return NONE if value == "UINT16_MAX" else int(value)

    def sequence(self, index):
        """The characters of a sequence; of none, none."""
        if index == NONE:
            return []
        length, at, characters = index >> 14, index & 0x3FFF, []
        if length == 3:
            length, at = self.sequences[at], at + 1
        while len(characters) <= length:
            unit, at = self.sequences[at], at + 1
            if unit & 0xF800 == 0xD800:
                unit, at = 0x10000 + ((unit & 0x3FF) << 10 | self.sequences[at] & 0x3FF), at + 1
            characters.append(unit)
        return characters

    def composed(self, first, second):
        """What two characters make by their indices of combination; 0 if nothing."""
        low, high = self.combinations[first], self.combinations[first + 1]
        place = second & 0x3FFF
        if not low <= place <= high:
            return 0
        at = first + 2 + place - low
        return self.combinations[at] << 16 | self.combinations[at + 1] if second & 0x4000 else self.combinations[at]


def varint(number):
    """Seven bits a byte, the lowest first; the highest bit says that another follows."""
    out = []
    while number >= 0x80:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return out + [number]


def signed_varint(number):
    return varint(number * 2 if number >= 0 else -number * 2 - 1)


def plain_properties(tables):
    """Runs of code points alike but for their sequences: [length, kind], and the kinds, first those that fill a page.

    The very first is what utf8proc says of numbers that are no code point.
    """
    plain = []
    for c in range(CODE_POINTS):
        record = tables.record(c)
        plain.append((record[CATEGORY], record[COMBINING_CLASS], record[IS_IGNORABLE]))
    none = tuple(tables.records[0][field] for field in (CATEGORY, COMBINING_CLASS, IS_IGNORABLE))
    whole = [plain[c] for c in range(0, CODE_POINTS, PAGE) if len(set(plain[c:c + PAGE])) == 1]
    kinds = {}
    for kind in [none, *whole, *plain]:
        kinds.setdefault(kind, len(kinds))
    runs = []
    for kind in plain:
        if not runs or runs[-1][1] != kinds[kind]:
            runs.append([0, kinds[kind]])
        runs[-1][0] += 1
    return runs, list(kinds), len({none, *whole})


def pairs_of(tables):
    """The pairs that are composed, first and second → composed; and second → its index of combination, by place."""
    indices = {c: tables.index(c, COMBINATION) for c in range(CODE_POINTS)}
    firsts = {c: index for c, index in indices.items() if index < 0x8000}
    seconds = {c: index for c, index in sorted(indices.items(), key=lambda item: item[1] & 0x3FFF) if 0x8000 <= index < NONE}
    pairs = {(a, b): tables.composed(first, second) for a, first in firsts.items() for b, second in seconds.items()}
    # utf8proc leaves those out that Unicode excludes when it is asked for stable forms, as it is here always.
    return {pair: c for pair, c in pairs.items() if c and tables.record(c)[IS_EXCLUDED] != "true"}, seconds


def pack_sequences(entries):
    """Columns of [(code point, kind, characters)]: gaps between the code points, kinds and lengths, characters."""
    gaps, shapes, characters, following, before = [], [], [], 0, {}
    for c, kind, sequence in entries:
        gaps += varint(c - following)
        following = c + 1
        shapes.append(len(sequence) << 2 | kind)
        # Against the character in the same place of the last sequence: alphabets and accents go on as they began.
        for place, character in enumerate(sequence):
            characters += signed_varint(character - before.get(place, 0))
            before[place] = character
    return gaps, shapes, characters


def units(sequence):
    """How many places of utf8proc_sequences a sequence takes."""
    return sum(2 if character > 0xFFFF else 1 for character in sequence) + (len(sequence) > 3)


def row_sizes(pairs, seconds):
    """How many places of utf8proc_combinations the rows of all first characters take: two bounds, and up to two a place."""
    places, rows = {c: index & 0x3FFF for c, index in seconds.items()}, {}
    for first, second in pairs:
        rows.setdefault(first, []).append(places[second])
    return len(rows), sum(max(row) - min(row) + 4 for row in rows.values())


def page_count(runs, whole_kinds, own):
    """The shared pages, and those with several kinds or with a character that has properties of its own."""
    pages, at = {c // PAGE for c in own}, 0
    for length, _ in runs:
        if at % PAGE:
            pages.add(at // PAGE)
        at += length
    return whole_kinds + len(pages)


def c_array(name, numbers):
    lines = [", ".join(map(str, numbers[i:i + 32])) for i in range(0, len(numbers), 32)]
    return f"static const utf8proc_uint8_t {name}[] = {{\n" + ",\n".join(lines) + "\n};\n"


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as file:
        tables = Tables(file.read())
    runs, kinds, whole_kinds = plain_properties(tables)
    pairs, seconds = pairs_of(tables)
    composed = {c: pair for pair, c in pairs.items()}

    decompositions, foldings = [], []
    for c in range(CODE_POINTS):
        sequence = tables.sequence(tables.index(c, DECOMPOSITION))
        if c in composed and tuple(sequence) != composed[c]:
            fail(f"U+{c:04X} is composed of other characters than it is decomposed to")
        if sequence:
            is_canonical = tables.record(c)[DECOMPOSITION_TYPE] == "0"
            decompositions.append((c, PAIR if c in composed else CANONICAL if is_canonical else COMPAT, sequence))
        folded = tables.sequence(tables.index(c, CASE_FOLDING))
        if folded:
            foldings.append((c, COMPAT, folded))
    if {first for first, _ in pairs} & set(seconds) or not set(composed) <= {c for c, _, _ in decompositions}:
        fail("pairs of another kind")

    own = {c for c, _, _ in decompositions + foldings} | {first for first, _ in pairs} | set(seconds)
    pages = page_count(runs, whole_kinds, own)
    sequence_units = sum(units(sequence) for _, _, sequence in decompositions + foldings)
    rows, combinations = row_sizes(pairs, seconds)
    if pages > 256 or sequence_units > 0x3FFF or combinations >= 0x8000:
        fail("more than the indices in its records can name")

    gaps, shapes, characters = pack_sequences(decompositions)
    fold_gaps, fold_shapes, fold_characters = pack_sequences(foldings)
    sizes = {"KIND_COUNT": len(kinds), "WHOLE_KIND_COUNT": whole_kinds, "RECORD_COUNT": len(kinds) + len(own),
             "PAGE_COUNT": pages, "RUN_COUNT": len(runs), "DECOMPOSITION_COUNT": len(decompositions),
             "FOLDING_COUNT": len(foldings), "LONGEST_SEQUENCE": max(len(s) for _, _, s in decompositions + foldings),
             "SEQUENCE_UNITS": sequence_units, "SECOND_COUNT": len(seconds), "PAIR_COUNT": len(pairs),
             "ROW_COUNT": rows, "COMBINATION_UNITS": combinations}
    columns = {
        "packed_run_lengths": [byte for length, _ in runs for byte in varint(length)],
        "packed_run_kinds": [kind for _, kind in runs],
        "packed_gaps": gaps, "packed_shapes": shapes, "packed_characters": characters,
        "packed_fold_gaps": fold_gaps, "packed_fold_shapes": fold_shapes, "packed_fold_characters": fold_characters,
        "packed_seconds": [byte for c, index in seconds.items() for byte in varint(c << 1 | (index >> 14 & 1))],
    }
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        file.write(f"/* Written by cmake/{os.path.basename(__file__)}. */\n")
        file.writelines(f"#define {name} {value}\n" for name, value in sizes.items())
        file.writelines(c_array(name, numbers) for name, numbers in columns.items())
        file.write("static const struct { utf8proc_uint8_t category, combining_class, is_ignorable; } kinds[] = {\n")
        file.writelines(f"    {{{category}, {combining_class}, {is_ignorable}}},\n" for category, combining_class, is_ignorable in kinds)
        file.write('};\n#include "lean_utf8proc.c"\n')


main()
