"""The views of a record, laid out as one page."""

from __future__ import annotations

import base64
import functools
import hashlib
import re
from collections.abc import Iterable, Sequence
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from standoff.dossier import words
from standoff.dossier.anchors import Passages, anchor, passage_anchor, safe_url
from standoff.dossier.axis import axis_of
from standoff.dossier.bounds import ROWS, bounded, whole_texts
from standoff.dossier.charts import count_bars, histogram, pair_charts
from standoff.dossier.event import EventPage
from standoff.dossier.grouping import grouped
from standoff.dossier.marks import Marks
from standoff.views.actors import parties
from standoff.views.articles import articles
from standoff.views.counts import counts
from standoff.views.glance import glance
from standoff.views.ledger import disputed, ledger, stances
from standoff.views.lookup import Lookup, Tables
from standoff.views.promises import commitments
from standoff.views.relations import relations
from standoff.views.series import series
from standoff.views.speakers import speakers
from standoff.views.timeline import days_of, timeline

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Code points that HTML does not allow, or that can't be written as UTF-8."""


def report(tables: Tables, *, excerpts: bool = False) -> str:
    """The dossier: one HTML page that asks for nothing from anywhere.

    ``tables`` are the record's, as ``merge.assemble`` gives or ``standoff export`` prints them.
    ``excerpts`` leaves out the articles but for the sentences that something rests on. The same
    tables give the same text.
    """
    kept, left_out = bounded(tables)
    record = Lookup(kept)
    told = timeline(record)
    voices = speakers(record)
    texts = articles(record)
    counted = counts(record)
    table = ledger(record)
    step, pairs = series(record)
    ticks, charts = pair_charts(pairs, told.window)
    style, script = _asset("dossier.css") + _percents(), _asset("dossier.js")
    people = parties(record, voices)
    html = (
        _environment()
        .get_template("page.html")
        .render(
            record=record,
            glance=glance(record, told),
            told=told,
            groups=grouped(told),
            axis=axis_of(told.window) if told.window else None,
            histogram=histogram(told.during, told.window),
            ledger=table,
            disputed=disputed(table),
            counts=[(c, count_bars(c)) for c in counted],
            step=step,
            pair_ticks=ticks,
            pair_charts=charts,
            parties=people,
            commitments=commitments(record),
            relations=relations(record),
            speakers=voices,
            linked=frozenset(str(p.row["id"]) for p in people[:ROWS]),
            marks=Marks(record, {str(s.row["id"]) for v in voices for s in v.sayings}),
            evidence_of=lambda rows: [e for r in rows if (e := record.of_span(r)) is not None],
            articles=texts,
            passages=Passages(texts),
            event=EventPage(record),
            whole=not excerpts and whole_texts(record),
            excerpts=excerpts,
            left_out=left_out,
            style=style,
            script=script,
            style_hash=_hash(style),
            script_hash=_hash(script),
        )
    )
    return _UNFIT.sub("\ufffd", html)


@functools.cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("standoff.dossier"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {"anchor": anchor, "short": words.short}
    made.globals |= {
        "word": words.word,
        "known": words.known,
        "side": words.side,
        "country": words.country,
        "count_words": words.count,
        "day_words": words.days,
        "plural": words.plural,
        "days_of": days_of,
        "passage_anchor": passage_anchor,
        "safe_url": safe_url,
        "parts": _parts,
        "stances": stances,
    }
    return made


def _asset(name: str) -> str:
    return files(__package__).joinpath("assets", name).read_text(encoding="utf-8")


def _percents() -> str:
    """A class for each place of a label: the page's policy forbids styles in its markup."""
    return "".join(f".l{n}{{left:{n}%}}" for n in range(101)) + "\n"


def _hash(text: str) -> str:
    """As a Content-Security-Policy names what may run."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _parts(values: Iterable[Any], most: int) -> tuple[Sequence[Any], Sequence[Any]]:
    """The first ``most`` values, and the rest."""
    held = list(values)
    return held[:most], held[most:]
