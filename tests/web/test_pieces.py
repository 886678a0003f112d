"""Tags and filters of the templates, as an officer sees them."""

import re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from types import SimpleNamespace as Namespace

import pytest
from django import forms
from django.template import Context, Template, TemplateSyntaxError
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from thidua.law.ruling import Ruling, Verdict, Weight, no, yes
from thidua.web import controls, wording
from thidua.web.templatetags import pieces

TODAY = date(2023, 6, 5)
DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31))


def words(html: str) -> str:
    """What is left of a piece when its marks are taken away."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def drawn(source: str, **context: object) -> str:
    return Template("{% load pieces %}" + source).render(Context(context))


# Words


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (date(2023, 6, 15), "còn 10 ngày"),
        (date(2023, 6, 6), "hạn ngày mai"),
        (date(2023, 6, 5), "hạn hôm nay"),
        (date(2023, 5, 31), "5 ngày trước"),
    ],
)
def test_a_day_is_counted_in_words(due: date, said: str) -> None:
    assert wording.countdown(due, TODAY) == said


@given(DAYS, st.integers(min_value=2, max_value=4000))
def test_the_count_names_the_number_of_days(day: date, days: int) -> None:
    assert wording.countdown(day + timedelta(days), day) == f"còn {days} ngày"
    assert wording.countdown(day, day + timedelta(days)) == f"{days} ngày trước"


def test_a_late_evening_in_universal_time_is_the_next_day_here() -> None:
    assert wording.vn_date(datetime(2023, 6, 4, 20, 0, tzinfo=UTC)) == "05/6/2023"


def test_a_moment_without_zone_is_taken_as_it_stands() -> None:
    assert wording.day_of(datetime(2023, 6, 4, 20, 0)) == date(2023, 6, 4)  # noqa: DTZ001 - that is the case


def test_dates_and_amounts_are_written_as_on_papers() -> None:
    assert wording.long_date(TODAY) == "ngày 05 tháng 6 năm 2023"
    assert wording.weekday(TODAY) == "Thứ Hai"
    assert wording.money(1490000) == "1.490.000"
    assert wording.percent(Decimal("0.625")) == wording.percent(0.625) == "62,5 %"


def test_what_is_not_known_is_not_written() -> None:
    nothing = (wording.vn_date(None), wording.long_date(None), wording.money(None), wording.percent(None))
    assert nothing == ("", "", "", "")
    assert pieces.due_badge(None, TODAY) == ""


def test_the_given_name_is_bold_and_a_name_is_never_markup() -> None:
    assert wording.person_name("Hoàng Thị Mai") == "Hoàng Thị <b>Mai</b>"
    assert wording.person_name("Mai") == "<b>Mai</b>"
    assert wording.person_name("Lê <i>A") == "Lê <b>&lt;i&gt;A</b>"


def test_initials_leave_the_honorific_out() -> None:
    assert wording.initials("Bà Hoàng Thị Mai") == "HM"


# Small pieces


@pytest.mark.parametrize(
    ("due", "badge"),
    [
        (date(2023, 6, 3), '<span class="badge badge-late">quá hạn 2 ngày</span>'),
        (date(2023, 6, 6), '<span class="badge badge-late">hạn ngày mai</span>'),
        (date(2023, 6, 8), '<span class="badge badge-wait">còn 3 ngày</span>'),
    ],
)
def test_a_deadline_changes_colour_the_day_before(due: date, badge: str) -> None:
    assert pieces.due_badge(due, TODAY) == badge


def test_a_badge_of_no_known_kind_is_refused() -> None:
    assert pieces.badge("Bản thảo") == '<span class="badge">Bản thảo</span>'
    with pytest.raises(TemplateSyntaxError) as caught:
        pieces.badge("Gấp", "purple")
    assert str(caught.value) == "badge: kind 'purple' is none of plain, ok, wait, late, info"


def test_a_clause_is_a_link_when_it_leads_somewhere() -> None:
    assert pieces.clause("V.2.1.2.a", "#c1") == '<a class="clause" href="#c1">V.2.1.2.a</a>'
    assert pieces.clause("V.2.1.2.a") == '<span class="clause">V.2.1.2.a</span>'


def test_the_reader_is_sure_from_95_per_cent() -> None:
    assert words(pieces.confidence(0.92)) == "chắc chắn 92 %"
    assert ("confidence-wait" in pieces.confidence(0.94), "confidence-wait" in pieces.confidence(0.95)) == (
        True,
        False,
    )


def test_an_icon_is_read_aloud_only_with_a_label() -> None:
    assert 'aria-hidden="true"' in pieces.icon("check")
    assert 'aria-label="đã xong"' in pieces.icon("check", "đã xong")


@given(st.integers(0, 500), st.integers(0, 500))
def test_a_bar_never_leaves_its_frame(done: int, total: int) -> None:
    widths = [
        float(width) for width in re.findall(r'width="([\d.]+)%"', pieces.progress(done, total, "việc"))
    ]
    assert all(0 <= width <= 100 for width in widths)


def test_a_gauge_puts_its_mark_where_it_is_compared() -> None:
    drawing = pieces.gauge(0.625, 0.5, "62,5 phần trăm, mốc 50 phần trăm")
    assert re.findall(r'class="bar-gold" y="4" width="([^"]+)"', drawing) == ["62.5%"]
    assert re.findall(r'class="bar-mark" x="([^"]+)"', drawing) == ["50.0%"]


def test_a_correction_reads_before_and_after() -> None:
    assert words(pieces.slip("thể trận", "thế trận")) == "thể trận thế trận"


def test_one_tick_stands_for_one_vote() -> None:
    drawing = pieces.ticks(6, 8, "6 phiếu đã vào")
    assert (drawing.count('class="tick tick-on"'), drawing.count('class="tick"')) == (6, 2)


# Stages and tables


def test_the_line_of_stages_says_where_we_are() -> None:
    stages = [
        {"name": "Đề nghị", "desk": "Các đơn vị", "state": "done"},
        {"name": "Thẩm định", "desk": "Thường trực", "state": "now"},
        {"name": "Hội đồng", "desk": "Thư ký", "state": "next"},
    ]
    said = words(drawn("{% stage_line stages %}", stages=stages))
    assert said.endswith("Bước 2 trên 3 · Thẩm định Đang ở bàn: Thường trực · tiếp theo: Hội đồng")


def test_the_last_stage_has_nothing_after_it_and_a_closed_campaign_no_sentence() -> None:
    last = [{"name": "Tổng kết", "desk": "Thường trực", "state": "now"}]
    assert pieces.stage_line(last)["following"] is None
    assert pieces.stage_line([{**last[0], "state": "done"}])["now"] is None


def test_a_table_names_each_fact_for_the_small_screen() -> None:
    html = drawn(
        "{% table columns rows %}",
        columns=[{"label": "Thôn"}, {"label": "Số hộ", "num": True}],
        rows=[("Nà Pheo", 42)],
    )
    assert '<td class="cell-title">Nà Pheo</td>' in html
    assert '<td data-label="Số hộ" class="num">42</td>' in html


def test_a_row_with_a_fact_too_many_is_an_error() -> None:
    with pytest.raises(ValueError):
        pieces.table([{"label": "Thôn"}], [("Nà Pheo", 42)])


# Blocks


def test_a_card_has_one_heading_and_no_unknown_option() -> None:
    html = drawn('{% card "Đang chờ tôi" count=0 note="hôm nay" %}<p>Không có việc.</p>{% endcard %}')
    assert words(html) == "Đang chờ tôi 0 hôm nay Không có việc."
    with pytest.raises(TemplateSyntaxError) as caught:
        drawn('{% card "A" colour="red" %}{% endcard %}')
    assert str(caught.value) == "card: no option colour"


def test_a_page_about_something_in_a_campaign_leads_back_to_it() -> None:
    head = '{% page_head "Tờ trình" step="bước 9" %}{% endpage_head %}'
    meeting = Namespace(campaign=Namespace(code="mua-xuan"))
    assert 'href="/dot/mua-xuan/"' in drawn(head, meeting=meeting)
    assert words(drawn(head)) == "bước 9 Tờ trình"


def test_a_page_head_without_actions_keeps_no_room_for_them() -> None:
    html = drawn(
        '{% page_head "Đề nghị" crumbs=crumbs step="bước 6" %}  {% endpage_head %}', crumbs=[("Đợt", "/dot/")]
    )
    assert (words(html), "page-head-actions" in html) == ("Đợt · bước 6 Đề nghị", False)


def test_an_error_is_said_at_once_to_those_who_listen() -> None:
    assert 'role="alert"' in drawn('{% notice "error" title="Thiếu số" %}Nhập số.{% endnotice %}')
    assert 'role="alert"' not in drawn("{% notice %}Đã lưu.{% endnotice %}")


def test_a_dialog_is_named_by_its_question() -> None:
    html = drawn('{% dialog "tra-lai" "Trả lại hồ sơ?" %}<p>Kèm lý do.</p>{% enddialog %}')
    assert 'id="tra-lai" aria-labelledby="tra-lai-ten"' in html


# Buttons


def action(**context: object) -> str:
    return render_to_string("pieces/action.html", {"label": "Nhận đợt", "url": "/nhan/", **context})


def test_a_locked_button_says_why_and_by_which_article() -> None:
    html = action(method="post", ruling=no("Còn 4 chỗ phải quyết.", source="Điều 15"))
    assert words(html) == "Nhận đợt Còn 4 chỗ phải quyết. (Điều 15)"
    assert ("<form" in html, " disabled" in html) == (False, True)


def test_an_article_not_yet_seen_is_said_to_be_so() -> None:
    ruling = Ruling(Verdict.NO, "Không đủ điều kiện.", "Điều 9", confirmed=False)
    assert (
        words(action(ruling=ruling))
        == "Nhận đợt Không đủ điều kiện. (Điều 9; chưa đối chiếu được văn bản gốc)"
    )


@pytest.mark.parametrize("ruling", [None, yes(), no("Nên xem lại.", weight=Weight.WARN)])
def test_what_does_not_stop_leaves_the_button_free(ruling: Ruling | None) -> None:
    html = action(method="post", ruling=ruling, confirm="Nhận thật?", name="draft", value="7")
    assert (" disabled" in html, 'data-confirm="Nhận thật?"' in html, 'name="draft" value="7"' in html) == (
        False,
        True,
        True,
    )


def test_a_way_to_a_page_is_a_link() -> None:
    assert 'href="/nhan/"' in action()


def test_a_list_says_whose_move_is_next() -> None:
    assert words(pieces.on_desk(Namespace(desk="văn thư"))) == "ở bàn văn thư"
    assert pieces.on_desk(Namespace(desk="")) == pieces.on_desk(None) == ""


def test_a_page_below_a_list_leads_back_to_it() -> None:
    campaign = Namespace(code="k1")
    to_campaign = ("Đợt thi đua", "/dot/k1/")
    assert pieces.trail(campaign, "Gương", "campaign-leads") == [to_campaign, ("Gương", "/dot/k1/guong/")]
    assert pieces.trail(campaign, "Hồ sơ", "nomination", "h2") == [to_campaign, ("Hồ sơ", "/de-nghi/h2/")]
    assert pieces.trail(None, "Bài", "role-model", "duong") == [("Bài", "/dien-hinh/duong/")]
    assert pieces.trail(None, "Gương", "campaign-leads") == []


# Forms


class Report(forms.Form):
    title = forms.CharField(label="Tên", help_text="Như trong kế hoạch")
    day = forms.DateField(label="Ngày", widget=forms.DateInput(attrs={"class": "input-short"}))
    kind = forms.ChoiceField(label="Đối tượng", choices=[("a", "Tập thể")], widget=forms.RadioSelect)
    sure = forms.BooleanField(label="Đã kiểm tra", required=False)
    unit = forms.ChoiceField(label="Đơn vị", choices=[("1", "Nà Pheo")], required=False)
    photo = forms.FileField(label="Ảnh", required=False)
    campaign = forms.CharField(widget=forms.HiddenInput, required=False)


def test_each_kind_of_input_has_its_shape_and_class() -> None:
    form = Report()
    shapes = {name: controls.shape(form[name]) for name in form.fields}
    others = {"kind": "choices", "sure": "check"}
    assert shapes == dict.fromkeys(form.fields, "line") | others
    assert 'class="form-control input-short"' in controls.control(form["day"])
    assert 'placeholder="dd/mm/yyyy"' in controls.control(form["day"])
    assert 'class="form-select"' in controls.control(form["unit"])
    assert 'class="form-check-input"' in controls.control(form["sure"])


class Files(forms.Form):
    papers = forms.FileField(label="Giấy tờ")
    photo = forms.FileField(
        label="Ảnh", widget=forms.ClearableFileInput(attrs={"accept": ".jpg,.jpeg,.png"}), required=False
    )


def test_a_file_is_chosen_with_a_button_that_speaks_vietnamese() -> None:
    form = Files()
    papers, photo = controls.control(form["papers"]), controls.control(form["photo"])
    assert (words(papers), words(photo)) == ("Chọn tệp", "Chọn ảnh")
    assert '<label class="btn btn-sm" for="id_photo">' in photo
    assert 'data-file-names="chưa chọn ảnh nào"' in photo


def test_a_form_sent_with_faults_lists_them_on_top_and_beside_the_field() -> None:
    html = render_to_string(
        "pieces/form.html", {"form": Report({"day": "31/6/2023"}), "submit": "Ghi", "keep": "bao-cao"}
    )
    assert html.count("Trường này là bắt buộc.") == 4
    assert '<a href="#id_title">Tên</a>' in html
    assert 'aria-describedby="id_title_helptext id_title_error"' in html
    assert 'id="id_title_error"' in html
    assert 'id="id_title_helptext"' in html
    assert ('data-keep="bao-cao"' in html, "data-bound" in html, "multipart/form-data" in html) == (
        True,
        True,
        True,
    )


def test_a_form_not_yet_sent_has_no_faults() -> None:
    html = render_to_string("pieces/form.html", {"form": Report()})
    assert ("notice-error" in html, "data-bound" in html, "Ghi lại" in html) == (False, False, True)


def test_a_search_form_carries_no_token() -> None:
    html = render_to_string("pieces/form.html", {"form": Report(), "method": "get", "csrf_token": "x"})
    assert "csrfmiddlewaretoken" not in html


def test_rows_of_a_formset_are_named_for_those_who_listen() -> None:
    class Row(forms.Form):
        name = forms.CharField(label="Chỉ tiêu")

    formset = forms.formset_factory(Row, extra=2)()
    said = words(render_to_string("pieces/formset.html", {"formset": formset, "row_label": "Chỉ tiêu"}))
    assert said == "Chỉ tiêu 1 Chỉ tiêu * Chỉ tiêu 2 Chỉ tiêu *"
