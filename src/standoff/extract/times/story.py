"""Does a text tell of its own days (news) or of others (history)?"""

from __future__ import annotations

import re
from datetime import date

from standoff.extract.times.rule import Rule

_FULL = frozenset({"month day", "day month", "month year", "days of month", "day of days", "iso"})
_NEWS = frozenset({"today", "last night", "weekday", "ago", "weekend"})
_RECENT = 2
"""Years: dates nearer than this to the article's own day are news."""


def years_told(
    found: list[tuple[int, int, int, re.Match[str], Rule]], now: date | None
) -> tuple[int, int] | None:
    """The years that a story tells of, first and last; None where the text is news.

    It is a story where most full dates carry a year, and one that is not the article's own. Then
    a date without a year belongs to the year told last, not to the year of publication.
    """
    full: list[int] = []
    bare: list[int] = []
    undated = news = near = 0
    for _, _, _, m, rule in found:
        news += rule.name in _NEWS
        if rule.name == "year":
            bare.append(int(m["year"]))
        if rule.name not in _FULL:
            continue
        groups = m.groupdict()
        year = groups.get("year") or groups.get("y")
        if year and len(year) == 4:
            full.append(int(year))
            near += now is not None and abs(int(year) - now.year) < _RECENT
        else:
            undated += rule.name in ("month day", "day month")
    if now is not None:
        story = len(full) >= 5 and near * 4 < len(full) and len(full) > 2 * news
    elif len(full) >= 4:
        story = len(full) * 4 >= undated and len(full) > 2 * news
    else:
        # A chronicle under headings of years
        story = len(bare) >= 4 and undated >= 5 and not news
    years = sorted(full if len(full) >= 3 else full + bare)
    if not story or not years:
        return None
    return years[len(years) // 10] - 1, years[-1 - len(years) // 10] + 1
