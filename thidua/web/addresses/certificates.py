"""Addresses of the register, the handing over, the re-issue, the stock of blanks and the seal key."""

from django.urls import path

from thidua.web.views import handing, register_book, seal_key, stock

urlpatterns = [
    path("so-cap-giay-khen/", register_book.book, name="award-book"),
    path("so-cap-giay-khen.pdf", register_book.book_file, {"kind": "pdf"}, name="award-book-print"),
    path("so-cap-giay-khen.xlsx", register_book.book_file, {"kind": "xlsx"}, name="award-book-sheet"),
    path("quyet-dinh/<slug:code>/trao/", handing.handing, name="handing"),
    path("giay-khen/<slug:code>/trao-tay/", handing.tap, name="hand-tap"),
    path("giay-khen/<slug:code>/trao/", handing.hand_over, name="hand-over"),
    path("giay-khen/<slug:code>/cap-lai/", handing.reissue, name="reissue"),
    path("phoi/kho/", stock.stock, name="stock"),
    path("phoi/<slug:code>/kho/", stock.blank_stock, name="blank-stock"),
    path("phoi/<slug:code>/kho/kiem-ke/", stock.count, name="blank-count"),
    path("phoi/<slug:code>/kho/huy/", stock.destroy, name="blank-destroy"),
    path("phoi/<slug:code>/kho/<slug:move>/", stock.enter, name="blank-enter"),
    path("co-quan/khoa-niem-phong/", seal_key.seal_key, name="seal-key"),
    path("co-quan/khoa-niem-phong/<slug:key>.pdf", seal_key.sheet, name="seal-key-sheet"),
]
