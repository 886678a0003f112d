"""Words of official papers that a scanner or a tired hand gets wrong (từ ngữ văn bản hành chính)."""

from __future__ import annotations

_RIGHT = """
bứt phá|thế trận|chuyển đổi số|phong trào thi đua|thi đua|khen thưởng|tập thể|kế hoạch
tổ chức|thực hiện|tuyên truyền|vận động|hưởng ứng|nhiệm vụ|chỉ tiêu|tiêu chuẩn|thành tích
xuất sắc|tiêu biểu|điển hình|tiên tiến|nhân rộng|sáng kiến|giải pháp|sáng tạo|đoàn kết
phát triển|kinh tế|xã hội|quốc phòng|an ninh|trật tự|chính quyền|mặt trận Tổ quốc|đoàn thể
nông thôn|công chức|viên chức|chiến sĩ|lực lượng|vũ trang|truyền thống|chào mừng|ủy ban
hội đồng|thường trực|trách nhiệm|theo dõi|đôn đốc|kiểm tra|tổng kết|đề nghị|thẩm quyền
pháp luật|chủ trương|cải cách|hành chính|dịch vụ|trực tuyến|kỷ luật|kỷ cương|tiết kiệm
lãng phí|tham nhũng|tiêu cực|biên giới|chủ quyền|phối hợp|lãnh đạo|hoàn thành|nâng cao
chất lượng|hiệu quả|mô hình|công trình|phần việc|thiết thực|phát thanh|phòng Nội vụ|sở Nội vụ
huyện ủy|tỉnh ủy|đảng ủy|giấy khen|bằng khen|hỗ trợ|người lao động|người dân|môi trường
hệ thống|nguồn lực|khát vọng|phấn đấu|chủ động|kịp thời|đăng ký|bình xét|tình trạng|bồi dưỡng
gương mẫu|nông nghiệp|doanh nghiệp|học tập|rèn luyện|chính trị|trưởng phòng|hiệu trưởng
"""
_ALSO_RIGHT = "chiến sỹ|truyền thông|kỉ luật|kỉ cương|đăng kí|tính trạng|trường phong|trưởng phong"
# Written right: a text with the same letters but other marks is suspected.
PHRASES = tuple(phrase for line in _RIGHT.split("\n") if line for phrase in line.split("|"))
# Other words with the same letters, and other good spellings.
ALSO_RIGHT = frozenset(_ALSO_RIGHT.split("|"))
# Other words have the same letters: here only hỏi written for ngã, or ngã for hỏi, is suspected.
_HOOKS = """
nổi bật|nỗ lực|kỷ niệm|lĩnh vực|triển khai|cải tiến|cổ vũ|giữ vững|giữ gìn|dũng cảm|sẵn sàng
nghĩa vụ|bảo vệ|củng cố|khẩn trương|kiểm điểm|biểu dương|khẩu hiệu|sửa chữa|mâu thuẫn|dễ dàng
kỹ năng|kỹ thuật|mạnh mẽ|bền vững|vững chắc|vững mạnh|lễ hội|hưởng thụ|quản lý|tỷ lệ|tổng hợp
giải quyết|xử lý|cụ thể|chuẩn bị|bảo hiểm|giảm nghèo|trưởng thôn|tổ dân phố
"""
HOOKS = tuple(phrase for line in _HOOKS.split("\n") if line for phrase in line.split("|"))
# Letters or a syllable lost, which comparing without marks cannot find: what stands there, what is meant.
LOST = (
    (r"tong (?!teo\b)", "trong "),
    (r"tuyên tuyền", "tuyên truyền"),
    (r"hệ thống chính (?!trị|sách|quy|thức|quyền|thống)", "hệ thống chính trị "),
    (r"(?<!phân )(?<!dân )công (?=tuyên truyền|khen thưởng|thi đua)", "công tác "),
)
