"""Words that the invented school's records are made of; sentences are new, names are common ones put together by chance."""

SURNAMES = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Trịnh", "Mai", "Phan"]
MIDDLE = ["Thị", "Văn", "Minh", "Thanh", "Ngọc", "Quang", "Thu", "Bảo", "Gia", "Hải", "Kim", "Phương", "Quốc", "Xuân"]
FEMALE = ["Anh", "Bình", "Chi", "Dung", "Giang", "Hà", "Hằng", "Hoa", "Hương", "Lan", "Linh", "Mai", "Nga", "Nhung", "Oanh", "Thảo", "Trang", "Vân", "Yến"]
MALE = ["An", "Cường", "Dũng", "Đạt", "Hiếu", "Hùng", "Khôi", "Long", "Nam", "Phúc", "Quân", "Sơn", "Thành", "Tùng", "Việt"]

# Id, first grade, last grade, periods a week.
SUBJECTS = [
    ("toan", 1, 5, 5), ("tieng-viet", 1, 5, 7), ("tu-nhien-xa-hoi", 1, 3, 2), ("khoa-hoc", 4, 5, 2),
    ("lich-su-dia-li", 4, 5, 2), ("dao-duc", 1, 5, 1), ("cong-nghe", 3, 5, 1), ("hdtn", 1, 5, 3),
    ("tieng-anh", 3, 5, 4), ("tin-hoc", 3, 5, 1), ("gdtc", 1, 5, 2), ("am-nhac", 1, 5, 1), ("mi-thuat", 1, 5, 1),
]

TOPICS = {
    "toan": ["Phép cộng có nhớ", "Phép trừ có nhớ", "Bảng nhân và bảng chia", "So sánh các số", "Hình chữ nhật và hình vuông", "Đo độ dài", "Đo khối lượng", "Xem đồng hồ", "Tìm thành phần chưa biết", "Bài toán có hai bước tính", "Biểu đồ tranh", "Chu vi và diện tích"],
    "tieng-viet": ["Đọc câu chuyện về tình bạn", "Viết đoạn văn tả cây cối", "Từ chỉ hoạt động", "Dấu câu trong đoạn văn", "Nghe và kể lại câu chuyện", "Mở rộng vốn từ về quê hương", "Viết thư cho người thân", "Đọc bài thơ về dòng sông", "Danh từ và động từ", "Lập dàn ý bài văn kể chuyện"],
    "tu-nhien-xa-hoi": ["Gia đình và họ hàng", "An toàn trên đường đến trường", "Cây cối quanh em", "Con vật nuôi trong nhà", "Cơ quan vận động", "Các mùa trong năm", "Giữ sạch lớp học"],
    "khoa-hoc": ["Tính chất của nước", "Không khí quanh ta", "Sự truyền âm thanh", "Ánh sáng và bóng tối", "Chất dinh dưỡng trong thức ăn", "Sự lớn lên của cây", "Nấm có ích và nấm có hại"],
    "lich-su-dia-li": ["Làm quen với bản đồ", "Sông ngòi và đồng bằng", "Làng nghề truyền thống", "Lễ hội ở địa phương", "Dân cư miền núi", "Khí hậu và mùa màng"],
    "dao-duc": ["Giữ lời hứa", "Biết ơn người lao động", "Quan tâm hàng xóm", "Bảo quản đồ dùng", "Tôn trọng sự khác biệt", "Tự giác học tập"],
    "cong-nghe": ["Sử dụng đèn học an toàn", "Gieo hạt trong chậu", "Lắp ghép mô hình bập bênh", "Làm thước kẻ bằng bìa", "Quạt điện trong nhà"],
    "hdtn": ["Lớp học phân loại rác", "Kế hoạch chi tiêu nhỏ", "Thời gian biểu của em", "Trò chơi dân gian", "Góc sách dùng chung", "Chăm sóc bồn hoa"],
    "tieng-anh": ["Unit 1 My new friends", "Unit 2 Time and daily routines", "Unit 3 My week", "Unit 4 At the market", "Unit 5 Things we can do", "Unit 6 Our school rooms"],
    "tin-hoc": ["Gõ phím hàng cơ sở", "Sắp xếp tệp và thư mục", "Lặp trong chương trình Scratch", "Tìm thông tin bằng từ khoá", "Trang trình chiếu đầu tiên", "Nhân vật nói và di chuyển"],
    "gdtc": ["Biến đổi đội hình hàng ngang", "Đi kiễng gót theo vạch", "Tung và bắt bóng", "Nhảy dây chụm chân", "Động tác vươn thở", "Di chuyển vượt chướng ngại vật"],
    "am-nhac": ["Gõ đệm theo phách", "Đọc nhạc bậc thấp", "Nghe nhạc cụ dân tộc", "Vận động theo nhịp hai bốn", "Thổi nốt đầu tiên"],
    "mi-thuat": ["Trang trí khăn vuông", "Màu đậm và màu nhạt", "Nặn con vật quen thuộc", "Tranh in từ lá cây", "Chân dung người thân"],
}
VARIANTS = ["", "", "", " (tiếp theo)", " (luyện tập)", " (thực hành)", " (ôn tập)", " (mở rộng)"]

THINGS = {
    "toan": ["phép tính", "bài toán", "hình vẽ trên lưới ô vuông", "bảng số", "tia số"],
    "tieng-viet": ["đoạn văn", "câu văn", "từ ngữ khó", "ý chính", "nhân vật"],
    "tu-nhien-xa-hoi": ["bức tranh", "sơ đồ", "tình huống", "bảng quan sát"],
    "khoa-hoc": ["thí nghiệm", "dự đoán", "kết quả đo", "sơ đồ"],
    "lich-su-dia-li": ["lược đồ", "bức ảnh tư liệu", "bảng số liệu", "câu chuyện lịch sử"],
    "dao-duc": ["tình huống", "lời hứa", "câu chuyện", "việc làm tốt"],
    "cong-nghe": ["sản phẩm", "bước lắp", "dụng cụ", "bản vẽ"],
    "hdtn": ["kế hoạch của nhóm", "phiếu việc", "sản phẩm chung", "điều đã hứa"],
    "tieng-anh": ["mẫu câu", "đoạn hội thoại", "thẻ từ", "câu hỏi"],
    "tin-hoc": ["tệp", "khối lệnh", "thư mục", "trang trình chiếu"],
    "gdtc": ["động tác", "lượt chạy", "đội hình", "nhịp đếm"],
    "am-nhac": ["câu hát", "mẫu tiết tấu", "nốt nhạc", "động tác đệm"],
    "mi-thuat": ["nét vẽ", "mảng màu", "hoạ tiết", "bố cục"],
}

WORDS = {
    "group": ["từng cặp", "nhóm bốn em", "cả lớp", "mỗi tổ", "nhóm sáu em", "hai bàn quay lại", "từng em", "tổ trưởng mỗi tổ", "các bạn bàn đầu", "nhóm tự chọn"],
    "tool": ["bảng con", "thẻ số", "phiếu học tập", "tranh phóng to", "que tính", "bút dạ", "giấy khổ lớn", "vở nháp", "máy chiếu", "bộ thẻ màu", "đồng hồ bấm giờ", "hộp câu hỏi"],
    "way": ["chậm rãi", "bằng lời của mình", "theo thứ tự", "trước lớp", "trong hai phút", "từng bước một", "rõ ràng", "bằng sơ đồ", "theo mẫu", "không nhìn sách"],
    "ask": ["Vì sao em chọn cách này", "Có cách nào ngắn hơn không", "Điều gì sẽ xảy ra nếu ta đổi thứ tự", "Em thấy điểm nào giống nhau", "Ai có ý kiến khác", "Làm thế nào để kiểm tra lại", "Chỗ nào dễ nhầm nhất"],
    "answer": ["vì hai phần bằng nhau", "vì đã có trong ví dụ đầu", "có, nếu ta làm từ phải sang trái", "kết quả không đổi", "điểm giống nhau là số bước", "kiểm tra lại bằng cách làm ngược", "dễ nhầm ở bước thứ hai"],
    "place": ["quanh lớp", "ngoài sân trường", "ở góc thư viện", "trên bảng phụ", "trong vườn trường", "ở nhà", "trên đường về", "ở bàn của mình"],
    "praise": ["nêu một điểm tốt và một điểm cần sửa", "ghi lại ý hay lên bảng", "khen nhóm biết chờ bạn nói hết", "mời nhóm chậm trình bày trước", "cho điểm bằng ba ngôi sao giấy"],
    "habit": ["đọc kĩ đề trước khi làm", "so lại kết quả với bạn", "ghi đơn vị", "nói đủ câu", "giữ trật tự khi đổi nhóm", "cất đồ dùng đúng chỗ", "nhìn lại mẫu", "đếm thầm theo nhịp"],
}

AIMS = [
    "Nêu được {n} ý chính về {topic} và lấy được ví dụ {place}.",
    "Thực hiện được {thing} với {tool}, sai không quá một lần trong {n} lượt.",
    "Giải thích được {way} cách làm của nhóm mình khi gặp {thing} mới.",
    "Vận dụng được điều đã học về {topic} vào một việc cụ thể {place}.",
    "Phân biệt được hai trường hợp thường nhầm và nói rõ lí do {way}.",
    "Năng lực: hợp tác theo {group}, biết phân việc và báo kết quả đúng giờ.",
    "Năng lực: tự kiểm tra {thing} của mình trước khi đổi cho bạn.",
]
QUALITIES = [
    "Phẩm chất: chăm chỉ, biết {habit}.", "Phẩm chất: trách nhiệm với phần việc được giao, luôn {habit}.",
    "Phẩm chất: trung thực khi tự đánh giá, nhớ {habit}.", "Phẩm chất: nhân ái, giúp bạn {habit}.",
]
TOOLS = [
    "{tool} cho {group}", "{n} tờ phiếu in sẵn {thing}", "tranh minh hoạ {topic}", "{tool} và {tool}",
    "video ngắn {n} giây tự quay", "sách giáo khoa, vở bài tập", "{n} thẻ câu hỏi hai màu", "bút chì, thước kẻ, {tool}",
]
TEACHER = [
    "Đưa {thing} lên bảng, hỏi: \"{ask}?\" rồi dành {n} giây cho {group} suy nghĩ.",
    "Chia lớp theo {group}, phát {tool}; yêu cầu trao đổi {way} trong {n} giây đầu.",
    "**Bài {n}.** Nêu yêu cầu về {topic}, làm mẫu một {thing} và nhắc lớp {habit}.",
    "Quan sát {place}, ghi lại {n} lỗi hay gặp khi làm {thing}, chưa chữa ngay.",
    "Mời {group} trình bày {way}; hỏi thêm: \"{ask}?\"",
    "Chốt lại ba bước làm với {thing}; gạch chân bước mà nhiều em còn quên.",
    "Tổ chức trò chơi tiếp sức với {n} lượt, mỗi lượt một {thing} khác nhau.",
    "Cho lớp so {thing} ở hai bảng phụ và tìm chỗ khác nhau.",
    "Giao việc tiếp nối: tìm {place} một ví dụ về {topic}, ghi {way}.",
    "Nhận xét giờ học, {praise}; dặn lớp {habit}.",
    "Đọc câu hỏi số {n} trong hộp; {group} giơ {tool} để trả lời.",
    "Gợi ý cho em còn lúng túng bằng {tool}, giữ nguyên yêu cầu với {thing}.",
]
PUPIL = [
    "Suy nghĩ rồi nói với bạn bên cạnh: {answer}.",
    "Làm {thing} vào {tool}, đổi bài và {habit}.",
    "Đại diện {group} trình bày {way}; nhóm khác bổ sung {n} ý.",
    "Trả lời: {answer}; một số em nêu thêm ví dụ {place}.",
    "Thực hiện {n} lượt, tự ghi số lượt đúng vào phiếu.",
    "Nêu cách làm khác: dùng {tool} trước, sau đó mới viết {thing}.",
    "Nhắc lại ba bước {way}, chỉ vào chỗ dễ nhầm.",
    "Chơi theo luật, cổ vũ bạn, báo kết quả là {n} điểm.",
    "Sửa {thing} bằng bút màu khác và nói lí do: {answer}.",
    "Lắng nghe, ghi việc về nhà vào sổ, hỏi lại nếu chưa rõ.",
]
ADJUSTMENTS = [
    "Phần mở đầu nhanh hơn dự kiến {n} phút, nên chuyển thời gian cho luyện tập.",
    "Khoảng {n} em cần nhắc {thing}; lần sau làm mẫu thêm một lượt trước khi chia nhóm.",
    "Phiếu thứ hai hơi dài, nên bỏ câu cuối và để làm ở nhà.",
    "Hoạt động nhóm ồn khi đổi chỗ; giờ sau giữ nguyên bàn và chỉ đổi phiếu.",
    "Ví dụ gần gũi giúp lớp hiểu nhanh, giữ lại cho năm sau; nhắc lớp {thing} ngay từ đầu giờ.",
    "Còn {n} em chưa xong bài cuối, sẽ bù vào đầu tiết sau.",
    "Trò chơi nên có {n} lượt, nhiều hơn thì lớp mất tập trung.",
]
