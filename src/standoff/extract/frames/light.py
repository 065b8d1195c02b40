"""Verbs that say who does, or undergoes, what their object names."""

from __future__ import annotations

LIGHT = frozenset(
    "accept agree announce approve attend authorize begin break bring broaden call cancel "
    "carry claim commit conclude conduct continue convene coordinate deal declare deliver "
    "direct do ease end engage enter escalate establish exchange execute expand express "
    "extend file fire get give halt have hold host impose inflict initiate intensify issue "
    "join kick launch lead levy lift lodge maintain make mastermind mount negotiate offer "
    "open orchestrate order organise organize participate pay perform perpetrate plan plot "
    "prepare provide pursue put ramp reach receive reiterate renew repeat restart resume "
    "run rush secure seek send set shift show sign slap spearhead sponsor stage start step "
    "stop strike suspend swap table take threaten trade undertake unleash use violate voice "
    "vote wage win".split()
)
"""Verbs that lend their subject to the event that their object names ("launched an attack")."""

REVERSED = frozenset(
    "face suffer draw receive undergo attract provoke endure sustain incur earn win escape survive "
    "trigger prompt repel repulse subject".split()
)
"""Verbs whose subject is what the event in their object is done to ("drew criticism from")."""
