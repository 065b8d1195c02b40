"""Which script a text is written in, and whether it is English: by looking, without a model."""

from __future__ import annotations

import re

_SCRIPTS = {
    "latin": re.compile(r"[A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff]"),
    "greek": re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]"),
    "cyrillic": re.compile(r"[\u0400-\u052f]"),
    "armenian": re.compile(r"[\u0530-\u058f]"),
    "hebrew": re.compile(r"[\u0590-\u05ff\ufb1d-\ufb4f]"),
    "arabic": re.compile(r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]"),
    "indic": re.compile(r"[\u0900-\u0dff]"),
    "southeast": re.compile(r"[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff]"),
    "georgian": re.compile(r"[\u10a0-\u10ff]"),
    "ethiopic": re.compile(r"[\u1200-\u137f]"),
    "cjk": re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"),
}
_SAMPLE = 20_000
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_FUNCTION_WORDS = frozenset(
    "the of and to in a is that for was on with as by at from his her it its he she they their "
    "has have had be been are were will would not an this which who said after over but or".split()
)
_ENOUGH_ENGLISH = 0.2
_ENGLISH_ONLY = frozenset("the of and that with was were been have has this which from his".split())


def letters(text: str) -> dict[str, int]:
    """How many letters of each script the beginning of ``text`` has; scripts without any: none."""
    head = text[:_SAMPLE]
    if head.isascii():
        return {"latin": sum(map(str.isalpha, head))}
    counts = {name: len(found.findall(head)) for name, found in _SCRIPTS.items()}
    return {name: count for name, count in counts.items() if count}


def main_script(text: str) -> str:
    counts = letters(text)
    return max(counts, key=lambda name: (counts[name], name)) if counts else "latin"


def looks_english(text: str) -> bool:
    """Whether words that only English strings together make up enough of the beginning."""
    words = [w.lower() for w in _WORD.findall(text[:4000])]
    if not words or main_script(text[:4000]) != "latin":
        return False
    common = sum(w in _FUNCTION_WORDS for w in words)
    return common >= _ENOUGH_ENGLISH * len(words) and not _ENGLISH_ONLY.isdisjoint(words)
