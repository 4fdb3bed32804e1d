#!/usr/bin/env python3
"""Writes utf8proc's tables without what the project asks of none of them, as C.

usage: lean_utf8proc.py utf8proc_data.c OUT.c

Left out are direction, upper, lower and title case, display width and the classes of grapheme breaks, which make
most characters' properties differ. Characters whose properties are the same then share one record.
"""
import re
import sys

# Places in utf8proc_property_t, in the order of its initialisers, and what stands there for "none".
UNUSED = {2: "0", 6: "UINT16_MAX", 7: "UINT16_MAX", 8: "UINT16_MAX", 10: "false", 13: "false", 14: "0", 16: "0"}
FIELDS = 17


def table(source, name):
    """The numbers, or the records, between the braces of an array, and where it stands."""
    match = re.search(r"static const \w+ " + name + r"\[\] = \{(.*?)\n?\};", source, re.DOTALL)
    if not match:
        sys.exit(f"lean_utf8proc.py: no table {name}: another version of utf8proc than the pinned one?")
    return match


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as file:
        source = file.read()
    stage2, properties = table(source, "utf8proc_stage2table"), table(source, "utf8proc_properties")

    places, records, new_place = {}, [], []
    for record in re.findall(r"\{([^{}]*)\}", properties[1]):
        fields = [field.strip() for field in record.split(",")]
        if len(fields) != FIELDS:
            sys.exit(f"lean_utf8proc.py: a record of {len(fields)} fields instead of {FIELDS}: {record}")
        lean = ", ".join(UNUSED.get(place, field) for place, field in enumerate(fields))
        if lean not in places:
            places[lean] = len(records)
            records.append(lean)
        new_place.append(places[lean])
    numbers = [str(new_place[int(number)]) for number in re.findall(r"\d+", stage2[1])]

    pieces = sorted([(stage2.span(1), "\n" + ",\n".join(numbers)),
                     (properties.span(1), "\n" + ",\n".join("{" + record + "}" for record in records))])
    out, at = [], 0
    for (begin, end), text in pieces:
        out += [source[at:begin], text]
        at = end
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        file.write("".join(out) + source[at:])


main()
