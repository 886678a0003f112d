"""What the parts of a signed file are called (tên các ô trong tệp ký số), and how large a key file may be."""

HEAD, ORGANISATION = "ChuKyNguoiKy", "ChuKyCoQuan"
BLANKS = {"So": "Số", "Ngay": "Ngày", "Thang": "Tháng", "Nam": "Năm"}
MAX_KEY_FILE = 100_000
