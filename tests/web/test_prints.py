"""Trang in cả loạt: nhiều giấy thì in ở nền, rời đi rồi tìm lại, mở tệp khi xong, dừng được."""

import pytest
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from tests.awards.test_blanks import A4
from tests.awards.test_prints import with_certificates
from tests.factories.commune import make_campaign
from tests.web.test_decisions import DAY, as_, in_force, said
from thidua.awards.certify import add_blank
from thidua.awards.queries.prints import AT_ONCE
from thidua.records.models import Run
from thidua.web.jobs import print_certificates

pytestmark = pytest.mark.django_db


def test_nhieu_giay_thi_in_o_nen(whole) -> None:
    decision = in_force(whole, make_campaign(whole, state="reviewing"), "Lộc Văn Tài")
    clerk, accountant = as_(whole.commune.clerk), as_(whole.commune.accountant)
    blank = add_blank(A4, mandate=whole.commune.clerk, on=DAY)
    with_certificates(decision, whole.commune.clerk, more=AT_ONCE)
    page, register = reverse("prints", args=[decision.code]), reverse("award-register", args=[decision.code])
    answer = clerk.get(reverse("certificates-file", args=[decision.code]), follow=True)
    assert (answer.redirect_chain, "41</b> giấy khen" in said(answer)) == ([(page, 302)], True)
    assert "kế toán" in said(accountant.post(page)).lower()
    assert "Đang in: 0 trên 41 giấy." in said(clerk.post(page, follow=True))
    run = Run.objects.get()
    assert DBTaskResult.objects.get().args_kwargs == {"args": [str(run.pk)], "kwargs": {}}
    assert "đang in 0 trên 41" in said(clerk.get(register))
    assert "In cả loạt 41 giấy" in said(clerk.get(reverse("desk")))
    assert clerk.get(reverse("prints-file", args=[run.pk])).status_code == 404
    print_certificates.call(str(run.pk))
    part = said(clerk.get(page, HTTP_HX_REQUEST="true"))
    assert ("Mở tệp in" in part, "<html" in part, "hx-get" in part) == (True, False, False)
    file = clerk.get(reverse("prints-file", args=[run.pk]))
    assert (file["Content-Type"], file.content[:4]) == ("application/pdf", b"%PDF")
    on_blank = reverse("prints-on-blank", args=[decision.code, blank.code])
    answer = clerk.get(reverse("print-on-blanks", args=[decision.code, blank.code]), follow=True)
    assert (answer.redirect_chain, "Bắt đầu in" in said(answer)) == ([(on_blank, 302)], True)
    remove = reverse("prints-remove", args=[run.pk])
    assert "kế toán" in said(accountant.post(remove, follow=True)).lower()
    assert "Đã bỏ bản in; giấy đã lập vẫn còn." in said(clerk.post(remove, follow=True))
    assert not Run.objects.exists()
