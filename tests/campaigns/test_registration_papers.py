"""What units promise, on paper: the registration of one, the pledge of all."""

from datetime import date
from decimal import Decimal

import pytest

from tests.factories.printed import require_flawless, text_of
from thidua.campaigns.documents.registration import pledge_paper, registration_paper
from thidua.campaigns.queries.part import project_of, registration_of, registrations_sent
from thidua.campaigns.register import RegistrationEntry, TargetEntry, save_registration, submit_registration

pytestmark = pytest.mark.django_db
DAY = date(2023, 3, 20)
LONG = "Trồng mới, chăm sóc và bảo vệ rừng phòng hộ đầu nguồn dọc theo tuyến đường tuần tra biên giới của xã"


def registered(whole, campaign, unit, *, goal=Decimal("12.50"), project="Tuyến đường tự quản", note=""):
    targets = tuple(
        TargetEntry(content, LONG, goal, "ha", date(2023, 5, 20)) for content in campaign.contents.all()
    )
    entry = RegistrationEntry(targets, project, "Mỗi hộ một đoạn.", note)
    found = save_registration(campaign, entry=entry, unit=unit, mandate=whole.head(unit), on=DAY)
    submit_registration(found, mandate=whole.head(unit), on=DAY)
    return registration_of(campaign, unit)


def test_the_registration_of_a_village_for_its_head_to_sign(whole, campaign):
    found = registered(whole, campaign, whole.village, note="Cả thôn cùng làm.\nBáo cáo hằng tuần.")
    project = project_of(campaign, whole.village)
    paper = registration_paper(found, project=project, signer=whole.head(whole.village))
    assert paper.body[2].rows[0] == ("1", "Thi đua lao động sản xuất", f"{LONG}: 12,5 ha", "20/5/2023")
    assert (paper.signature.role, paper.signature.name) == ("TRƯỞNG THÔN", "Hứa Văn Sinh")
    assert "Tuyến đường tự quản. Mỗi hộ một đoạn." in text_of(paper)
    assert "Số:" not in text_of(paper)
    require_flawless(paper)


def test_a_registration_without_model_words_or_head_still_prints(whole, campaign):
    found = registered(whole, campaign, whole.body, project="", goal=None)
    paper = registration_paper(found, project=None, signer=None)
    assert "Đơn vị không đăng ký mô hình, phần việc riêng." in text_of(paper)
    assert "Đơn vị cam kết thực hiện đúng nội dung đã đăng ký" in text_of(paper)
    assert paper.signature.role == "THỦ TRƯỞNG ĐƠN VỊ"
    found.targets.all().delete()
    assert "Chưa đăng ký chỉ tiêu." in text_of(registration_paper(found, project=None, signer=None))


def test_the_pledge_has_a_line_for_each_unit_to_sign(whole, campaign):
    for unit in (whole.villages[1], whole.village, whole.body):
        registered(whole, campaign, unit)
    found = list(registrations_sent(campaign))
    paper = pledge_paper(campaign, found, witness=whole.commune.chair)
    table = next(block for block in paper.body if hasattr(block, "rows"))
    assert [row[1] for row in table.rows] == [one.unit.name for one in found]
    assert {row[3] for row in table.rows} == {""}
    assert paper.signature.authority == "CHỨNG KIẾN CỦA HỘI ĐỒNG"
    require_flawless(paper)
