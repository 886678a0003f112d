"""Addresses of records: people, collectives, households and their histories (hồ sơ khen thưởng)."""

from django.urls import path, register_converter

from thidua.web.views import duplicates, exclusions, past_awards, records, remembered


class CandidateKind:
    """What a record is of, written the Vietnamese way in the address (loại đối tượng)."""

    regex = "ca-nhan|tap-the|ho-gia-dinh"
    words = {"ca-nhan": "individual", "tap-the": "collective", "ho-gia-dinh": "household"}

    def to_python(self, value: str) -> str:
        return self.words[value]

    def to_url(self, value: str) -> str:
        return next(word for word, kind in self.words.items() if kind == value)


class EntryKind:
    """What an old paper says: an award or a discipline."""

    regex = "khen-thuong|ky-luat"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(CandidateKind, "candidate_kind")
register_converter(EntryKind, "entry_kind")

urlpatterns = [
    path("co-quan/ho-so/", records.records, name="all-records"),
    path("co-quan/ho-so/<candidate_kind:kind>/", records.records, name="records"),
    path("co-quan/ho-so/<candidate_kind:kind>/trung/", duplicates.duplicates, name="duplicates"),
    path("co-quan/ho-so/<candidate_kind:kind>/<uuid:pk>/", records.record, name="record"),
    path("co-quan/ho-so/<candidate_kind:kind>/<uuid:pk>/tach/", records.unmerge, name="record-unmerge"),
    path(
        "co-quan/ho-so/<candidate_kind:kind>/<uuid:one>/so/<uuid:other>/",
        duplicates.compare,
        name="compare-records",
    ),
    path(
        "co-quan/ho-so/<candidate_kind:kind>/<uuid:pk>/ghi/<entry_kind:what>/",
        remembered.entry_new,
        name="entry-new",
    ),
    path("co-quan/ho-so/da-ghi/<entry_kind:what>/<uuid:pk>/", remembered.entry, name="entry"),
    path("co-quan/ho-so/da-ghi/<entry_kind:what>/<uuid:pk>/bo/", remembered.entry_out, name="entry-out"),
    path(
        "co-quan/ho-so/da-ghi/<entry_kind:what>/<uuid:pk>/lay-lai/", remembered.entry_back, name="entry-back"
    ),
    path("co-quan/ho-so/can-cuoc/<uuid:pk>/", records.identity_number, name="identity-number"),
    path("co-quan/ho-so/can-cuoc/<uuid:pk>/bo/", records.identity_number_out, name="identity-number-out"),
    path("co-quan/chua-xet/", exclusions.exclusions, name="exclusions"),
    path("co-quan/chua-xet/ghi/", exclusions.exclusion_new, name="exclusion-new"),
    path("co-quan/chua-xet/nhap/", exclusions.exclusions_import, name="exclusions-import"),
    path("co-quan/chua-xet/nhap/mau.xlsx", exclusions.exclusions_template, name="exclusions-template"),
    path("co-quan/chua-xet/nhap/<uuid:pk>/", exclusions.exclusions_preview, name="exclusions-preview"),
    path("co-quan/chua-xet/nhap/<uuid:pk>/loi.xlsx", exclusions.exclusions_faults, name="exclusions-faults"),
    path("co-quan/chua-xet/<uuid:pk>/bo/", exclusions.exclusion_out, name="exclusion-out"),
    path("co-quan/chua-xet/<uuid:pk>/dua-lai/", exclusions.exclusion_back, name="exclusion-back"),
    path("co-quan/khen-thuong-cu/", past_awards.past_awards, name="past-awards"),
    path("co-quan/khen-thuong-cu/mau.xlsx", past_awards.template, name="past-awards-template"),
    path("co-quan/khen-thuong-cu/<uuid:pk>/", past_awards.preview, name="past-awards-preview"),
    path("co-quan/khen-thuong-cu/<uuid:pk>/loi.xlsx", past_awards.faults, name="past-awards-faults"),
]
