"""What words of a statement make it a denial, a doubt, or a refusal to say, whatever its cue.

Patterns over the content of a statement, without its quotation marks. A flat contradiction has no
verb of denial ("There was no raid", "We never crossed"); it is told from a mere negative by who
is spoken of (the speaker's own side) and by what is negated (what one can be accused of).
"""

from __future__ import annotations

import re

_DONE = (
    r"abduct|aid|arm|assist|attack|authori[sz]|blow|bomb|burn|carr(?:y|ied) out|commit|cross|"
    r"cut|deliver|deploy|detain|enter|execut|expel|fight|fir(?:e|ed|ing)\b|fought|fund|harbou?r|"
    r"help|hijack|hit\b|infiltrat|involv|jam(?:med|ming)?\b|kidnap|kill|la(?:id|y|ying) mines|"
    r"launch|loot|massacr|mined?\b|murder|open(?:ed)? fire|order|pa(?:id|y)\b|plan|plant|poison|"
    r"provok|ram(?:med)?\b|recruit|sabotag|sell|sen[dt]\b|set foot|set fire|shell|sh(?:oo|o)t|"
    r"sign|sink|sold\b|smuggl|sponsor|stag(?:e|ed)\b|start(?:ed)? |steal|stole|str(?:ike|uck)\b|"
    r"sunk|supply|supplied|support|target|tortur|touch|train|us(?:e|ed|ing)\b|violat"
)
_EVENT = (
    r"abductions?|air ?strikes?|ambush|arrests?|assault|attacks?|blast|bombings?|clash(?:es)?|"
    r"collision|contacts?|coup|crossings?|deal|drones?|executions?|explosions?|fighting|flights?|"
    r"incidents?|incursions?|infiltration|killings?|landings?|massacre|meetings?|mutiny|"
    r"offensive|operations?|overflights?|pact|plot|raids?|retreat|shelling|shootings?|strikes?|"
    r"talks|torture|transfers?|violations?|withdrawal"
)
_OWN = (
    r"(?:we|i|it|they|he|she|(?:our|its|their|his|her|my) (?:[\w-]+ ){0,2}[\w-]+"
    r"|the (?:group|movement|army|government|military|ministry|state|regime))"
)
_PERFECT = r"(?:ha[ds]|have|did|do|does|was|were|are|is|am)"
_GUILTY = (
    r"(?:hand|part|role|share|involvement|knowledge|blame|responsibility|guilt|fault|link|links"
    r"|connection|ties|forces|troops|soldiers|agents|intention)"
)
# One alternative a line; each is a whole reading of a contradiction.
DENIAL = re.compile(
    r"^(?:no|never)(?:[,.!]|$)"
    r"|^(?:nonsense|rubbish|lies|untrue|not true|absolutely not|of course not|fake news)\b"
    rf"|(?:^|[.;!?]\s|\bthat )there (?:was|is|were|are|has been|have been|had been) (?:no|never) "
    rf"(?:such |\w+ )?(?:{_EVENT})\b"
    r"|^there (?:was|is|were|has been|had been) no (?:evidence|truth|proof|basis)\b"
    r"|\b(?:ha[ds]|have) nothing to do with\b"
    r"|\bnothing of the (?:sort|kind)\b|\bno such (?:thing|attack|event|incident|order|meeting)\b"
    r"|\b(?:it|that|this) (?:is|was)(?: not|n.t) (?:the case|so|correct|accurate)\b"
    r"|\b(?:it|that|this) (?:never|did not|didn.t|has not|hasn.t|had not|hadn.t) "
    r"(?:ever )?(?:happen|occur|take place|taken place)"
    rf"|^(?:[\w,]+ ){{0,2}}{_OWN} {_PERFECT}(?: not|n.t| never) (?:been |ever |in any way |\w+ly )?"
    rf"(?:{_DONE})"
    r"|^(?:[\w,]+ ){0,2}(?:we|our (?:\w+ )?\w+|its (?:\w+ )?\w+|they) (?:was|were)(?: not|n.t) "
    r"(?:even )?(?:in|at|near|there|on|aboard|behind|part|present|involved)\b"
    rf"|^(?:[\w,]+ ){{0,2}}{_OWN} (?:never|in no way) (?:{_DONE})"
    rf"|^(?:[\w,]+ ){{0,2}}(?:we|i|it|they|he|she|the \w+ \w+) (?:{_PERFECT} )?(?:{_DONE})\w* "
    r"(?:no|none|nobody|nothing|no one)\b"
    rf"|\b(?:ha[ds]|have|bears?|played|took|accepts?) no (?:\w+ )?{_GUILTY}\b"
    r"|\b(?:knew|knows?) nothing (?:of|about)\b"
    r"|(?:^|\bthat )(?:not one|none) of (?:our|its|their|his|her)\b"
    rf"|(?:^|\bthat )no (?:\w+ ){{1,3}}(?:was|were|has been|had been|have been) (?:\w+ly )?"
    rf"(?:{_DONE}|taken prisoner|captured)"
    r"|\b(?:is|are|was|were) (?:lying|a liar|liars|false|fabricated|untrue|not true|baseless)\b",
    re.I,
)
DOUBT = re.compile(
    r"\b(?:hard|difficult) to believe\b|\b(?:do|does|did)(?: not|n.t) (?:\w+ )?believe (?!in\b)"
    r"|\bnot (?:\w+ )?(?:credible|plausible|convincing|convinced)\b|\bimplausible\b"
    r"|\b(?:has|have) (?:serious |grave |strong |our |my )?doubts\b|\b(?:i|we) doubt\b"
    r"|\bquestionable\b",
    re.I,
)
"""A doubt by what is said."""
DOUBTING = re.compile(
    r"doubt|question|cold water|s[ck]eptic|unconvinced|not (?:convinced|believe|accept|sure)"
    r"|n.t (?:believe|accept)",
    re.I,
)
"""A doubt by its cue."""
NEITHER = re.compile(
    r"(?:\bneither|\bnor|\bnot|n.t) confirm\b.{0,80}\bden(?:y|ying)\b"
    r"|\bneither that\b.{0,80}\bnor that\b|\bneither yes nor no\b",
    re.I,
)
NO_COMMENT = re.compile(
    r"\b(?:we|i)(?: \w+ly)? (?:do not|don.t|never|cannot|can.t|will not|won.t|would not|wouldn.t"
    r"|am not going to|are not going to) (?:\w+ly )?(?:comment|discuss|speculate|go into)"
    r"|^no comment\b|\bnothing (?:to add|to say|further to)\b",
    re.I,
)
CANNOT_TELL = re.compile(
    r"\b(?:could|can|cannot|unable|able|impossible)(?: not|n.t)?(?: be)?(?: to)?(?: \w+ly)? "
    r"(?:verif|confirm|corroborat|establish|say|determin|rule out)",
    re.I,
)
"""Being unable to verify is neither a doubt nor an assertion."""
FALSEHOOD = re.compile(
    r"\bfabricat|\bforge(?:d|ry|ries)\b|\bfake\b|\bfals(?:e|ehoods?)\b|\blies?\b|\buntrue\b"
    r"|\bbaseless\b|\bgroundless\b|\bunfounded\b|\bnonsense\b|\bhoax\b|\binvent(?:ed|ion)\b"
    r"|\bpropaganda\b|\bfairy ?tales?\b|\bfiction\b|\bslander|\bsmear|\bdisinformation\b"
    r"|\bmisinformation\b|\bpolitically motivated\b|\bimplausible\b|\bconcocted\b|\bmade[ -]up\b",
    re.I,
)
"""A word that calls what was told untrue."""
ATTACK = (
    r"(?:operation|attack|strike|bombing|raid|blast|killing|assault|ambush|explosion|shooting)s?"
)
_DID = (
    r"(?:had |have |has |successfully )*"
    r"(?:carried out|executed|conducted|staged|mounted|launched|was behind|were behind) "
    rf"(?:the|this|that|these|those) (?:[\w-]+ ){{0,2}}{ATTACK}\b"
)
WE_DID = re.compile(rf"^(?:\w+, )?(?:we|i|(?:our|my) [\w-]+) {_DID}", re.I)
THEY_DID = re.compile(rf"^(?:\w+, )?(?:it|they|(?:its|their) [\w-]+) {_DID}", re.I)
"""Owning up to an attack."""
UNDENIED = re.compile(
    r"\b(?:never|not|n't|n’t|refus\w+ to|declin\w+ to) (?:\w+ly )?"
    r"(?:den(?:y|ied)|rul(?:e|ed) out|reject|dismiss|disput)",
    re.I,
)
"""A denial that is not made, or denied itself: no position follows."""
