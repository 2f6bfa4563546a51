#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What people read, and what of it has a translation.

usage: translations.py ROOT               list what each language of po/LINGUAS lacks (exit 0: nothing has to be there)
       translations.py ROOT --check       fail where a translation has other {names} or other [ ] than its original
       translations.py ROOT --template    print a catalogue to translate (po/LANG.po) to stdout
       translations.py ROOT --lang ja     the list, for a language that has no catalogue yet
"""
import pathlib, re, sys

root = pathlib.Path(sys.argv[1])
STRING = r'"((?:[^"\\]|\\.)*)"'
texts = {}  # text -> where


def add(text, where):
    if text:
        texts.setdefault(text, where)


for path in sorted((root / "src/render").glob("*.[cd]*")):
    source = path.read_text()
    for m in re.finditer(r'\bN?_\(\s*((?:' + STRING + r'\s*)+)\)', source):
        add("".join(re.findall(STRING, m[1])), path.relative_to(root))
for path, first in (("causes.def", 2), ("next.def", 0), ("lookalikes.def", 0)):
    for line in (root / "src/judge" / path).read_text().splitlines():
        if not re.match(r"(CAUSE|NEXT|LOOKALIKE)\(", line):
            continue
        strings = re.findall(STRING, line)
        # a cause: id, title, summary; the others: text, then a command, which is not translated
        for text in strings[1:3] if path == "causes.def" else strings[:1]:
            add(text, f"src/judge/{path}")


def catalogue(lang):
    path = root / f"po/{lang}.po"
    if not path.exists():
        return {}
    pairs = re.findall(r'^msgid ((?:' + STRING + r'\s*)+)\nmsgstr ((?:' + STRING + r'\s*)+)', path.read_text(), re.M)
    join = lambda block: "".join(re.findall(STRING, block))
    return {join(p[0]): join(p[2]) for p in pairs if join(p[0]) and join(p[2])}


def shape(text):
    return sorted(re.findall(r"\{\w+\}", text)), text.count("["), text.count("]")


languages = [l for l in (root / "po/LINGUAS").read_text().split("\n") if l and not l.startswith("#")]
if "--lang" in sys.argv:
    languages = [sys.argv[sys.argv.index("--lang") + 1]]
if "--template" in sys.argv:
    print('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n')
    for text, where in texts.items():
        print(f'#: {where}\nmsgid "{text}"\nmsgstr ""\n')
    sys.exit(0)
bad = 0
for lang in languages:
    have = catalogue(lang)
    if "--check" in sys.argv:
        for text, other in have.items():
            if shape(text) != shape(other):
                print(f'po/{lang}.po: not the same {{names}} or [ ]: "{text}"')
                bad = 1
        continue
    missing = [t for t in texts if t not in have]
    pages = [p.stem for p in sorted((root / "docs/causes").glob("*.md")) if not (root / "docs/causes" / lang / p.name).exists()]
    print(f"{lang}: {len(missing)} of {len(texts)} texts and {len(pages)} pages are not translated")
    for t in missing:
        print(f"  text {texts[t]}: {t}")
    for p in pages:
        print(f"  page {p}")
sys.exit(bad)
