"""Thi Đua: một phong trào thi đua của địa phương, từ kế hoạch phát động đến giấy khen và báo cáo tổng kết."""
