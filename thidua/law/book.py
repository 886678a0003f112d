"""The rulebook of a day (sổ pháp luật áp dụng): one door to every rule for the apps above."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from thidua.law import authority, bonus, eligibility, examine, footing, procedure
from thidua.law.authority import AwardForm, Level
from thidua.law.bonus import Bonus
from thidua.law.load import Source, Version, load_books
from thidua.law.local import LocalRules, LocalValue
from thidua.law.local_title import LocalTitle, with_titles
from thidua.law.procedure import (
    CouncilRule,
    Deadline,
    DossierPart,
    GoldBookRule,
    Posting,
    Purpose,
    ReportForm,
    ReportSection,
)
from thidua.law.ruling import Ruling
from thidua.law.shelf import Shelf


@dataclass(frozen=True)
class Regime:
    """A legal regime (chế độ pháp luật): "a" to 31/12/2023 … "d" from 01/10/2026, with its three acts."""

    key: str
    says: str
    law: Source
    decree: Source
    circular: Source
    household: str
    confirmed: bool


@dataclass(frozen=True)
class Rulebook:
    """All rules in force on one day for one office (sổ pháp luật của một ngày)."""

    shelf: Shelf

    @property
    def day(self) -> date:
        return self.shelf.day

    @property
    def regime(self) -> Regime:
        """The legal regime of the day (chế độ pháp luật). Căn cứ: sổ regimes."""
        version = self.shelf.needs("regimes", "regime", "chế độ pháp luật")
        sources, value = self.shelf.books.sources, version.value
        return Regime(
            key=value["key"],
            says=version.says,
            law=sources[value["law"]],
            decree=sources[value["decree"]],
            circular=sources[value["circular"]],
            household=value["household"],
            confirmed=self.shelf.certain(version),
        )

    def with_own(self, own: Mapping[str, LocalValue]) -> Rulebook:
        """The same book with what a campaign set for itself in place of the office's rules (quy tắc riêng).

        Căn cứ: không (quy ước nội bộ).
        """
        if not own:
            return self
        values = MappingProxyType({**self.shelf.local.values, **own})
        return Rulebook(replace(self.shelf, local=replace(self.shelf.local, values=values)))

    def levels(self) -> tuple[Level, ...]:
        """The levels of government, lowest first (các cấp)."""
        return authority.levels(self.shelf)

    def levels_up(self, level: Level) -> Level | None:
        """The next level up, None above the province (cấp trên trực tiếp); `Refused` if the level ended."""
        return authority.next_level(self.shelf, level)

    def award_types(self) -> dict[str, str]:
        """The types of award of that day, id to name (loại khen thưởng)."""
        return footing.award_types(self.shelf)

    def forms(self, level: Level | None = None) -> tuple[AwardForm, ...]:
        """The award forms valid that day, low to high; with `level` those decided there (các hình thức)."""
        return authority.forms(self.shelf, level)

    def form(self, form_id: str) -> AwardForm:
        """One award form; raises `Refused` when unknown or not in force (hình thức khen thưởng)."""
        return authority.form(self.shelf, form_id)

    def may_decide(self, level: Level, form_id: str) -> Ruling:
        """Whether the chair of a level decides this form (thẩm quyền)."""
        return authority.may_decide(self.shelf, level, form_id)

    def deciding_level(self, form_id: str) -> Level:
        """The level that decides a form (cấp quyết định); raises `Refused` like `form`."""
        return self.form(form_id).level

    def salary(self) -> Version:
        """The base salary in force; `.value["amount"]` in đồng (mức lương cơ sở)."""
        return bonus.salary(self.shelf)

    def bonus(self, form_id: str, recipient: str) -> Bonus:
        """The prize money with its arithmetic (tiền thưởng); raises `Refused`, see `thidua.law.bonus`."""
        return bonus.bonus(self.shelf, form_id, recipient)

    def dossier(self, form_id: str, recipient: str) -> tuple[DossierPart, ...]:
        """The papers of a dossier (thành phần hồ sơ)."""
        return procedure.dossier(self.shelf, form_id, recipient)

    def report_form(self) -> ReportForm | None:
        """The form of the achievement report in a campaign (mẫu báo cáo thành tích)."""
        return procedure.prescribed_form(self.shelf, "report_campaign")

    def report_sections(self, recipient: str) -> tuple[ReportSection, ...]:
        """The headings of that report for a kind of recipient (các mục của báo cáo)."""
        return procedure.report_sections(self.shelf, recipient)

    def posting_required(self, form_id: str) -> Posting | None:
        """The posting the law asks for before a form is given (niêm yết lấy ý kiến)."""
        return procedure.posting_required(self.shelf, form_id)

    def submission_form(self) -> ReportForm | None:
        """The form of the submission, None where none is prescribed (mẫu tờ trình)."""
        return procedure.prescribed_form(self.shelf, "submission")

    def grounds(self, purpose: Purpose, level: Level = "xa") -> tuple[str, ...]:
        """The lines of grounds for a paper, "Căn cứ Luật …", without the mark at the end (căn cứ)."""
        return tuple(f"Căn cứ {source.citation}" for source in self.ground_sources(purpose, level))

    def ground_sources(self, purpose: Purpose, level: Level = "xa") -> tuple[Source, ...]:
        """The acts behind the grounds, with `confirmed` for each citation (văn bản làm căn cứ)."""
        return procedure.ground_sources(self.shelf, purpose, level)

    def unseen_grounds(self, purpose: Purpose, level: Level = "xa") -> tuple[Source, ...]:
        """The acts among those grounds that nobody has seen in the original (căn cứ chưa xác nhận)."""
        return procedure.unseen_sources(self.shelf, purpose, level)

    def certificate_layout(self) -> Ruling:
        """On what the printed layout of certificates rests (mẫu giấy khen, bằng khen)."""
        return procedure.certificate_layout(self.shelf)

    def revocation_basis(self) -> Ruling:
        """On what the cancelling of an award rests (căn cứ hủy bỏ, thu hồi)."""
        return procedure.revocation_basis(self.shelf)

    def gold_book_rule(self) -> GoldBookRule:
        """How the gold-book number runs (số sổ vàng)."""
        return procedure.gold_book_rule(self.shelf)

    def council_rule(self, form_id: str) -> CouncilRule:
        """Quorum and threshold for a form (quy tắc biểu quyết); raises `Refused` when a local rule waits."""
        return procedure.council_rule(self.shelf, form_id)

    def deadline(self, deadline_id: str) -> Deadline:
        """A time limit (thời hạn); raises `Refused` when unknown or a local rule waits."""
        return procedure.deadline(self.shelf, deadline_id)

    def principles(self) -> tuple[Version, ...]:
        """The principles in force (nguyên tắc khen thưởng), for the page beside the appraisal."""
        entries = self.shelf.books.subjects["principles"].values()
        return tuple(version for entry in entries if (version := entry.on(self.day)))

    def check(self, case: eligibility.Case) -> tuple[Ruling, ...]:
        """All rulings on a nomination (kết quả thẩm định bằng máy)."""
        return examine.check_case(self.shelf, case)


def rulebook_on(
    day: date, local: Mapping[str, LocalValue] | None = None, *, titles: Iterable[LocalTitle] = ()
) -> Rulebook:
    """Open the law books on a day with the local rules an office has confirmed and the titles that its
    locality sets (mở sổ pháp luật).

    Căn cứ: không (quy ước nội bộ).
    """
    books = with_titles(load_books(), titles)
    return Rulebook(Shelf(books, day, LocalRules(books, day, MappingProxyType(dict(local or {})))))
