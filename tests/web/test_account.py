"""Log-in by name or telephone, one's own password, the acting mandate, the working day."""

from datetime import date

import pytest
from django.core.cache import cache
from django.test import Client, override_settings

from tests.factories.commune import Commune, make_commune, make_user
from thidua.org.establish import create_account
from thidua.org.models import Installation, Mandate, Office, User

PASSWORD = "Nuoc-Suoi-2023"
BACKEND = "thidua.web.login.NameOrTelephoneBackend"
pytestmark = pytest.mark.django_db


@pytest.fixture
def commune() -> Commune:
    return make_commune(2023)


def log_in(client: Client, login: str, password: str = PASSWORD):  # type: ignore[no-untyped-def]
    return client.post("/dang-nhap/", {"login": login, "password": password})


def test_name_or_telephone_opens_the_desk(client: Client, commune: Commune) -> None:
    user = make_user(commune.commune.standing, "maiht")
    User.objects.filter(pk=user.pk).update(telephone="0912345678")
    for login in ("maiht", "MaiHT", "0912 345 678", "+84 912.345.678"):
        assert log_in(client, login)["Location"] == "/viec-cua-toi/"
        client.post("/dang-xuat/")
    page = log_in(client, "maiht", "sai").content.decode()
    assert "Tên đăng nhập hoặc số điện thoại" in page
    assert "Tên đăng nhập hoặc mật khẩu không đúng." in page


def test_a_stopped_account_stays_outside(client: Client, commune: Commune) -> None:
    make_user(commune.commune.standing, "maiht")
    User.objects.update(is_active=False)
    assert log_in(client, "maiht")["Location"] == "/tai-khoan/da-ngung/"
    assert "Tài khoản này đã ngừng dùng" in client.get("/tai-khoan/da-ngung/").content.decode()
    assert client.get("/co-quan/")["Location"] == "/dang-nhap/?next=/co-quan/"


def test_guessing_is_slowed_down_with_a_sentence(client: Client, commune: Commune) -> None:
    make_user(commune.commune.standing, "maiht")
    said = [log_in(client, "maiht", "sai").content.decode() for _ in range(6)][-1]
    cache.clear()
    assert "Đã nhập sai mật khẩu nhiều lần; hãy chờ 5 phút rồi thử lại." in said


@override_settings(AXES_FAILURE_LIMIT=2)
def test_too_many_wrong_passwords_lock_the_log_in_with_a_sentence(client: Client, commune: Commune) -> None:
    make_user(commune.commune.standing, "maiht")
    answers = [log_in(client, "maiht", "sai") for _ in range(2)]
    assert "Tài khoản tạm khóa đăng nhập" in answers[-1].content.decode()
    assert answers[-1].status_code == 429


def test_a_first_password_leads_nowhere_but_to_the_page_that_changes_it(
    client: Client, commune: Commune
) -> None:
    made = create_account(
        commune.head(commune.village).person, mandate=commune.commune.admin, on=date(2023, 3, 20)
    )
    log_in(client, made.account.username, made.password)
    assert client.get("/co-quan/")["Location"] == "/doi-mat-khau/"
    said = {"current": made.password, "new": "Rieng-Toi-Biet-9", "again": "Rieng-Toi-Biet-9"}
    assert client.post("/doi-mat-khau/", said)["Location"] == "/viec-cua-toi/"
    assert client.get("/co-quan/").status_code == 200
    assert User.objects.get().must_change_password is False


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"current": "sai"}, "Mật khẩu đang dùng không đúng."),
        ({"new": "ngan", "again": "ngan"}, "Mật khẩu cần ít nhất 10 ký tự."),
        ({"again": "khac"}, "Hai lần gõ mật khẩu mới không giống nhau."),
        ({"new": PASSWORD, "again": PASSWORD}, "Mật khẩu mới phải khác mật khẩu đang dùng."),
    ],
)
def test_a_wrong_change_says_what_is_wrong(
    client: Client, commune: Commune, wrong: dict[str, str], sentence: str
) -> None:
    client.force_login(make_user(commune.commune.clerk, "lynv"), BACKEND)
    said = {"current": PASSWORD, "new": "Rieng-Toi-Biet-9", "again": "Rieng-Toi-Biet-9"} | wrong
    assert sentence in client.post("/doi-mat-khau/", said).content.decode()
    assert User.objects.get().check_password(PASSWORD)


def test_who_forgot_the_password_is_told_whom_to_ask(client: Client, commune: Commune) -> None:
    assert "Công chức phụ trách thi đua" in client.get("/mat-khau/quen/").content.decode()


def test_one_person_acts_in_one_of_several_mandates(client: Client, commune: Commune) -> None:
    held = commune.commune.standing
    office = Office.objects.create(unit=commune.commune.unit, title="Quản trị hệ thống", role="admin")
    second = Mandate.objects.create(
        office=office, person=held.person, unit=commune.commune.unit, starts=date(2020, 1, 1)
    )
    client.force_login(make_user(held, "maiht"), BACKEND)
    for chosen in (second, held):
        said = {"mandate": str(chosen.pk), "next": "/co-quan/don-vi/"}
        assert client.post("/doi-tu-cach/", said)["Location"] == "/co-quan/don-vi/"
        assert f"<small>{chosen.office.title}" in client.get("/co-quan/don-vi/").content.decode()
    assert (
        client.post("/doi-tu-cach/", {"mandate": "la", "next": "https://noi-khac.vn/"})["Location"]
        == "/viec-cua-toi/"
    )
    assert client.get("/doi-tu-cach/").status_code == 405


def test_an_account_without_an_office_is_told_so(client: Client, commune: Commune) -> None:
    client.force_login(make_user(commune.commune.clerk, "lynv"), BACKEND)
    Mandate.objects.filter(pk=commune.commune.clerk.pk).update(ends=date(2021, 1, 1))
    answer = client.get("/co-quan/")
    assert answer.status_code == 403
    assert "Tài khoản này chưa giữ chức vụ nào" in answer.content.decode()


def test_the_working_day_is_set_in_a_demo_only(client: Client, commune: Commune) -> None:
    client.force_login(make_user(commune.commune.clerk, "lynv"), BACKEND)
    assert client.get("/ngay-lam-viec/").status_code == 403
    Installation.objects.update(is_demo=True, working_day=date(2023, 6, 5))
    page = client.get("/ngay-lam-viec/").content.decode()
    assert "ngày làm việc 05/6/2023" in page
    assert 'value="05/6/2023"' in page
    assert client.post("/ngay-lam-viec/", {"day": "10/6/2023"})["Location"] == "/viec-cua-toi/"
    assert Installation.objects.get().working_day == date(2023, 6, 10)
    assert (
        "Vào ngày 01/01/2001 bạn không giữ"
        in client.post("/ngay-lam-viec/", {"day": "01/01/2001"}).content.decode()
    )


def test_lost_pages_and_old_forms_answer_in_vietnamese(commune: Commune) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert "Không có trang này" in strict.get("/khong-co/").content.decode()
    answer = strict.post("/dang-nhap/", {"login": "a", "password": "b"})
    assert (answer.status_code, "Trang này đã mở quá lâu" in answer.content.decode()) == (403, True)
