#!/usr/bin/env python3
"""Subsets the system's fonts to the characters of papers and writes them, and other files, as C++ (assets.cpp).

usage: fonts.py --out DIR --fonts DIR [--file NAME=PATH]...

The faces come from Debian's fonts-inter and fonts-stix (both SIL OFL 1.1). Inter covers text; STIX what Inter
lacks of mathematics. Each --file is embedded as it is under NAME. With --out come assets.cpp, the .otf files for
a look, and fonts.json with the size of each subset after brotli, which the size table of the site shows.
"""
import argparse
import gzip
import io
import json
import os
import sys

import brotli
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

# Together: what the three text faces and the two of mathematics may add to the first load.
BUDGET_BROTLI_BYTES = 180_000


def span(*ranges):
    return {c for low, high in ranges for c in range(low, high + 1)}


# What is rarer than this in a year of digests is drawn by the system's fonts.
LATIN = span((0x20, 0x7E), (0xA0, 0x17F)) | {0x192, 0x218, 0x219, 0x21A, 0x21B}
# Names of authors: Vietnamese and Pinyin.
NAMES = span((0x1CD, 0x1DC), (0x1EA0, 0x1EF9)) | {0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x1E6, 0x1E7, 0x228, 0x229, 0x1E91}
GREEK = span((0x384, 0x3D6)) | {0x3F0, 0x3F1, 0x3F5}
CYRILLIC = span((0x400, 0x45F)) | {0x490, 0x491}
PUNCTUATION = span((0x2010, 0x203A)) | {0x2044, 0xFFFD}
# Accents, super- and subscripts, currency, fractions, and the ligatures that abstracts copied from a PDF contain.
MARKS = span((0x2B9, 0x2BF), (0x2C6, 0x2C9), (0x2D8, 0x2DD), (0x300, 0x338), (0x2000, 0x20BF), (0x2150, 0x215E), (0xFB00, 0xFB06))
ARROWS = span((0x2190, 0x21FF))
LETTERLIKE = span((0x2100, 0x214F))
OPERATORS = span((0x2200, 0x22FF))
# ★ ☆ ✓ ✗ ⚠ ☀ ● ○ ■ □ ▲ ▼ ▶ ◀ ◆ ◇ ⌘ ⌥ ⏎ ⎋ ⌫, in the interface and in abstracts
SIGNS = {0x2605, 0x2606, 0x2713, 0x2717, 0x26A0, 0x2600, 0x25CF, 0x25CB, 0x25A0, 0x25A1, 0x25B2, 0x25BC, 0x25B6,
         0x25C0, 0x25C6, 0x25C7, 0x2318, 0x2325, 0x23CE, 0x238B, 0x232B}

TEXT = LATIN | NAMES | GREEK | CYRILLIC | PUNCTUATION | MARKS | ARROWS | LETTERLIKE | OPERATORS | SIGNS
# Titles.
STRONG = LATIN | GREEK | PUNCTUATION | SIGNS | span((0x2070, 0x209F), (0x2190, 0x2193))
# Emphasis; what is missing here the interface takes from the regular face.
ITALIC = span((0x20, 0x7E), (0xA0, 0x17F)) | PUNCTUATION
# The variables of formulas.
VARIABLES = span((0x41, 0x5A), (0x61, 0x7A), (0x3B1, 0x3C9)) | {0x3D1, 0x3D5, 0x3D6, 0x3F0, 0x3F1, 0x3F5, 0x131, 0x237, 0x2202}

# Mathematics and the signs of the interface that Inter does not have: ▴ ▸ ▾ ◂ ◐ ⌕ ☾ ⟳ and brackets ⟨ ⟩ ⌈ ⌉ ⌊ ⌋.
MATHS = (OPERATORS | LETTERLIKE | ARROWS | span((0x27E6, 0x27EB), (0x2308, 0x230B), (0x27F5, 0x27FC))
         | {0x25B4, 0x25B8, 0x25BE, 0x25C2, 0x25D0, 0x25B3, 0x25BD, 0x25B9, 0x25C3, 0x2315, 0x263E, 0x27F3, 0x25EF,
            0x2A7D, 0x2A7E, 0x2A00, 0x2A01, 0x2A02, 0x2A2F, 0x2AAF, 0x2AB0, 0x2032, 0x2033, 0x2034, 0x2016, 0x2020,
            0x29F5, 0x2A3F, 0x2336, 0x2322, 0x2323, 0x266D, 0x266E, 0x266F, 0x2660, 0x2661, 0x2662, 0x2663, 0x2225, 0x1D7D9}
         | span((0x1D49C, 0x1D4B5), (0x1D538, 0x1D551)))  # 𝒪 and 𝔼: \mathcal and \mathbb

FACES = {  # name of the asset: file below --fonts, characters
    "inter-regular": ("opentype/inter/Inter-Regular.otf", TEXT),
    "inter-semibold": ("opentype/inter/Inter-SemiBold.otf", STRONG),
    "inter-italic": ("opentype/inter/Inter-Italic.otf", ITALIC),
    "stix-italic": ("opentype/stix/STIXGeneral-Italic.otf", VARIABLES),
    "stix-math": ("opentype/stix/STIXGeneral-Regular.otf", MATHS),
}


def subset(path, characters):
    options = Options()
    options.hinting = False          # stb_truetype has no hinter
    options.layout_features = []     # and no shaper: kerning, ligatures and alternates would never be used
    options.desubroutinize = True    # shared outlines written out: larger raw, smaller after brotli
    options.name_IDs = []
    options.glyph_names = False
    options.notdef_outline = True    # the visible box of a missing glyph
    options.drop_tables += ["GDEF", "GPOS", "GSUB", "MATH", "BASE", "DSIG", "STAT", "meta", "vhea", "vmtx", "VORG", "FFTM"]
    font = TTFont(path, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    out = io.BytesIO()
    font.save(out, reorderTables=True)
    return out.getvalue(), set(font.getBestCmap())


def as_literal(data):
    """A string literal: both compilers read it many times faster than a list of numbers.

    Adjacent pieces of one line each; octal escapes of three digits cannot run into what follows them.
    """
    plain = {b: chr(b) for b in range(0x20, 0x7F) if chr(b) not in '"\\?'}
    escape = [plain.get(b, f"\\{b:03o}") for b in range(256)]
    return "\n".join('"' + "".join(escape[b] for b in data[i:i + 128]) + '"' for i in range(0, len(data), 128))


def write_if_changed(path, text):
    if os.path.exists(path):
        with open(path, encoding="utf-8") as old:
            if old.read() == text:
                return
    with open(path, "w", encoding="utf-8") as new:
        new.write(text)


def assets_cpp(assets):
    lines = ["// Written by cmake/fonts.py.", '#include "assets/assets.h"', "", "#include <cstring>", "", "namespace {", ""]
    for number, data in enumerate(assets.values()):
        lines += [f"alignas(8) const char kData{number}[] =", as_literal(data) or '""', ";", ""]
    lines += ["const paperdeck::assets::Asset kAssets[] = {"]
    for number, (name, data) in enumerate(assets.items()):
        lines += [f'    {{"{name}", reinterpret_cast<const unsigned char*>(kData{number}), {len(data)}u}},']
    lines += ["};", "", "}  // namespace", "", "namespace paperdeck::assets {", "",
              "const Asset* find(const char* name) {",
              "    for (const Asset& asset : kAssets)",
              "        if (std::strcmp(asset.name, name) == 0) return &asset;",
              "    return nullptr;",
              "}", "",
              "std::span<const Asset> all() { return kAssets; }", "",
              "}  // namespace paperdeck::assets", ""]
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", required=True)
    parser.add_argument("--fonts", required=True, help="the folder that holds opentype/inter and opentype/stix")
    parser.add_argument("--file", action="append", default=[], metavar="NAME=PATH")
    arguments = parser.parse_args()

    os.makedirs(arguments.out, exist_ok=True)
    assets, sizes, in_inter = {}, {}, set()
    for name, (path, characters) in FACES.items():
        # The face of mathematics is merged behind Inter, so what Inter has would never be drawn from it.
        wanted = characters - in_inter if characters is MATHS else characters
        data, covered = subset(os.path.join(arguments.fonts, path), wanted)
        in_inter |= covered if characters is not VARIABLES else set()
        with open(os.path.join(arguments.out, name + ".otf"), "wb") as out:
            out.write(data)
        assets[name] = data
        sizes[name] = {"raw": len(data), "gzip": len(gzip.compress(data, 9)), "brotli": len(brotli.compress(data)), "glyphs": len(covered)}
    total = sum(size["brotli"] for size in sizes.values())
    for entry in arguments.file:
        name, path = entry.split("=", 1)
        with open(path, "rb") as file:
            assets[name] = file.read()

    write_if_changed(os.path.join(arguments.out, "assets.cpp"), assets_cpp(assets))
    with open(os.path.join(arguments.out, "fonts.json"), "w", encoding="utf-8") as out:
        json.dump({"faces": sizes, "brotli": total}, out, indent=1)
    for name, size in sizes.items():
        print(f"  {name:15} {size['glyphs']:5} glyphs {size['raw']:8} bytes {size['brotli']:7} after brotli")
    print(f"  fonts together {total} bytes after brotli, of {BUDGET_BROTLI_BYTES}")
    if total > BUDGET_BROTLI_BYTES:
        sys.exit(f"fonts.py: the fonts are {total} bytes after brotli, {total - BUDGET_BROTLI_BYTES} over their budget. "
                 "Take characters out of TEXT or MATHS in cmake/fonts.py.")


if __name__ == "__main__":
    main()
