"""Does a text tell of its own days (news) or of others (history)?"""

from __future__ import annotations

import re
from datetime import date

from standoff.extract.times.rule import Rule

_WITH_YEAR = frozenset({"month day", "day month", "month year", "days of month", "day of days", "iso"})
_NEWS = frozenset({"today", "last night"})
_RECENT = 2
"""Years: dates nearer than this to the article's own day are news."""


def tells_a_story(
    found: list[tuple[int, int, int, re.Match[str], Rule]], now: date | None
) -> bool:
    """True where most full dates carry a year, and one that is not the article's own.

    Then a date without a year belongs to the year told last, not to the year of publication.
    """
    dated = near = undated = 0
    for _, _, _, m, rule in found:
        if rule.name not in _WITH_YEAR:
            continue
        year = m.groupdict().get("year") or m.groupdict().get("y")
        if not year or len(year) != 4:
            undated += rule.name in ("month day", "day month")
        else:
            dated += 1
            near += now is not None and abs(int(year) - now.year) < _RECENT
    if now is None:
        return dated >= 3 and dated * 4 >= undated
    return dated >= 5 and near * 4 < dated
