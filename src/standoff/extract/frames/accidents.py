"""Articles on accidents, disasters and illness: those who die in them were assaulted by nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from standoff.types import Frame

_MISHAP = re.compile(
    r"\b(?:(?:earth)?quakes?|aftershocks?|tsunamis?|crash(?:ed|es)?|derail\w*|capsiz\w*|floods?"
    r"|flooding|flooded|hurricanes?|typhoons?|cyclones?|storms?|tornado(?:es)?|landslides?"
    r"|mudslides?|avalanches?|volcano(?:es)?|eruptions?|wildfires?|bushfires?|accident\w*"
    r"|collisions?|collid\w+|stampedes?|outbreaks?|pandemic|epidemic|coronavirus|covid|virus"
    r"|diseases?|cancer|pneumonia|blaze|firefighters?|sank|shipwreck|overturned|heatwave|collapsed)\b"
)
_FORCE = re.compile(
    r"\b(?:shot|shots|shoot\w*|gun\w*|bomb\w*|attack\w*|assault\w*|stab\w*|murder\w*|terror\w*"
    r"|militant\w*|rebel\w*|troops|soldiers?|army|military|militia\w*|air ?strikes?|strikes?"
    r"|missiles?|rockets?|shell(?:ing|ed|s)|war|explosi\w+|explod\w+|blasts?|massacre\w*"
    r"|assassinat\w*|fight\w*|fought|clash\w*|protest\w*|riot\w*|violence|violent|killer|homicide"
    r"|execut\w+|hostages?|kidnap\w*|tortur\w*|weapons?|knife|knives|insurg\w*|forces|drones?"
    r"|raids?|beaten|crackdown|conflict|coup)\b"
)
_HARM = frozenset(
    "kill injure wound hurt die perish death destroy damage lose claim strike destruction "
    "devastate killing drown".split()
)
"""What befalls people in an accident as it does in an assault."""
_FEW = 2


def without_mishaps(text: str, frames: Sequence[Frame]) -> list[Frame]:
    """``frames`` less the harm done in an article that tells of a mishap and of no force."""
    harmed = any(f.type == "ASSAULT" and f.mode is None and f.lemma in _HARM for f in frames)
    if not harmed:
        return list(frames)
    words = text.lower()
    mishaps = len(_MISHAP.findall(words))
    if mishaps < _FEW or len(_FORCE.findall(words)) * _FEW > mishaps:
        return list(frames)
    return [
        f
        for f in frames
        if f.type != "ASSAULT" or f.lemma not in _HARM or f.mode not in (None, "destroy")
    ]
