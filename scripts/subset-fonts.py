#!/usr/bin/env python3
"""Makes the fonts of assets/fonts/fallback anew: parts of Noto families, for scripts that the text families lack.

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install fonttools==4.68.0
    /tmp/venv/bin/python scripts/subset-fonts.py

Needs npm, which fetches the packages named below into a folder of its own. Same packages, same bytes.
"""

import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

TARGET = Path(__file__).resolve().parent.parent / "assets" / "fonts" / "fallback"

REGULAR, BOLD = "400Regular", "600SemiBold"


def ranges(*pairs):
    return {number for first, last in pairs for number in range(first, last + 1)}


def decoded(codec, leads, trails):
    """The characters of a two-byte code: old standards say which ideographs are in use."""
    found = set()
    for lead in leads:
        for trail in trails:
            try:
                text = bytes([lead, trail]).decode(codec)
            except UnicodeDecodeError:
                continue
            if len(text) == 1:
                found.add(ord(text))
    return found


HIGH = range(0xA1, 0xFF)
BIG5_TRAILS = [*range(0x40, 0x7F), *HIGH]
GB2312 = decoded("gb2312", HIGH, HIGH)
JIS = decoded("euc_jp", HIGH, HIGH)
JIS_COMMON = decoded("euc_jp", range(0xB0, 0xD0), HIGH)
KS_X_1001 = decoded("euc_kr", HIGH, HIGH)
BIG5_COMMON = decoded("big5", range(0xA4, 0xC7), BIG5_TRAILS)

LETTERS = ranges(
    (0x20, 0x7E),
    (0xA0, 0x52F),  # Latin with every extension, IPA, modifiers, combining marks, Greek, Cyrillic
    (0x1AB0, 0x1ACE),
    (0x1C80, 0x1C88),
    (0x1D00, 0x1FFE),
    (0x2000, 0x206F),
    (0x2070, 0x209C),
    (0x20A0, 0x20C0),
    (0x2100, 0x218B),
    (0x2190, 0x22FF),
    (0x2C60, 0x2C7F),
    (0x2DE0, 0x2DFF),
    (0xA640, 0xA69F),
    (0xA700, 0xA7FF),
    (0xAB30, 0xAB6B),
    (0xFB00, 0xFB06),
    (0xFE20, 0xFE2F),
)
ARABIC = ranges((0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC)) | {0x20}
HEBREW = ranges((0x590, 0x5FF), (0xFB1D, 0xFB4F)) | {0x20}
KANA = ranges((0x3000, 0x30FF), (0x31F0, 0x31FF), (0xFF00, 0xFFEF))
IDEOGRAPHS = ranges((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF))
# Ideographs of names, which GB 2312 lacks and the later table of general characters has.
NAMES = {ord(letter) for letter in "镕堃喆珺昇玥瑄玮珮晟暐燊淼犇骉羴垚焱彧婳嫣祎祯禛赟翀翾翛鋆钰钜铱镔锜頔頫翯昉昕昱晞晖暄璟璇瑷瑾瑨琮琤玙旻旸睿芃苡茝荃莜萱蓁蕤薇霈霁霏韡馡骞骅骐骢魏邕郗郄邝鄢闫阚佟亓仉"}

# The rarer ones are in the sans alone, which then stands in for the serif.
SERIF_HAN = ((GB2312 | JIS_COMMON | NAMES) & IDEOGRAPHS) | KANA
SANS_HAN = ((GB2312 | JIS | BIG5_COMMON | KS_X_1001 | NAMES) & IDEOGRAPHS) | KANA
HANGUL = (KS_X_1001 & ranges((0xAC00, 0xD7A3))) | ranges((0x3131, 0x318E))

# package and version, name of its files, folder here, characters, faces
FAMILIES = [
    ("noto-serif@0.4.2", "NotoSerif", "noto-serif", LETTERS, [REGULAR, BOLD, f"{REGULAR}_Italic", f"{BOLD}_Italic"]),
    ("noto-naskh-arabic@0.4.5", "NotoNaskhArabic", "noto-naskh-arabic", ARABIC, [REGULAR, BOLD]),
    ("noto-sans-arabic@0.4.3", "NotoSansArabic", "noto-sans-arabic", ARABIC, [REGULAR, BOLD]),
    ("noto-serif-hebrew@0.4.2", "NotoSerifHebrew", "noto-serif-hebrew", HEBREW, [REGULAR, BOLD]),
    ("noto-sans-hebrew@0.4.1", "NotoSansHebrew", "noto-sans-hebrew", HEBREW, [REGULAR, BOLD]),
    ("noto-serif-sc@0.4.3", "NotoSerifSC", "noto-serif-sc", SERIF_HAN, [REGULAR]),
    ("noto-sans-sc@0.4.3", "NotoSansSC", "noto-sans-sc", SANS_HAN, [REGULAR]),
    ("noto-serif-kr@0.4.3", "NotoSerifKR", "noto-serif-kr", HANGUL, [REGULAR]),
    ("noto-sans-kr@0.4.3", "NotoSansKR", "noto-sans-kr", HANGUL, [REGULAR]),
]
NAMES_OF_FACES = {
    REGULAR: "normal",
    BOLD: "bold",
    f"{REGULAR}_Italic": "italics",
    f"{BOLD}_Italic": "bolditalics",
}


def options(has_marks):
    made = subset.Options()
    made.layout_features = (
        ["ccmp", "locl", "mark", "mkmk", "kern", "init", "medi", "fina", "isol", "rlig", "calt", "liga", "curs", "rclt"]
        if has_marks
        else []
    )
    made.hinting = False
    made.glyph_names = False
    made.notdef_outline = True
    made.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    made.drop_tables += ["DSIG", "BASE", "STAT", "vhea", "vmtx", "VORG", "gasp"]
    return made


def fetch(package, folder):
    found = subprocess.run(
        ["npm", "pack", "--silent", f"@expo-google-fonts/{package}"],
        cwd=folder, check=True, capture_output=True, text=True,
    )
    archive = folder / found.stdout.strip().splitlines()[-1]
    home = folder / package
    with tarfile.open(archive) as tar:
        tar.extractall(home, filter="data")
    return home / "package"


def main():
    with tempfile.TemporaryDirectory() as temporary:
        for package, files, name, wanted, faces in FAMILIES:
            source = Path(sys.argv[1]) / f"expo-google-fonts-{package.split('@')[0]}" / "package" if len(sys.argv) > 1 else fetch(package, Path(temporary))
            home = TARGET / name
            home.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source / "LICENSE_FONT", home / "OFL.txt")
            for face in faces:
                font = TTFont(source / face / f"{files}_{face}.ttf", recalcTimestamp=False)
                made = options(wanted is LETTERS or wanted is ARABIC or wanted is HEBREW)
                subsetter = subset.Subsetter(made)
                subsetter.populate(unicodes=wanted)
                subsetter.subset(font)
                path = home / f"{NAMES_OF_FACES[face]}.ttf"
                font.save(path)
                print(f"{path.relative_to(TARGET)}: {len(font.getBestCmap())} characters, {path.stat().st_size:,} bytes")


main()
