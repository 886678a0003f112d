"""The questions that a case may ask of the rulebook; each gives its answer as plain words and numbers."""

from collections.abc import Callable
from datetime import date
from typing import Any

from thidua.law import campaign, clock, closing, footing, paying, terms
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


def vote(book: Rulebook, form: str, members: int, silent: int = 0, **counts: int) -> Answer:
    choices = [Choice(name) for name, number in counts.items() for _ in range(number)]
    found = tally(choices, members, book.council_rule(form), silent=silent)
    return {"base": found.base, "needed": found.needed, "passed": found.passed} | {
        "absent": found.absent,
        "sentence": found.sentence,
    }


def attendance(book: Rulebook, form: str, present: int, members: int) -> Answer:
    return ruling(quorum(present, members, book.council_rule(form)))


def check(book: Rulebook, rule: str, **nomination: Any) -> Answer:
    nomination.setdefault("achievement", "phong-trao-90-nam")
    nomination.setdefault("campaign_level", "xa")
    for name in ("previous_awards", "cited"):
        nomination[name] = tuple(PreviousAward(**one) for one in nomination.get(name, ()))
    for name in ("excellent_years", "initiative_used"):
        nomination[name] = tuple(nomination.get(name, ()))
    matters = nomination.get("open_matters", [])
    nomination["open_matters"] = None if matters is None else tuple(OpenMatter(kind) for kind in matters)
    nomination["dossier_parts"] = frozenset(nomination.get("dossier_parts", ()))
    found = [one for one in book.check(Case(**nomination)) if one.rule == rule]
    return applies(found[0] if found else None)


def applies(found: Ruling | None) -> Answer:
    return ruling(found) if found else {"verdict": "không áp dụng"}


def transition(book: Rulebook, received: date) -> Answer:
    return applies(terms.check_transition(book.shelf, received=received))


def appraisal_term(book: Rulebook, due: date | None) -> Answer:
    return applies(terms.check_appraisal_term(book.shelf, due=due))


def statistics(book: Rulebook, starts: date, ends: date) -> Answer:
    return applies(terms.check_statistics_year(book.shelf, starts=starts, ends=ends))


def preference(book: Rulebook, name: str, woman: bool = False, women: int = 0) -> Answer:
    return applies(footing.check_preference(book.shelf, name=name, woman=woman, women=women))


def award_types(book: Rulebook) -> Answer:
    return {"types": list(book.award_types())}


def plan(book: Rulebook, missing: list[str]) -> Answer:
    return applies(campaign.check_plan(book.shelf, missing=missing))


def interim_review(book: Rulebook, starts: date, ends: date, reviewed: bool) -> Answer:
    return applies(campaign.check_interim_review(book.shelf, starts=starts, ends=ends, reviewed=reviewed))


def long_campaign(book: Rulebook, starts: date, ends: date) -> Answer:
    return applies(campaign.check_long_campaign(book.shelf, starts=starts, ends=ends))


def counted(book: Rulebook, rule: str, form: str, members: int, hands: bool = False, **counts: int) -> Answer:
    choices = [Choice(name) for name, number in counts.items() for _ in range(number)]
    result = tally(choices, members, book.council_rule(form))
    if rule == "R17":
        return applies(closing.check_ballot(book.shelf, form, in_the_open=hands, result=result))
    return applies({"R16": closing.check_tally, "R18": closing.check_absent}[rule](book.shelf, result))


def recusal(book: Rulebook, member: str, concerned: bool) -> Answer:
    return applies(closing.check_recusal(book.shelf, member=member, concerned=concerned))


def recovery(book: Rulebook, outstanding: list[str]) -> Answer:
    return applies(closing.check_recovery(book.shelf, outstanding=outstanding))


def titles(book: Rulebook, name: str, paid: list[dict[str, Any]]) -> Answer:
    held = [paying.TitlePaid(one["title"], one.get("since"), one.get("until")) for one in paid]
    return applies(paying.check_titles_once(book.shelf, name=name, paid=held))


def fund(book: Rulebook, rule: str, **year: Any) -> Answer:
    checks = {"R24": paying.check_fund_ceiling, "R40": paying.check_organising}
    return applies(checks[rule](book.shelf, paying.FundFigures(book.day.year, **year)))


def payment(book: Rulebook, rule: str, **line: Any) -> Answer:
    checks = {"R20": paying.check_base_salary, "R21": paying.check_amount, "R23": paying.check_fund}
    return applies(checks[rule](book.shelf, paying.Payment(**line)))


def collective_higher(book: Rulebook, individual: int, collective: int) -> Answer:
    found = paying.check_collective_higher(book.shelf, individual=individual, collective=collective)
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
        *(gold_book, certificate_layout, unseen_grounds, council, deadline, working_days, calendar_days),
        *(working, vote, attendance, check, payment, collective_higher, cited, chosen_decree, transition),
        *(appraisal_term, statistics, preference, award_types, plan, interim_review, long_campaign, counted),
        *(recusal, recovery, titles, fund),
    )
}


def answer(book: Rulebook, given: dict[str, Any]) -> Answer:
    """Ask the question; a refusal is an answer too, with its sentence and rule."""
    question = dict(given)
    try:
        return ASKS[question.pop("ask")](book, **question)
    except Refused as refused:
        return {"refused": refused.ruling.because, "rule": refused.ruling.rule}
