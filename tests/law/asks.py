"""The questions that a case may ask of the rulebook; each gives its answer as plain words and numbers."""

from collections.abc import Callable
from datetime import date
from typing import Any

from thidua.law import clock, closing
from thidua.law.book import Rulebook
from thidua.law.eligibility import Case, OpenMatter, PreviousAward
from thidua.law.ruling import Refused, Ruling
from thidua.law.voting import Choice, quorum, tally

Answer = dict[str, Any]


def form(book: Rulebook, form: str) -> Answer:
    found = book.form(form)
    return {"name": found.name, "level": found.level, "certificate": found.certificate}


def forms(book: Rulebook, level: str | None = None, kind: str = "form") -> Answer:
    return {"forms": [found.id for found in book.forms(level) if found.kind == kind]}


def may_decide(book: Rulebook, level: str, form: str) -> Answer:
    return ruling(book.may_decide(level, form))


def levels_up(book: Rulebook, level: str) -> Answer:
    return {"up": book.levels_up(level)}


def regime(book: Rulebook) -> Answer:
    found = book.regime
    return {"key": found.key, "decree": found.decree.short, "circular": found.circular.short} | {
        "household": found.household,
        "confirmed": found.confirmed,
    }


def bonus(book: Rulebook, form: str, recipient: str) -> Answer:
    found = book.bonus(form, recipient)
    return {"amount": found.amount, "base": found.base, "words": found.words, "because": found.because} | {
        "confirmed": found.confirmed,
        "locals": list(found.locals),
    }


def dossier(book: Rulebook, form: str, recipient: str) -> Answer:
    parts = book.dossier(form, recipient)
    return {"parts": [part.id for part in parts], "confirmed": all(part.confirmed for part in parts)}


def report_form(book: Rulebook) -> Answer:
    found = book.report_form()
    return {"number": found.number, "decree": found.decree, "confirmed": found.confirmed} if found else {}


def submission_form(book: Rulebook) -> Answer:
    found = book.submission_form()
    return {"number": found.number if found else None}


def grounds(book: Rulebook, purpose: Any, level: str = "xa") -> Answer:
    return {"grounds": list(book.grounds(purpose, level))}


def gold_book(book: Rulebook) -> Answer:
    found = book.gold_book_rule()
    return {"rule": found.rule, "confirmed": found.confirmed}


def certificate_layout(book: Rulebook) -> Answer:
    found = book.certificate_layout()
    return {"source": found.source, "confirmed": found.confirmed}


def unseen_grounds(book: Rulebook, purpose: Any, level: str = "xa") -> Answer:
    return {"unseen": [source.number for source in book.unseen_grounds(purpose, level)]}


def council(book: Rulebook, form: str) -> Answer:
    found = book.council_rule(form)
    return {"quorum": str(found.quorum), "threshold": str(found.threshold), "strict": found.strict} | {
        "by_ballot": found.by_ballot,
        "confirmed": found.confirmed,
    }


def deadline(book: Rulebook, id: str, start: date | None = None) -> Answer:
    found = book.deadline(id)
    return {"days": found.days, "working": found.working, "confirmed": found.confirmed} | {
        "ends": found.ends(start or book.day)
    }


def working_days(book: Rulebook, days: int) -> Answer:
    end = clock.add_working_days(book.day, days)
    return {"ends": end, "doubts": list(clock.doubts_between(book.day, end))}


def calendar_days(book: Rulebook, days: int) -> Answer:
    return {"ends": clock.add_days(book.day, days)}


def working(book: Rulebook) -> Answer:
    return {"working": clock.is_working_day(book.day)}


def vote(book: Rulebook, form: str, members: int, **counts: int) -> Answer:
    choices = [Choice(name) for name, number in counts.items() for _ in range(number)]
    found = tally(choices, members, book.council_rule(form))
    return {"base": found.base, "needed": found.needed, "passed": found.passed} | {
        "absent": found.absent,
        "sentence": found.sentence,
    }


def attendance(book: Rulebook, form: str, present: int, members: int) -> Answer:
    return ruling(quorum(present, members, book.council_rule(form)))


def check(book: Rulebook, rule: str, **nomination: Any) -> Answer:
    nomination.setdefault("achievement", "phong-trao-90-nam")
    nomination.setdefault("campaign_level", "xa")
    nomination["previous_awards"] = tuple(
        PreviousAward(**one) for one in nomination.get("previous_awards", ())
    )
    matters = nomination.get("open_matters", [])
    nomination["open_matters"] = None if matters is None else tuple(OpenMatter(kind) for kind in matters)
    nomination["dossier_parts"] = frozenset(nomination.get("dossier_parts", ()))
    found = [one for one in book.check(Case(**nomination)) if one.rule == rule]
    return ruling(found[0]) if found else {"verdict": "không áp dụng"}


def payment(book: Rulebook, rule: str, **line: Any) -> Answer:
    checks = {"R20": closing.check_base_salary, "R21": closing.check_amount, "R23": closing.check_fund}
    found = checks[rule](book.shelf, closing.Payment(**line))
    return ruling(found) if found else {"verdict": "không áp dụng"}


def collective_higher(book: Rulebook, individual: int, collective: int) -> Answer:
    found = closing.check_collective_higher(book.shelf, individual=individual, collective=collective)
    return ruling(found) if found else {}


def cited(book: Rulebook, sources: list[str]) -> Answer:
    found = closing.check_grounds(book.shelf, sources)
    return ruling(found) if found else {}


def chosen_decree(book: Rulebook, decree: str) -> Answer:
    found = closing.check_regime(book.shelf, decree)
    return ruling(found) if found else {}


def ruling(found: Ruling) -> Answer:
    return {"verdict": found.verdict.value, "because": found.because, "rule": found.rule} | {
        "weight": found.weight.value,
        "source": found.source,
        "confirmed": found.confirmed,
    }


ASKS: dict[str, Callable[..., Answer]] = {
    ask.__name__: ask
    for ask in (
        *(form, forms, may_decide, levels_up, regime, bonus, dossier, report_form, submission_form, grounds),
        *(
            gold_book,
            certificate_layout,
            unseen_grounds,
            council,
            deadline,
            working_days,
            calendar_days,
            working,
            vote,
            attendance,
            check,
            payment,
        ),
        *(collective_higher, cited, chosen_decree),
    )
}


def answer(book: Rulebook, given: dict[str, Any]) -> Answer:
    """Ask the question; a refusal is an answer too, with its sentence and rule."""
    question = dict(given)
    try:
        return ASKS[question.pop("ask")](book, **question)
    except Refused as refused:
        return {"refused": refused.ruling.because, "rule": refused.ruling.rule}
