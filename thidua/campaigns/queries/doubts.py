"""Why the reader is not sure of a value, in a sentence (vì sao chưa chắc)."""

from __future__ import annotations

from thidua.campaigns.models import Proposal
from thidua.reading.source import Source
from thidua.vietnamese.text import fold, squeeze

REASONS = (
    ("title", "Tên phong trào ghép từ nhiều dòng; có thể thừa hoặc thiếu chữ."),
    ("theme", "Chủ đề nằm trong câu, không đứng riêng."),
    ("occasion", "Nhân dịp lấy ra từ một câu dài hơn."),
    ("scope_text", "Phạm vi lấy ra từ một câu dài hơn."),
    ("eligible", "Đối tượng tách ra từ một câu liệt kê; có thể gộp hoặc sót nhóm."),
    ("targets", "Chỉ tiêu nhận ra nhờ con số trong câu."),
    ("quotas", "Số lượng nhận ra nhờ con số trong câu."),
    ("dossier", "Thành phần hồ sơ tách ra từ một câu liệt kê."),
    ("deadlines", "Thời hạn nằm trong câu, không có mục riêng."),
    ("award_principles", "Đứng trong phần khen thưởng mà không thuộc hình thức nào."),
    ("awards", "Hình thức nhận ra trong câu, không có mục riêng."),
    ("signer", "Đọc ở chỗ ký cuối văn bản; hãy so từng chữ."),
)
UNUSUAL = "Đứng ở chỗ khác với bố cục quen của kế hoạch."
INFERRED = "Suy ra từ câu chữ, không chép nguyên văn."


def doubt(value: Proposal, source: Source) -> str:
    """Why a person should look at this value (vì sao cần xem): it was read off a picture, it is not written
    so, or it was found elsewhere than usual.
    """
    start, end = value.starts or 0, value.ends or 0
    letters = [
        line.confidence
        for line in source.lines
        if line.confidence is not None and line.start < end and line.start + len(line.text) > start
    ]
    if letters:
        return f"Chữ nhận dạng từ ảnh, rõ {round(100 * min(letters))} %; hãy so với ảnh trang."
    said = squeeze(source.text[start:end])
    if fold(squeeze(value.value)) not in fold(said):
        return INFERRED
    return next((why for root, why in REASONS if value.path.startswith(root)), UNUSUAL)
