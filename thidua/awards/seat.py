"""The council before it meets (lập Hội đồng): its founding decision, its members and their posts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Max

from thidua.awards.documents.founding import founding_paper
from thidua.awards.models import Council, CouncilMember
from thidua.awards.queries.council import members_on
from thidua.awards.queries.lawful import rulebook_of
from thidua.awards.queries.seat import past_councils
from thidua.journal.write import write
from thidua.law.ruling import Refused, no
from thidua.org.models import Mandate, Person, Unit
from thidua.org.permissions import may_seat
from thidua.org.queries import chair_of
from thidua.records.draft import draft
from thidua.records.issue import issue
from thidua.records.models import OfficialDocument
from thidua.records.queries.papers import papers_about
from thidua.records.queries.wordings import words_of
from thidua.vietnamese.dates import vn_date
from thidua.vietnamese.text import squeeze

POSTS = dict(CouncilMember.POSTS)
ONE_ONLY = ("chair", "standing")


@dataclass(frozen=True)
class CouncilWords:
    """What is said about a council (thông tin Hội đồng): name, decision, rules, first day, end of its term
    where the decision sets one.
    """

    name: str
    founded_by: str
    starts: date
    rules_paper: str = ""
    term_ends: date | None = None


@transaction.atomic
def found_council(unit: Unit, *, words: CouncilWords, mandate: Mandate, on: date) -> Council:
    """Enter a council with its founding decision (ghi quyết định thành lập Hội đồng); journal it.

    The council before it ends the day before, with all its seats. Refused without the decision, or for a day
    not after the beginning of the council in office. Căn cứ: Điều 49 Nghị định 98/2023/NĐ-CP (01/01/2024 -
    30/6/2025); thời gian khác theo quyết định thành lập.
    """
    may_seat(mandate, unit, on=on).require()
    if not squeeze(words.name) or not squeeze(words.founded_by):
        raise Refused(
            no("Hội đồng cần có tên và quyết định thành lập (số, ngày, người ký).", rule="council:words")
        )
    if words.term_ends is not None and words.term_ends <= words.starts:
        raise Refused(no("Nhiệm kỳ của Hội đồng phải hết sau ngày thành lập.", rule="council:term"))
    before = Council.objects.select_for_update(of=("self",)).filter(unit=unit, ends__isnull=True).first()
    if before is not None:
        _end(before, words.starts)
    council = Council.objects.create(
        unit=unit,
        name=squeeze(words.name),
        founded_by=squeeze(words.founded_by),
        rules_paper=squeeze(words.rules_paper),
        starts=words.starts,
        term_ends=words.term_ends,
    )
    says = f"Lập {council.name} từ ngày {vn_date(council.starts)} theo {council.founded_by}."
    write("found_council", says, actor=mandate.actor(), on=on, thing=council)
    return council


@transaction.atomic
def draft_founding(council: Council, *, mandate: Mandate, on: date) -> OfficialDocument:
    """Draft the chair's decision that founds the council (soạn quyết định thành lập) with its members of the
    day.

    Raises `Refused` without members or a chair to sign, and while an earlier draft is on its way.
    Căn cứ: Điều 49 Nghị định 98/2023/NĐ-CP (01/01/2024 - 30/6/2025); thời gian khác theo quy định hiện hành.
    """
    unit = council.unit
    may_seat(mandate, unit, on=on).require()
    members, signer = list(members_on(council, max(on, council.starts))), chair_of(unit, on)
    if not members:
        raise Refused(no("Hội đồng chưa có thành viên; thêm thành viên rồi soạn.", rule="council:empty"))
    if signer is None:
        raise Refused(no(f"{unit.name} chưa có Chủ tịch để ký quyết định.", rule="council:signer"))
    if papers_about(council, "council_decision").exists():
        raise Refused(no("Đã có quyết định của Hội đồng này; mở văn bản ấy.", rule="council:paper"))
    before = past_councils(unit).first()
    content = founding_paper(
        council,
        members,
        grounds=rulebook_of(unit, on=on).grounds("council", unit.level),
        replaces=before.founded_by if before else "",
        signer=signer,
        words=words_of(unit, on=on),
    )
    return draft(content, purpose="council_decision", about=council, signer=signer, mandate=mandate, on=on)


@transaction.atomic
def record_founding(document: OfficialDocument, *, mandate: Mandate, on: date) -> None:
    """Issue the founding decision and let the council rest on it (phát hành quyết định thành lập).

    Căn cứ: Điều 18 Nghị định 30/2020/NĐ-CP (phát hành văn bản đi).
    """
    council = Council.objects.select_related("unit").get(pk=str(document.about_id))
    issue(document, mandate=mandate, on=on)
    council.founded_by = f"{document.title} của Chủ tịch {council.unit.name}"[:250]
    council.save(update_fields=["founded_by"])
    says = f"{council.name} được thành lập theo {document.title}."
    write("record_founding", says, actor=mandate.actor(), on=on, thing=council)


@transaction.atomic
def set_working_rules(council: Council, *, rules_paper: str, mandate: Mandate, on: date) -> None:
    """Name the paper with the council's working rules (quy chế hoạt động) and journal it.

    Căn cứ: không (quy ước nội bộ).
    """
    may_seat(mandate, council.unit, on=on).require()
    council.rules_paper = squeeze(rules_paper)
    council.save(update_fields=["rules_paper"])
    says = f"{council.name} làm việc theo {council.rules_paper or 'quy chế chưa ghi'}."
    write("set_working_rules", says, actor=mandate.actor(), on=on, thing=council)


@transaction.atomic
def seat_member(
    council: Council, *, person: Person, post: str, starts: date, mandate: Mandate, on: date
) -> CouncilMember:
    """Give a person a seat and a post in the council (thêm thành viên) and journal it.

    Refused when the person sits there already, when the council would have two chairs or two standing
    members, or when the council has ended. Căn cứ: không (quy ước nội bộ) - theo quyết định thành lập.
    """
    may_seat(mandate, council.unit, on=on).require()
    fault = _seat_fault(council, person, post, starts)
    if fault:
        raise Refused(no(fault, rule="council:seat"))
    last = council.members.aggregate(last=Max("order"))["last"] or 0
    member = CouncilMember.objects.create(
        council=council, person=person, post=post, starts=starts, order=last + 1
    )
    says = f"{person.name} làm {POSTS[post]}, {council.name}, từ ngày {vn_date(starts)}."
    write("seat_member", says, actor=mandate.actor(), on=on, thing=member)
    return member


@transaction.atomic
def unseat_member(member: CouncilMember, *, ends: date, mandate: Mandate, on: date) -> None:
    """End a seat with its last day (thôi tham gia Hội đồng) and journal it; votes given stay.

    Refused when it has ended or the day lies before its beginning. Căn cứ: không (quy ước nội bộ).
    """
    may_seat(mandate, member.council.unit, on=on).require()
    current = CouncilMember.objects.select_for_update(of=("self",)).get(pk=member.pk)
    if current.ends is not None:
        raise Refused(
            no(f"{member.person.name} đã thôi từ ngày {vn_date(current.ends)}.", rule="council:ended")
        )
    if ends < current.starts:
        raise Refused(no(f"Ngày thôi phải từ ngày {vn_date(current.starts)} trở đi.", rule="council:order"))
    member.ends = ends
    member.save(update_fields=["ends"])
    who = f"{member.person.name} thôi làm {POSTS[member.post]}, {member.council.name}"
    says = f"{who}, sau ngày {vn_date(ends)}."
    write("unseat_member", says, actor=mandate.actor(), on=on, thing=member)


@transaction.atomic
def replace_member(
    member: CouncilMember, *, person: Person, paper: str, starts: date, mandate: Mandate, on: date
) -> CouncilMember:
    """Put somebody in the seat of a member in the middle of the term (thay, kiện toàn thành viên), by the
    paper that says so; the one before leaves the day before, the post and the place in the order stay.

    Refused without the paper, for a day not after the beginning of the seat, for a seat that has ended or
    somebody who sits there already. Căn cứ: không (quy ước nội bộ) - theo quyết định kiện toàn Hội đồng.
    """
    may_seat(mandate, member.council.unit, on=on).require()
    old = CouncilMember.objects.select_for_update(of=("self",)).select_related("person", "council").get(
        pk=member.pk
    )  # fmt: skip
    fault = _replace_fault(old, person, squeeze(paper), starts)
    if fault:
        raise Refused(no(fault, rule="council:replace"))
    old.ends, old.ended_by = starts - timedelta(days=1), squeeze(paper)[:250]
    old.save(update_fields=["ends", "ended_by"])
    new = CouncilMember.objects.create(
        council=old.council, person=person, post=old.post, order=old.order, starts=starts,
        paper=squeeze(paper)[:250], replaces=old,
    )  # fmt: skip
    says = f"{person.name} thay {old.person.name} làm {POSTS[old.post]}, {old.council.name}, từ ngày "
    write(
        "replace_member",
        f"{says}{vn_date(starts)} theo {new.paper}.",
        actor=mandate.actor(),
        on=on,
        thing=new,
    )
    return new


def _replace_fault(old: CouncilMember, person: Person, paper: str, starts: date) -> str:
    if not paper:
        return "Ghi quyết định kiện toàn Hội đồng (số, ngày, người ký)."
    if old.ends is not None:
        return f"{old.person.name} đã thôi từ ngày {vn_date(old.ends)}."
    if starts <= old.starts:
        return f"Ngày thay phải sau ngày {vn_date(old.starts)}."
    if old.council.members.filter(person=person, ends__isnull=True).exists():
        return f"{person.name} đang là thành viên Hội đồng."
    return ""


def _end(council: Council, next_starts: date) -> None:
    if next_starts <= council.starts:
        raise Refused(
            no(
                f"Hội đồng đang hoạt động từ ngày {vn_date(council.starts)}; "
                "Hội đồng mới phải lập sau ngày đó.",
                rule="council:order",
            )
        )
    council.ends = next_starts - timedelta(days=1)
    council.save(update_fields=["ends"])
    for member in council.members.filter(ends__isnull=True):
        member.ends = max(council.ends, member.starts)
        member.save(update_fields=["ends"])


def _seat_fault(council: Council, person: Person, post: str, starts: date) -> str:
    if council.ends is not None:
        return f"{council.name} đã kết thúc ngày {vn_date(council.ends)}."
    if starts < council.starts:
        return f"Hội đồng chỉ có từ ngày {vn_date(council.starts)}."
    if post not in POSTS:
        return "Chức danh trong Hội đồng không có trong danh sách."
    seated = council.members.filter(ends__isnull=True).select_related("person")
    if any(member.person_id == person.pk for member in seated):
        return f"{person.name} đang là thành viên Hội đồng."
    holder = next((member for member in seated if member.post == post and post in ONE_ONLY), None)
    if holder is not None:
        return f"{holder.person.name} đang làm {POSTS[post]}; hãy ghi thôi trước."
    return ""
