"""What the office knows from old papers (khen thưởng cũ): two old awards, and one person written twice."""

from __future__ import annotations

from datetime import date

from thidua.awards.models import Nomination
from thidua.awards.remember import PastAwardWords, remember
from thidua.demo.world import World
from thidua.org.establish import PersonWords, add_person
from thidua.org.models import Person

# Years before the campaign, title, form, number, what it was for.
OLD_PAPERS = (
    (
        4,
        "Giấy khen của Chủ tịch UBND xã",
        "giay_khen_xa",
        "61/QĐ-UBND",
        "Vận động bà con làm đường liên thôn",
    ),
    (2, "Giấy khen của Chủ tịch UBND xã", "giay_khen_xa", "18/QĐ-UBND", "Giữ rừng đầu nguồn không để cháy"),
)


def old_papers_are_entered(world: World) -> None:
    """Enter an old award for the first two persons nominated, and the first of them a second time."""
    officer, on = world.commune["standing"], world.days.nominate
    found = Nomination.objects.filter(campaign=world.running, recipient="individual").order_by("id")
    people = [one.person for one in found.select_related("person__unit")[:2] if one.person]
    for person, (ago, title, form, decision, achievement) in zip(people, OLD_PAPERS, strict=True):
        year = world.year - ago
        words = PastAwardWords(
            title=title,
            form=form,
            decision=decision,
            decided_on=date(year, 12, 18),
            decided_by=f"Chủ tịch {world.commune.unit.name}",
            level="xa",
            achievement=achievement,
            achieved_from=date(year, 1, 1),
            achieved_to=date(year, 11, 30),
        )
        remember(person, words=words, mandate=officer, on=on)
    _written_twice(world, people[0], on=on)


def _written_twice(world: World, person: Person, *, on: date) -> None:
    words = PersonWords(person.name, person.honorific)
    add_person(person.unit, words=words, is_another=True, mandate=world.commune["standing"], on=on)
