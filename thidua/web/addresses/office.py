"""Addresses of the first run, the settings of an office, and files (thiết lập cơ quan, tệp)."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, path, register_converter

from thidua.web.views import (
    accounts,
    books,
    council_aside,
    council_setup,
    files,
    first_run,
    imports,
    integrity,
    local_titles,
    office,
    people,
    rules,
    units,
    wordings,
)


class What:
    """What a sheet holds (bảng gì): units or people, written the Vietnamese way in the address."""

    regex = "don-vi|nguoi"

    def to_python(self, value: str) -> str:
        return "units" if value == "don-vi" else "people"

    def to_url(self, value: str) -> str:
        return "don-vi" if value == "units" else "nguoi"


register_converter(What, "what")

urlpatterns: list[URLPattern | URLResolver] = [
    path("bat-dau/", first_run.first_run, name="first-run"),
    path("tep/<uuid:pk>/", files.download, name="file"),
    path("co-quan/", office.settings_index, name="office"),
    path("co-quan/don-vi/", units.units, name="units"),
    path("co-quan/don-vi/them/", units.unit_new, name="unit-new"),
    path("co-quan/don-vi/<slug:code>/", units.unit, name="unit"),
    path("co-quan/don-vi/<slug:code>/ket-thuc/", units.unit_end, name="unit-end"),
    path("co-quan/don-vi/<slug:code>/nhan-viec-do/", units.unit_inherit, name="unit-inherit"),
    path("co-quan/nguoi/", people.people, name="people"),
    path("co-quan/nguoi/them/", people.person_new, name="person-new"),
    path("co-quan/nguoi/<uuid:pk>/", people.person, name="person"),
    path("co-quan/nguoi/<uuid:pk>/chuc-vu/", people.mandate_new, name="mandate-new"),
    path("co-quan/chuc-vu/", people.mandates, name="mandates"),
    path("co-quan/chuc-vu/<uuid:pk>/thoi/", people.mandate_end, name="mandate-end"),
    path("co-quan/tai-khoan/", accounts.accounts, name="accounts"),
    path("co-quan/tai-khoan/moi-nguoi/", accounts.accounts_for_all, name="accounts-for-all"),
    path("co-quan/tai-khoan/phieu/", accounts.slips, name="slips"),
    path("co-quan/tai-khoan/phieu.pdf", accounts.slips_pdf, name="slips-pdf"),
    path("co-quan/tai-khoan/cap/<uuid:pk>/", accounts.account_new, name="account-new"),
    path("co-quan/tai-khoan/<str:username>/cap-lai/", accounts.account_reset, name="account-reset"),
    path("co-quan/tai-khoan/<str:username>/dung/", accounts.account_turn, name="account-turn"),
    path(
        "co-quan/tai-khoan/<str:username>/dien-thoai/", accounts.account_telephone, name="account-telephone"
    ),
    path("co-quan/hoi-dong/", council_setup.council_setup, name="council-setup"),
    path("co-quan/hoi-dong/than-thich/", council_aside.kin, name="council-kin"),
    path("co-quan/hoi-dong/than-thich/<uuid:pk>/bo/", council_aside.forget_kin, name="council-kin-forget"),
    path("co-quan/hoi-dong/thanh-lap/", council_setup.council_found, name="council-found"),
    path("co-quan/hoi-dong/quy-che/", council_setup.council_rules, name="council-rules"),
    path("co-quan/hoi-dong/thanh-vien/<uuid:pk>/thay/", council_setup.seat_replace, name="seat-replace"),
    path("co-quan/hoi-dong/thanh-vien/<uuid:pk>/thoi/", council_setup.seat_end, name="seat-end"),
    path("co-quan/so-van-ban/", books.books, name="books"),
    path("co-quan/so-van-ban/mo/", books.book_new, name="book-new"),
    path("co-quan/so-van-ban/mo-nam-moi/", books.books_carry, name="books-carry"),
    path("co-quan/so-van-ban/<uuid:pk>/so-tiep-theo/", books.book_next, name="book-next"),
    path("co-quan/kiem-tra/", integrity.integrity, name="integrity"),
    path("co-quan/dia-phuong-quyet-dinh/", rules.local_areas, name="local-areas"),
    path("co-quan/quy-tac/", rules.local_rules, name="local-rules"),
    path("co-quan/quy-tac/<slug:rule>/", rules.local_rule, name="local-rule"),
    path("co-quan/quy-tac/<slug:rule>/thoi/", rules.rule_lift, name="rule-lift"),
    path("co-quan/danh-hieu-rieng/", local_titles.local_titles, name="local-titles"),
    path("co-quan/danh-hieu-rieng/moi/", local_titles.local_title_new, name="local-title-new"),
    path("co-quan/danh-hieu-rieng/<slug:code>/thoi/", local_titles.local_title_end, name="local-title-end"),
    path("co-quan/danh-hieu-rieng/<slug:code>/bo/", local_titles.local_title_drop, name="local-title-drop"),
    path("co-quan/cau-mau/", wordings.wordings, name="wordings"),
    path("co-quan/cau-mau/<slug:phrase>/", wordings.wording, name="wording"),
    path("co-quan/cau-mau/<slug:phrase>/ban-dau/", wordings.wording_back, name="wording-back"),
    path("co-quan/nhap/<what:what>/", imports.import_rows, name="import-rows"),
    path("co-quan/nhap/<what:what>/mau.xlsx", imports.import_template, name="import-template"),
    path("co-quan/nhap/xem/<uuid:pk>/", imports.import_preview, name="import-preview"),
]
if settings.DEBUG:
    urlpatterns.append(path("thiet-ke/", office.design_page, name="design"))
