"""Accidents, illness and quiet deaths: those who die of them were assaulted by nobody."""

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
_FOUL = re.compile(
    r"\b(?:kill\w*|slain|dead|deadly|police|officers?|custody|arrest\w*|charged|blam\w+|accus\w+"
    r"|responsib\w+|suspects?|poison\w*|condemn\w*|avenge\w*|revenge|victims?|civilians|wounded"
    r"|injur\w+|massacre|martyr\w*|terroris\w+|aggression|stampede|prison\w*|jail\w*|detain\w*"
    r"|crime|investigat\w*|inquest|inquiry|probe|justice for|invasion|siege|unrest|threat\w*)\b"
)
"""Words beside which a death was no quiet one, with those of ``_FORCE``."""
_BESIDE = 300


def without_mishaps(text: str, frames: Sequence[Frame]) -> list[Frame]:
    """``frames`` less deaths of which nothing violent is told, and less the harm done in an
    article that tells of a mishap and of no force."""
    frames = [f for f in frames if not _quiet_death(text, f)]
    harmed = any(f.type == "ASSAULT" and f.mode is None and f.lemma in _HARM for f in frames)
    if not harmed:
        return frames
    words = text.lower()
    mishaps = len(_MISHAP.findall(words))
    if mishaps < _FEW or len(_FORCE.findall(words)) * _FEW > mishaps:
        return frames
    return [
        f
        for f in frames
        if f.type != "ASSAULT" or f.lemma not in _HARM or f.mode not in (None, "destroy")
    ]


def _quiet_death(text: str, f: Frame) -> bool:
    """Whether it is somebody's "death" with nothing violent told beside it."""
    if f.type != "ASSAULT" or f.lemma != "death" or f.trigger.cut(text).lower() != "death":
        return False
    near = text[max(f.trigger.start - _BESIDE, 0) : f.trigger.end + _BESIDE].lower()
    return _FORCE.search(near) is None and _FOUL.search(near) is None
