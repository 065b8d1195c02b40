"""Text as it was decoded → text that is safe to keep: NFC, ``\\n``, no control characters.

Repairs mojibake (UTF-8 that was read as Windows-1252 or Latin-1) where nothing else can be meant.
Linear in the length of the text.
"""

from __future__ import annotations

import re
import unicodedata

_ESCAPES = re.compile(r"\x1b(?:\[[0-9;:?<=>]*[ -/]*[@-~]|\][^\x07\x1b\n]*(?:\x07|\x1b\\)?|[ -~]?)")
_NEWLINES = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile(r"[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Controls; marks that turn the direction of text (they can make a line read as what it is not);
# soft hyphens and spaces of no width; tags. Joiners stay: Persian, Urdu and Hindi need them.
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069"
    r"\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_NO_CHARACTER = re.compile(r"[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# Sorting marks into canonical order takes time in the square of their number (UAX 15, D3).
_PILED_MARKS = re.compile(
    r"([\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u0670\u06d6-\u06ed\u0711"
    r"\u0730-\u074a\u07eb-\u07f3\u0816-\u082d\u0859-\u085b\u08ca-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff"
    r"\u20d0-\u20f0\u302a-\u302f\u3099\u309a\ua66f-\ua69f\ufe20-\ufe2f"
    r"\U0001d165-\U0001d1ad\U0001e000-\U0001e02a\U0001e8d0-\U0001e94a]{8})"
    r"[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u0670\u06d6-\u06ed\u0711"
    r"\u0730-\u074a\u07eb-\u07f3\u0816-\u082d\u0859-\u085b\u08ca-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff"
    r"\u20d0-\u20f0\u302a-\u302f\u3099\u309a\ua66f-\ua69f\ufe20-\ufe2f"
    r"\U0001d165-\U0001d1ad\U0001e000-\U0001e02a\U0001e8d0-\U0001e94a]+"
)

# The byte that a character stands for in misread text: Windows-1252, else Latin-1.
_BYTE = {chr(b): b for b in range(0x80, 0x100)} | {
    bytes([b]).decode("cp1252", "ignore"): b for b in range(0x80, 0xA0)
}
_BYTE.pop("", None)
_TAIL = "".join(re.escape(c) for c, b in _BYTE.items() if 0x80 <= b < 0xC0)
_MISREAD = re.compile(
    rf"[\u00c2-\u00df][{_TAIL}]|[\u00e0-\u00ef][{_TAIL}]{{2}}|[\u00f0-\u00f4][{_TAIL}]{{3}}"
)
# What hardly any language writes: Ã or Â before a sign, â before the sign of the euro.
_TELLTALE = re.compile(rf"[\u00c2\u00c3][{_TAIL}]|\u00e2(?:\u20ac|\u0080)[{_TAIL}]")
_MOSTLY = 0.9
_HINT = re.compile(r"[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u2122]")


def hygienic(text: str) -> str:
    """``text`` as every later stage may take it; its offsets are not those of ``text``."""
    if not text.isascii():
        if _HINT.search(text):
            text = _repaired(text)
        text = _NO_CHARACTER.sub("\ufffd", text)
    text = _ESCAPES.sub("", text) if "\x1b" in text else text
    text = _INVISIBLE.sub("", _SPACES.sub(" ", _NEWLINES.sub("\n", text)))
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", _PILED_MARKS.sub(r"\1", text))
    return text


def one_line(text: str, longest: int) -> str:
    """A field of metadata: hygienic, white space folded, at most ``longest`` code points."""
    return " ".join(hygienic(text[: 4 * longest]).split())[:longest]


def _repaired(text: str) -> str:
    for _ in range(2):  # what was misread twice is repaired twice
        pattern = _TELLTALE
        covered = sum(len(m.group()) for m in _MISREAD.finditer(text) if _reread(m) != m.group())
        if covered and covered >= _MOSTLY * sum(c > "\x7f" for c in text):
            pattern = _MISREAD  # "é »" is French, unless all that is not ASCII reads like this
        better = pattern.sub(_reread, text)
        if better == text:
            break
        text = better
    return text


def _reread(found: re.Match[str]) -> str:
    wrong = found.group()
    try:
        right = bytes(_BYTE[c] for c in wrong).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return wrong
    return right if unicodedata.category(right)[0] in "LMNPSZ" else wrong
