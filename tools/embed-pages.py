#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compile docs/causes/*.md into the tables of src/explain/tables.h.

usage: embed-pages.py WORDS.txt OUT.c PAGE.md...        (the build calls it)
       embed-pages.py --check WORDS.txt PAGE.md...      (prints what is wrong with the pages)

A page is English where it stands directly in causes/, and in language xx where it stands in
causes/xx/.  What is said in backticks under "What programs say" and "Other texts" is a phrase that the search knows:
<word> stands for anything short (at the end: something must follow), ... for anything, (a|b) for
either, ^ for "nothing stands before it", example.com for any name of a host.  The reading of words here is the same as in src/explain/words.c: change both together.
"""
import itertools, math, pathlib, re, sys, textwrap

LANGS = ["en", "ja"]  # in the order of enum explain_lang
STRENGTH = {"means": 3, "often": 2, "can": 1}
HEADINGS = ["What programs say", "What it means", "Usual reasons", "How naze knows",
            "What it is not", "Confirm it by hand", "How to fix it", "Other texts", "See also"]
SHOWN = 6  # phrases on the screen; the page on paper and the search have all
NEAR, WIDE, ANY = 2, 10, 200  # how many blank-separated words further the next word may stand
START, LONE, MORE = 1, 2, 4  # flags of a phrase
MAX_WORD = 47
bad = []


def read_words(path):
    """The words of one meaning, and those that mean nothing: word -> meaning, or None."""
    same = {}
    for line in pathlib.Path(path).read_text().splitlines():
        line = line.partition("#")[0]
        head, colon, rest = line.partition(":")
        if colon:
            for w in [head.strip(), *rest.split()]:
                same[w] = None if head.strip() == "ignore" else head.strip()
    return same


def address(text):
    """(class, length) of the address that text starts with, or None."""
    if m := re.match(r"\d+(\.\d+){3}(?![.\d])", text):
        a = [int(x) if len(x) < 4 else 999 for x in m[0].split(".")]
        if max(a) < 256:
            kind = "loop4" if a[0] == 127 else "any" if a == [0] * 4 else "local" if (
                a[0] == 10 or a[:2] == [192, 168] or (a[0] == 172 and a[1] & 0xf0 == 16)) else "ip"
            return "@" + kind, m.end()
    m = re.match(r"[0-9A-Fa-f:]+", text)
    if m and m[0].count(":") >= 2 and not re.match(r"[A-Za-z_]", text[m.end():]):
        if m[0].startswith("::1") and not re.match(r"[0-9A-Fa-f]", m[0][3:4]):
            return "@loop6", 3
        if "::" in m[0].rstrip(":") or m[0].count(":") > 4:
            return "@ip", m.end()
    return None


def split_camel(w):
    """The parts of a word that capitals divide."""
    return re.findall(r"[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z0-9]+|[A-Z]", w)


def chunk_words(chunk):
    """The words of a text without blanks."""
    out, i = [], 0
    while i < len(chunk):
        before = chunk[i - 1] if i else " "
        if not (before.isascii() and before.isalnum()) and (a := address(chunk[i:])):
            out.append(a[0])
            i += a[1]
        elif m := re.match(r"[A-Za-z0-9]+(?:['’][A-Za-z]+)*", chunk[i:]):
            w = re.sub("['’]", "", m[0])
            out.append("ms" if re.fullmatch(r"\d+ms", w) else w)
            i += m.end()
        else:
            i += 1
    return out


def pair(text, same):
    """The words of a text, "time out" as the one word that words.txt writes time+out."""
    out = []
    text = text.replace("example.com", " @host ")
    for w in (w for c in text.split() for w in ([c] if c == "@host" else chunk_words(c))):
        if out and f"{out[-1]}+{w}".lower() in same:
            w = f"{out.pop()}+{w}"
        out.append(w)
    return out


class Vocabulary:
    def __init__(self, same):
        self.same, self.terms, self.words = same, {}, {}

    def term(self, word):
        """The number of a word's meaning, 0 for one that says nothing; new words are learnt."""
        word = word.lower()[:MAX_WORD]
        meaning = self.same.get(word, word)
        if meaning is None:
            return 0
        if meaning not in self.terms:
            self.terms[meaning] = len(self.terms) + 1
            self.words[meaning] = self.terms[meaning]
        self.words[word] = self.terms[meaning]
        return self.terms[meaning]

    def table(self):
        """word -> term for every word that may stand in a text, 0 for one to ignore."""
        out = dict(self.words)
        for w, meaning in self.same.items():
            if meaning is None:
                out[w] = 0
            elif meaning in self.terms:
                out[w] = self.terms[meaning]
        return dict(sorted(out.items(), key=lambda i: i[0].encode()))


def expand(pattern):
    """Each reading of the alternatives (a|b) of a phrase."""
    parts = re.split(r"\(([^()]*\|[^()]*)\)", pattern)
    choices = [p.split("|") if i % 2 else [p] for i, p in enumerate(parts)]
    return [" ".join("".join(c).split()) for c in itertools.product(*choices)]


class Phrase:
    def __init__(self, cause, strength, said, vocabulary):
        self.cause, self.strength, self.said, self.flags = cause, strength, said, 0
        text, self.terms, gap = said, [], 0
        if text.startswith("^"):
            text, self.flags, self.said = text[1:], START, said[1:]
        for piece in re.split(r"(<[^<>]*>|\.\.\.)", text):
            if piece == "...":
                gap = ANY
            elif piece.startswith("<"):
                gap = max(gap, WIDE)
            else:
                for w in pair(piece, vocabulary.same):
                    if t := vocabulary.term(w):
                        self.terms.append((t, gap or NEAR))
                        gap = 0
        if text.endswith(">"):
            self.flags |= MORE
        if len(self.terms) == 1 and re.fullmatch(r"[\d\s()]+", text):
            self.flags = LONE  # also without ^: a number says nothing in the middle of a text


def read_page(path):
    """(front block, phrases as (strength, text), body lines) of a page."""
    lines = path.read_text().splitlines()
    front, phrases, body, strength = {}, [], [], 0
    if lines[:1] != ["---"]:
        bad.append(f"{path}: no front block")
        return front, phrases, body
    end = lines.index("---", 1)
    for line in lines[1:end]:
        k, _, v = line.partition(":")
        front[k.strip()] = v.strip().strip('"')
    body = lines[end + 1:]
    seen, item = [], ""

    def phrases_of(text):
        found = re.findall(r"`([^`]+)`", text)
        if found and not strength:
            bad.append(f"{path}: a phrase before any strength: {text}")
        phrases.extend((strength, f) for f in found)
    for line in [*body, ""]:
        told = seen and seen[-1] in ("What programs say", "Other texts")
        if told and (not line.strip() or line.startswith(("- ", "## "))):
            phrases_of(item)
            item = ""
        if line.startswith("## "):
            strength = 0
            seen.append(line[3:].strip())
        elif told:
            for word, value in STRENGTH.items():
                if re.match(rf"[^`]*\b{word}\b[^`]*:$", line, re.I):
                    strength = value
            item += " " + line.strip()
    if path.parent.name not in LANGS and [h for h in HEADINGS if h in seen or h != "Other texts"] != seen:
        bad.append(f"{path}: sections {seen}")
    if front.get("cause") != path.stem or "title" not in front or "who" not in front:
        bad.append(f"{path}: front block needs cause (the file's name), title and who")
    if len(lines) > 120:
        bad.append(f"{path}: {len(lines)} lines")
    return front, phrases, body


def render(front, body, said):
    """The page as a terminal shows it, 80 columns."""
    out, para, section = [f"{front['cause']} - {front['title']}"], [], ""

    def flush():
        text = " ".join(para)
        first = "  - " if text.startswith("- ") else "  "
        out.extend(textwrap.wrap(text.removeprefix("- "), 80, initial_indent=first,
                                 subsequent_indent=" " * len(first), break_long_words=False,
                                 break_on_hyphens=False))
        para.clear()
    for line in body:
        if line.startswith("## "):
            flush()
            section = line[3:]
            if section == "Other texts":
                continue
            out += ["", section]
            if section == HEADINGS[0]:
                plain = [p.lstrip("^") for _, p in said if not re.search(r"\||\.\.\.|^\^?\d+$", p)]
                para.append(", ".join(f'"{p}"' for p in plain[:SHOWN]) + " ..." * bool(plain[SHOWN:]))
                if not plain:
                    para[:] = ["Programs show no text of their own for this."]
        elif section in (HEADINGS[0], "Other texts") or line.startswith("# "):
            continue
        elif not line.strip():
            flush()
        else:
            if line.startswith("- "):
                flush()
            para.append(line.strip())
    flush()
    return "\n".join(out) + "\n"


def c_string(text):
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("?", "\\?")
    return '"' + text.replace("\n", '\\n"\n\t"') + '"'


def emit(out, causes, pages, phrases, vocabulary):
    df = {}
    for p in phrases:
        for t in {t for t, _ in p.terms}:
            df[t] = df.get(t, 0) + 1
    weight = {t: max(1, round(10 * math.log(len(phrases) / n))) for t, n in df.items()}
    blob, where = [], {}

    def put(text):
        if text not in where:
            where[text] = sum(len(b.encode()) + 1 for b in blob[-1:]) + put.end
            put.end = where[text]
            blob.append(text)
        return where[text]
    put.end = 0
    terms, rows = [], []
    for p in phrases:
        w = min(999, sum(weight[t] for t, _ in p.terms))
        rows.append(f"\t{{ {put(p.said)}, {len(terms)}, {causes.index(p.cause)}, {w}, "
                    f"{len(p.terms)}, {p.strength}, {p.flags} }},")
        terms += [f"\t{{ {t}, {g} }}," for t, g in p.terms]
    words = [f"\t{{ {put(w)}, {t} }}," for w, t in vocabulary.table().items()]
    o = ["/* Made from docs/causes by tools/embed-pages.py. */", '#include "explain/tables.h"', "",
         "const struct explain_page tables_pages[] = {"]
    for lang in LANGS:
        for c in causes:
            if (lang, c) in pages:
                front, text = pages[lang, c]
                o.append("\t{ " + ", ".join(c_string(front[k]) for k in ("cause", "title", "who")) +
                         ",\n\t" + c_string(text) + " },")
            else:
                o.append('\t{ 0, 0, 0, 0 },')
    o += ["};", f"const size_t tables_n_causes = {len(causes)};", "",
          "const struct phrase tables_phrases[] = {", *rows, "};",
          f"const size_t tables_n_phrases = {len(phrases)};", "",
          "const struct phrase_term tables_terms[] = {", *terms, "};", "",
          "const struct word_entry tables_words[] = {", *words, "};",
          f"const size_t tables_n_words = {len(words)};", "",
          "const char tables_text[] =", *[f"\t{c_string(b)} \"\\0\"" for b in blob], "\t;"]
    pathlib.Path(out).write_text("\n".join(o) + "\n")


def main(argv):
    check = argv[:1] == ["--check"]
    argv = argv[1:] if check else argv
    vocabulary = Vocabulary(read_words(argv[0]))
    files = [pathlib.Path(p) for p in argv[1 if check else 2:]]
    pages, phrases = {}, []
    for f in sorted(files):
        lang = f.parent.name if f.parent.name in LANGS else "en"
        front, said, body = read_page(f)
        if "cause" not in front:
            continue
        pages[lang, front["cause"]] = front, render(front, body, said)
        done = set()
        for strength, pattern in said:
            for text in expand(pattern):
                p = Phrase(front["cause"], strength, text, vocabulary)
                if not p.terms or len(p.terms) > 30:
                    bad.append(f"{f}: phrase says nothing or too much: {text}")
                elif tuple(p.terms) not in done:
                    phrases.append(p)
                    done.add(tuple(p.terms))
                if len(p.terms) == 1 and not p.flags & LONE and not re.fullmatch(
                        r"\S*([A-Z]{4}|[A-Z]{2}\d|[a-z][A-Z]|\d[A-Z]|[a-z]\d|[a-z]{8})\S*", text):
                    bad.append(f"{f}: only one word of it says something: {text}")
    causes = sorted({c for lang, c in pages if lang == "en"})
    for (lang, c) in pages:
        if c not in causes:
            bad.append(f"{lang}/{c}: no English page")
    known = set(causes)
    for (lang, c), (front, text) in pages.items():
        for ref in re.findall(r"\b[a-z0-9]+\.[a-z0-9_]+\b", text.partition("See also")[2]):
            if ref not in known:
                bad.append(f"{c}: See also names {ref}, which has no page")
    if bad and check:
        print("\n".join(bad), file=sys.stderr)
    if not check:
        emit(argv[1], causes, pages, phrases, vocabulary)
    elif not bad:
        print(f"{len(pages)} pages, {len(phrases)} phrases")
    return bool(bad) and check


sys.exit(main(sys.argv[1:]))
