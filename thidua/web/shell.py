"""What every page needs around its content: navigation, mandates, working day (khung trang)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from thidua.org.models import Installation, Mandate

# Name, page and where the addresses of the section begin.
NAVIGATION = (
    ("Việc của tôi", "desk", ("/viec-cua-toi/", "/lich-cua-toi/", "/thong-bao/")),
    (
        "Đợt thi đua",
        "campaigns",
        ("/dot/", "/cac-dot/", "/ke-hoach/", "/bang-dang-ky/", "/dk/", "/viec-tot/", "/dien-hinh/",
         "/nhan-rong/", "/mo-hinh-don-vi/", "/giai-doan-mo-hinh/", "/anh-mo-hinh/", "/le-trao/", "/tin-bai/",
         "/ban-tin/", "/viec-tuyen-truyen/", "/ban-phat-thanh/"),
    ),
    ("Đề nghị", "nominations", ("/de-nghi/", "/danh-sach-de-nghi/", "/y-kien/")),
    ("Hội đồng", "council", ("/hoi-dong/",)),
    (
        "Giấy tờ",
        "papers",
        ("/van-ban/", "/trinh-ky/", "/ky-so/", "/trinh/", "/quyet-dinh/", "/giay-khen/", "/so-ban-sao/",
         "/ban-sao/", "/phu-luc/", "/tra-loi/", "/chi-tien-thuong/", "/thu-hoi-tien-thuong/",
         "/so-cap-giay-khen"),
    ),
    ("Báo cáo", "reports", ("/bao-cao/", "/luu-tru/", "/nhat-ky/")),
    ("Cơ quan", "office", ("/co-quan/", "/so-quy/", "/phoi/", "/goi/", "/edxml/")),
)  # fmt: skip
PUBLIC_FOOT = (
    ("Tìm kiếm", "public-search"),
    ("Lịch", "public-calendar"),
    ("Mô hình", "public-projects"),
    ("Văn bản", "public-papers"),
)
PUBLIC_NAVIGATION = (
    ("Phong trào", "public-home", ("/phong-trao/",)),
    ("Gương tốt", "public-role-models", ("/guong/",)),
    ("Tin", "public-all-news", ("/tin/",)),
    ("Bảng vàng", "public-roll", ("/bang-vang/",)),
    ("Báo việc tốt", "report-good-deed", ("/bao-viec-tot/",)),
    ("Kiểm tra giấy khen", "verify", ("/kiem-tra/",)),
)


def _links(request: HttpRequest, table: tuple[tuple[str, str, tuple[str, ...]], ...]) -> list[dict[str, Any]]:
    return [
        {"label": label, "url": reverse(name), "current": request.path.startswith(begins)}
        for label, name, begins in table
    ]


def shell(request: HttpRequest) -> dict[str, Any]:
    """Context of the frame of every page."""
    mandate: Mandate | None = getattr(request, "mandate", None)
    found: Installation | None = getattr(request, "installation", None)
    mandates: list[Mandate] = getattr(request, "mandates", [])
    office = found.office if found else None
    unit = mandate.unit if mandate else office
    demo = None
    if found is not None and found.is_demo:
        demo = {"day": found.working_day, "url": reverse("working-day"), "label": "Bản trình diễn"}
    return {
        "unit_name": unit.short_name if unit else "",
        "office": office,
        "nav": _links(request, NAVIGATION) if mandate else [],
        "public_nav": _links(request, PUBLIC_NAVIGATION) if found else [],
        "foot_links": [{"label": label, "url": reverse(name)} for label, name in PUBLIC_FOOT],
        "home_url": reverse("desk") if mandate else reverse("public-home"),
        "who": {"name": mandate.person.name, "role": mandate.office.title} if mandate else None,
        "mandates": [
            {"id": str(m.pk), "label": m.office.title, "unit": m.unit.short_name, "current": m == mandate}
            for m in mandates
        ],
        "mandate": mandate,
        "demo": demo,
        "today": getattr(request, "today", None),
    }
