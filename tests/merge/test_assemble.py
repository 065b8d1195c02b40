"""What is judged across articles, on annotations made by hand."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from standoff.merge import Article, assemble
from standoff.types import (
    Annotations,
    ArticleInput,
    DayRange,
    Document,
    Figure,
    Frame,
    LocalActor,
    Mention,
    Mentions,
    PlaceMention,
    Position,
    Published,
    Role,
    Span,
    TimeExpression,
)

DAY = DayRange(date(2031, 3, 4), date(2031, 3, 4))
TOLD_AGAIN = "Another account: the raid of that day"
WORDS = (
    "Envoys of Norway said the raid near Salto killed 12 people, and Chile denies that it had any "
    "part in it while ministers of the region meet again today in a quiet town by the sea"
)


def article(
    name: str,
    *,
    when: DayRange | None = DAY,
    published: DayRange | None = DAY,
    killed: int = 12,
    text: str = "",
    positions: tuple[Position, ...] = (),
    times: tuple[TimeExpression, ...] = (),
    claimed_by: tuple[int, ...] = (),
) -> Article:
    text = text or f"{name} tells. {WORDS} ({name})."
    frame = Frame(
        sentence=0,
        trigger=Span(text.index("raid"), text.index("raid") + 4),
        head=0,
        lemma="raid",
        type="ASSAULT",
        mode=None,
        status="happened",
        actor=(0,),
        recipient=(1,),
        evidence=Span(0, len(text)),
        when=when,
        times=tuple(Span(t.start, t.end) for t in times),
        place=0,
        figures=(Figure("killed", killed, killed, "people", Span(0, 1), claimed_by),),
    )
    return Article(
        Document(
            id=f"d-{name}",
            text=text,
            published=Published(published, "metadata" if published else "unknown"),
        ),
        Annotations(
            times=times,
            mentions=Mentions(
                actors=(
                    LocalActor("state:NOR", "Norway", "state", country="NOR", acts_for_state=True),
                    LocalActor("state:CHL", "Chile", "state", country="CHL", acts_for_state=True),
                ),
                mentions=(Mention(11, 17, 0, 2, (0,), "name"),),
                places=(PlaceMention(0, 5, 0, 0, "Salto", "place:salto:URY", "URY"),),
            ),
            frames=(frame,),
            positions=positions,
        ),
    )


def same(_: ArticleInput, annotations: Annotations) -> Annotations:
    return annotations


def test_two_reports_of_one_raid_are_one_event_and_another_day_is_another() -> None:
    later = DayRange(date(2031, 5, 9), date(2031, 5, 9))
    other = "A raid of quite another kind in words that share nothing with the rest at all"
    third = article("c", when=later, published=later, killed=3, text=other)
    tables = assemble([article("a"), article("b", text=TOLD_AGAIN), third], same)
    by_reports = sorted(len(e["reports"]) for e in tables["events"])  # type: ignore[arg-type]
    assert by_reports == [1, 2]


def test_the_order_of_articles_changes_nothing() -> None:
    articles = [
        article("a"),
        article("b", text=TOLD_AGAIN),
        article("c", killed=4),
    ]
    first = assemble(articles, same)
    for seed in range(5):
        shuffled = articles[:]
        random.Random(seed).shuffle(shuffled)
        assert assemble(shuffled, same) == first


def test_a_copy_carries_no_reports_but_stands_in_the_events_documents() -> None:
    original = article("a", published=DAY)
    copy = replace(
        original,
        document=replace(
            original.document,
            id="d-copy",
            text=original.document.text + " It was so.",
            published=Published(DayRange(date(2031, 3, 5), date(2031, 3, 5)), "metadata"),
        ),
    )
    tables = assemble([original, copy], same)
    rows = {d["id"]: d for d in tables["documents"]}
    assert rows["d-copy"]["duplicate_of"] == "d-a"
    assert {r["document"] for r in tables["reports"]} == {"d-a"}
    (event,) = tables["events"]
    assert event["documents"] == ["d-a", "d-copy"]
    assert event["origins"] == 1


def test_a_denial_makes_an_event_contested_and_no_comment_does_not() -> None:
    for stance, expected in (("denies", True), ("doubts", True), ("no_comment", False),
                             ("neither_confirms_nor_denies", False)):  # fmt: skip
        p = Position(who=1, stance=stance, about="the event itself", frame=0)  # type: ignore[arg-type]
        tables = assemble([article("a", positions=(p,))], same)
        assert tables["events"][0]["contested"] is expected, stance
        assert tables["positions"][0]["stance"] == stance


def test_counts_on_two_parties_word_that_cannot_both_hold_are_contested() -> None:
    a = article("a", claimed_by=(0,))
    b = article("b", killed=40, claimed_by=(1,), text=TOLD_AGAIN)
    assert assemble([a, b], same)["events"][0]["contested"] is True
    c = article("c", killed=40, text=TOLD_AGAIN)
    assert assemble([a, c], same)["events"][0]["contested"] is False, (
        "an outlet's count is an update"
    )


def test_an_undated_article_takes_the_year_of_an_event_that_it_shares() -> None:
    month_day = (TimeExpression(0, 1, "DATE", "XXXX-03-04", yearless=True),)
    undated = article(
        "u",
        when=None,
        published=None,
        times=month_day,
        text="Long after the raid of March 4 they met",
    )
    seen: list[ArticleInput] = []

    def redate(a: ArticleInput, annotations: Annotations) -> Annotations:
        seen.append(a)
        frames = tuple(replace(f, when=DAY) for f in annotations.frames)
        return replace(annotations, frames=frames)

    tables = assemble([article("a"), undated], redate)
    rows = {d["id"]: d["published"] for d in tables["documents"]}
    assert rows["d-u"]["basis"] == "other_articles"  # type: ignore[index]
    assert rows["d-u"]["earliest"] == "2031-03-04"  # type: ignore[index]
    assert [a.id for a in seen] == ["d-u"]
    assert len(tables["events"]) == 1, "once dated, both tell of one event"


def test_an_undated_article_that_shares_an_event_with_two_years_stays_unknown() -> None:
    month_day = (TimeExpression(0, 1, "DATE", "XXXX-03-04", yearless=True),)
    undated = article("u", when=None, published=None, times=month_day, text="The raid of March 4")
    other_year = DayRange(date(2029, 3, 4), date(2029, 3, 4))
    tables = assemble(
        [
            article("a"),
            article("b", when=other_year, published=other_year, text="An old raid, told again"),
            undated,
        ],
        same,
    )
    rows = {d["id"]: d["published"] for d in tables["documents"]}
    assert rows["d-u"]["basis"] == "unknown"  # type: ignore[index]


def test_an_undated_copy_appeared_in_the_week_of_its_original() -> None:
    original = article("a")
    copy = replace(
        original,
        document=replace(original.document, id="d-copy", published=Published(None, "unknown")),
    )
    rows = {d["id"]: d["published"] for d in assemble([original, copy], same)["documents"]}
    assert rows["d-copy"] == {
        "earliest": "2031-03-04",
        "latest": "2031-03-11",
        "basis": "other_articles",
    }


def test_a_text_that_a_hundred_outlets_carry_is_one_original() -> None:
    original = article("a")
    many = [
        replace(original, document=replace(original.document, id=f"d-copy{i:03}"))
        for i in range(100)
    ]
    tables = assemble([original, *many], same)
    assert sum(d["duplicate_of"] == "d-a" for d in tables["documents"]) == 100
    assert tables["events"][0]["origins"] == 1


def _person(key: str, name: str, country: str | None, title: str | None) -> Article:
    text = f"{name} spoke."
    roles = (Role(title, None, country),) if title else ()
    return Article(
        Document(id=f"d-{key}", text=text, published=Published(DAY, "metadata")),
        Annotations(
            mentions=Mentions(
                actors=(LocalActor(key, name, "official", country=country, roles=roles),),
                mentions=(Mention(0, len(name), 0, 0, (0,), "name"),),
            )
        ),
    )


def test_a_bare_surname_is_the_person_with_that_name_only_if_country_or_office_agree() -> None:
    full = _person("person:rafael mota", "Rafael Mota", "BRA", "Foreign Minister")
    bare = _person("person:mota", "Mota", "BRA", None)
    stranger = _person("person:jorge mota", "Jorge Mota", "PRT", "Mayor")
    tables = assemble([full, bare, stranger], same)
    names = {a["name"]: a["aliases"] for a in tables["actors"]}
    assert names == {"Rafael Mota": ["Mota"], "Jorge Mota": []}
    assert [j["kind"] for j in tables["judgements"]] == ["actor"]


def test_an_empty_side_is_not_filled_with_who_stands_on_the_other() -> None:
    one = article("a")
    (frame,) = one.annotations.frames
    told = (
        replace(frame, actor=(), recipient=(1,)),
        replace(frame, trigger=Span(0, 1), actor=(1,), recipient=(), same_as=0),
        replace(frame, trigger=Span(2, 3), actor=(), recipient=(), same_as=0),
    )
    tables = assemble([replace(one, annotations=replace(one.annotations, frames=told))], same)
    for r in tables["reports"]:
        assert not set(r["actor"]) & set(r["recipient"])  # type: ignore[call-overload]
