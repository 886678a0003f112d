"""Addresses of log-in, one's own password, the acting mandate and the working day (tài khoản của tôi)."""

from allauth.account.views import account_inactive, login, logout
from django.urls import URLPattern, URLResolver, path

from thidua.web.views import account

urlpatterns: list[URLPattern | URLResolver] = [
    path("dang-nhap/", login, name="account_login"),
    path("dang-xuat/", logout, name="account_logout"),
    path("tai-khoan/da-ngung/", account_inactive, name="account_inactive"),
    path("doi-mat-khau/", account.change_password, name="account_change_password"),
    path("mat-khau/quen/", account.forgotten, name="account_reset_password"),
    path("doi-tu-cach/", account.switch_mandate, name="switch-mandate"),
    path("ngay-lam-viec/", account.working_day, name="working-day"),
]
