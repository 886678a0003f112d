"""Khóa thử của bản trình diễn: nói rõ là khóa thử, ký được, dẫn về gốc thử; giấy chừa lại để người xem ký."""

from pathlib import Path

import pytest
from pytest_django import Settings

from tests.awards.session_story import DAY
from tests.factories.commune import Commune
from tests.factories.papers import make_paper
from tests.publicity.honours import honoured
from thidua.awards.queries.signed import signed_counts
from thidua.campaigns.models import Campaign
from thidua.demo.keys import FOLDER
from thidua.demo.story.signing import carry_signed, keys_of, sign_the_sheets
from thidua.demo.world import Team
from thidua.records.queries.signing import reports_of

pytestmark = pytest.mark.django_db


def test_van_ban_va_giay_ky_bang_khoa_thu(
    whole: Commune, campaign: Campaign, settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT, settings.TRUST = tmp_path / "files", tmp_path / "trust"
    office, decision = whole.commune, honoured(whole, campaign)
    team = Team(office.unit, {"clerk": office.clerk, "standing": office.standing})
    keys = keys_of(team, office.chair)
    assert [key.open.certificate.holder for key in keys] == [
        f"{office.chair.person.name} (khóa thử)", f"{office.unit.name} (khóa thử)",
    ]  # fmt: skip
    names = sorted(path.name for path in (tmp_path / FOLDER).iterdir())
    assert names == ["luong-quoc-thinh.p12", "uy-ban-nhan-dan-xa-na-lam.p12"]
    paper = make_paper(whole, until="draft", purpose="reply", on=DAY)
    paper.signer = office.chair
    carry_signed(team, paper, drafter="standing", keys=keys, on=DAY)
    report = reports_of(paper).get()
    assert report.says == "Cả 2 chữ ký còn nguyên vẹn và dẫn về chứng thư gốc cơ quan tin cậy."
    sign_the_sheets(decision, team, keys=keys, on=DAY)
    assert signed_counts(decision) == {"made": 2, "head": 1, "organisation": 0}


def test_noi_tin_cay_cua_quan_tri_thi_de_nguyen(whole: Commune, settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT, settings.TRUST = tmp_path / "files", tmp_path / "cua-quan-tri"
    keys_of(Team(whole.commune.unit, {}), whole.commune.chair)
    assert not (tmp_path / "cua-quan-tri").exists()
    assert not (tmp_path / "trust").exists()
