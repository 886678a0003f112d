"""The papers drafted where they are needed (văn bản soạn tại chỗ): who may, from what, by which verb."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.urls import reverse

from thidua.awards.amend import draft_correction, draft_recall, draft_revocation
from thidua.awards.appraise import draft_appraisal_report
from thidua.awards.consult import draft_opinion_reminder, draft_opinion_request
from thidua.awards.inform import (
    draft_ceremony_invitation,
    draft_programme,
    draft_refusal_notice,
    draft_result_notice,
)
from thidua.awards.models import Ceremony, Consultation, Council
from thidua.awards.permissions.amendment import (
    may_correct,
    may_inform,
    may_recall,
    may_revoke,
)
from thidua.awards.permissions.ceremony import may_change_ceremony
from thidua.awards.permissions.nomination import may_report_appraisals
from thidua.awards.permissions.opinion import may_remind, may_send
from thidua.awards.queries.amendment import owed_under, standing_items
from thidua.awards.queries.ceremony import ceremony_for
from thidua.awards.queries.certificate import own_decision
from thidua.awards.queries.closing_law import recovery_ruling
from thidua.awards.queries.decision import decision_items
from thidua.awards.queries.opinion import consultation_for
from thidua.awards.queries.outcome import units_to_tell
from thidua.awards.queries.seat import council_in_office
from thidua.awards.seat import draft_founding
from thidua.campaigns.models import Campaign
from thidua.campaigns.queries.campaign import campaign_for
from thidua.org.models import Mandate, Unit
from thidua.org.permissions import may_seat
from thidua.org.queries import government_of, taking_part, who_holds
from thidua.records.permissions import may_draft
from thidua.records.reply import draft_reply
from thidua.reports.conclude import draft_interim_report
from thidua.reports.permissions import may_review
from thidua.web.forms.decisions import SignerForm
from thidua.web.forms.paper_making import (
    CorrectionForm,
    InterimForm,
    RecallForm,
    ReplyForm,
    RevocationForm,
)
from thidua.web.offers import Drafted

NEW = "moi"  # stands in the address for a paper that is about nothing on file
# place -> the page its button stands on, and whether its address names the thing.
PAGES = {
    "council": ("council-setup", False),
    "papers": ("papers", False),
    "report": ("campaign-report", True),
    "appraisals": ("campaign-appraisals", True),
    "awarding": ("campaign-certificates", True),
    "ceremony": ("ceremony", True),
    "decision": ("decision", True),
    "money": ("prize-money", True),
    "consultation": ("consultation", True),
}


def page_of(one: Drafted, thing: Any) -> str:
    """The address of the page a paper is drafted from (trang có nút soạn)."""
    name, names_it = PAGES[one.place]
    return reverse(name, args=[thing.code] if names_it else [])


def _campaign(mandate: Mandate, code: str, on: date) -> Campaign:
    return campaign_for(mandate, code)


def _decision(mandate: Mandate, code: str, on: date) -> Any:
    return own_decision(mandate, code)


def _consultation(mandate: Mandate, code: str, on: date) -> Consultation:
    return consultation_for(mandate, code)


def _council_signers(thing: Any, mandate: Mandate, on: date) -> Mapping[str, Any]:
    return {"signers": who_holds(thing.unit, "chair", "vice_chair", "standing", on=on)}


def _council(mandate: Mandate, code: str, on: date) -> Council:
    found = council_in_office(government_of(mandate.unit))
    if found is None:
        raise Council.DoesNotExist
    return found


def _unit_of_campaign(mandate: Mandate, code: str, on: date) -> tuple[Campaign, Unit]:
    """The campaign and the unit that an address names together: “<đợt>_<đơn vị>”."""
    first, _, second = code.partition("_")
    campaign = campaign_for(mandate, first)
    return campaign, taking_part(campaign.unit, on).get(code=second)


def _signers(thing: Any, mandate: Mandate, on: date) -> Mapping[str, Any]:
    unit = thing if isinstance(thing, Unit) else thing.unit
    return {"signers": who_holds(unit, "chair", "vice_chair", on=on)}


def _ceremony(mandate: Mandate, code: str, on: date) -> Ceremony:
    return ceremony_for(mandate, code)


DRAFTED = (
    Drafted(
        "thanh-lap-hoi-dong", "Quyết định thành lập Hội đồng", "council", "council_decision", _council,
        lambda council, mandate, on: may_seat(mandate, council.unit, on=on),
        lambda council, form, mandate, on: draft_founding(council, mandate=mandate, on=on),
        codes=lambda council: [(NEW, "")],
        again=False,
        explains="Danh sách lấy từ các thành viên đã ghi. Phát hành xong, Hội đồng hoạt động theo quyết định "
                 "này.",
    ),
    Drafted(
        "tra-loi", "Công văn trả lời", "papers", "reply", lambda mandate, code, on: mandate.unit,
        lambda unit, mandate, on: may_draft(mandate, "reply", unit=unit, on=on),
        lambda unit, form, mandate, on: draft_reply(
            form.words(), signer=form.cleaned_data["signer"], mandate=mandate, on=on
        ),
        form=ReplyForm, given=_signers, codes=lambda unit: [(NEW, "")],
    ),
    Drafted(
        "so-ket", "Báo cáo sơ kết", "report", "interim_report", _campaign,
        lambda campaign, mandate, on: may_review(mandate, campaign, on=on),
        lambda campaign, form, mandate, on: draft_interim_report(
            campaign, tasks=form.cleaned_data["tasks"], signer=form.cleaned_data["signer"], mandate=mandate,
            on=on,
        ),
        form=InterimForm, given=_signers,
    ),
    Drafted(
        "tham-dinh", "Báo cáo thẩm định", "appraisals", "appraisal_report", _campaign,
        lambda campaign, mandate, on: may_report_appraisals(mandate, on=on),
        lambda campaign, form, mandate, on: draft_appraisal_report(campaign, mandate=mandate, on=on),
        explains="Gửi Hội đồng: kết luận của từng hồ sơ, lý do, và những điểm đã xem xét.",
    ),
    Drafted(
        "cong-van-lay-y-kien", "Công văn lấy ý kiến", "consultation", "opinion_request", _consultation,
        lambda one, mandate, on: may_send(mandate, one, on=on),
        lambda one, form, mandate, on: draft_opinion_request(
            one, signer=form.cleaned_data["signer"], mandate=mandate, on=on
        ),
        form=SignerForm, given=_council_signers,
        codes=lambda one: [] if one.is_posting or one.state != "draft" else [(one.code, "")],
        explains="Kèm danh sách; phát hành xong thì hạn trả lời bắt đầu tính.",
    ),
    Drafted(
        "thong-bao-niem-yet", "Thông báo niêm yết", "consultation", "posting", _consultation,
        lambda one, mandate, on: may_send(mandate, one, on=on),
        lambda one, form, mandate, on: draft_opinion_request(
            one, signer=form.cleaned_data["signer"], mandate=mandate, on=on
        ),
        form=SignerForm, given=_council_signers,
        codes=lambda one: [(one.code, "")] if one.is_posting and one.state == "draft" else [],
        explains="Phát hành xong thì thời gian niêm yết bắt đầu tính.",
    ),
    Drafted(
        "nhac-tra-loi", "Công văn nhắc trả lời ý kiến", "consultation", "opinion_reminder", _consultation,
        lambda one, mandate, on: may_remind(mandate, one, on=on),
        lambda one, form, mandate, on: draft_opinion_reminder(
            one, signer=form.cleaned_data["signer"], mandate=mandate, on=on
        ),
        form=SignerForm, given=_council_signers,
        codes=lambda one: [(one.code, "")] if one.state == "asked" and not one.is_posting else [],
    ),
    Drafted(
        "thong-bao-ket-qua", "Thông báo kết quả khen thưởng", "awarding", "result_notice", _campaign,
        lambda campaign, mandate, on: may_inform(mandate, campaign, on=on),
        lambda campaign, form, mandate, on: draft_result_notice(campaign, mandate=mandate, on=on),
        explains="Theo mọi quyết định đã ban hành của đợt, ở các cấp.",
    ),
    Drafted(
        "khong-khen-thuong", "Thông báo không khen thưởng", "awarding", "refusal_notice", _unit_of_campaign,
        lambda campaign, mandate, on: may_inform(mandate, campaign, on=on),
        lambda pair, form, mandate, on: draft_refusal_notice(pair[0], unit=pair[1], mandate=mandate, on=on),
        codes=lambda campaign: [
            (f"{campaign.code}_{unit.code}", f"{unit.short_name}, {number:02} trường hợp")
            for unit, number in units_to_tell(campaign)
        ],
        of=lambda pair: pair[0],
        explains="Chỉ gửi đơn vị đã đề nghị, kèm lý do từng trường hợp.",
        several=True,
    ),
    Drafted(
        "chuong-trinh", "Chương trình lễ trao", "ceremony", "programme", _ceremony,
        lambda ceremony, mandate, on: may_change_ceremony(mandate, ceremony, on=on),
        lambda ceremony, form, mandate, on: draft_programme(ceremony, mandate=mandate, on=on),
    ),
    Drafted(
        "giay-moi-du-le", "Giấy mời dự lễ trao", "ceremony", "ceremony_invitation", _ceremony,
        lambda ceremony, mandate, on: may_change_ceremony(mandate, ceremony, on=on),
        lambda ceremony, form, mandate, on: draft_ceremony_invitation(ceremony, mandate=mandate, on=on),
        explains="Kèm danh sách khách mời, người được khen, chỗ ngồi; phát hành xong thì đơn vị nhận tin.",
    ),
    Drafted(
        "dinh-chinh", "Đính chính quyết định", "decision", "correction", _decision,
        lambda decision, mandate, on: may_correct(mandate, decision, on=on),
        lambda decision, form, mandate, on: draft_correction(
            decision, faults=form.faults(), of_content=form.cleaned_data["kind"] == "content",
            mandate=mandate, on=on,
        ),
        form=CorrectionForm,
        given=lambda decision, mandate, on: {"recipients": decision_items(decision)},
        explains="Quyết định đã ban hành giữ nguyên; văn bản đính chính viện dẫn quyết định ấy "
                 "(Điều 18 Nghị định 30/2020/NĐ-CP).",
    ),
    Drafted(
        "thu-hoi", "Hủy bỏ, thu hồi khen thưởng", "decision", "revocation", _decision,
        lambda decision, mandate, on: may_revoke(mandate, decision, on=on),
        lambda decision, form, mandate, on: draft_revocation(
            decision, items=list(form.cleaned_data["items"]), reason=form.cleaned_data["reason"],
            mandate=mandate, on=on,
        ),
        form=RevocationForm,
        given=lambda decision, mandate, on: {
            "recipients": standing_items(decision), "recovery": recovery_ruling(decision, on=on)
        },
        explains="Quyết định cũ giữ nguyên trong hồ sơ. Phát hành xong, giấy khen báo đã thu hồi, tên rời "
                 "trang công khai, tiền chưa chi dừng lại, tiền đã chi vào mục phải thu hồi.",
    ),
    Drafted(
        "thu-hoi-tien", "Công văn thu hồi tiền thưởng", "money", "money_recall", _decision,
        lambda decision, mandate, on: may_recall(mandate, decision, on=on),
        lambda decision, form, mandate, on: draft_recall(
            decision, until=form.cleaned_data["until"], signer=form.cleaned_data["signer"], mandate=mandate,
            on=on,
        ),
        form=RecallForm, given=_signers,
        codes=lambda decision: [(decision.code, "")] if any(
            one.left for one in owed_under(decision)
        ) else [],
        explains="Ghi tên, số tiền từng người còn phải nộp và hạn nộp.",
    ),
)  # fmt: skip
