"""Articles that describe very many people: no slower for each of them."""

from __future__ import annotations

import time

from tests.extract.test_mentions import read

PAIRS = [f"{first} {last}" for first in ("Ana", "Ivo", "Kofi", "Lena", "Omar") for last in (
    f"{a}{b}{c}ov" for a in "BDGKLMNPRST" for b in "aeiou" for c in "dklmnrst")]  # fmt: skip


def test_a_thousand_suspects_and_leaders_cost_no_more_each_than_a_hundred() -> None:
    def cost(n: int) -> float:
        text = " ".join(
            f"The gunman, {name}, fled. The suspect was held. President {name} of Syria spoke."
            " The Syrian leader left."
            for name in PAIRS[:n]
        )
        start = time.process_time()
        read(text)
        return (time.process_time() - start) / n

    cost(10)
    assert cost(900) < 4 * cost(100), "what is quadratic costs nine times as much"
