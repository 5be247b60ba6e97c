use crate::document::{Block, Document, Table};

fn read(source: &str) -> Document {
    assert!(super::is_html(source), "{source}");
    super::read(source)
}

fn paragraphs(source: &str) -> Vec<String> {
    let document = read(source);
    document.paragraphs().map(|paragraph| document.str(paragraph.span).to_owned()).collect()
}

/// The cells of a table, a row a line: text, and column and spans where they are not those of a plain cell.
fn grid(document: &Document, table: &Table) -> Vec<String> {
    let rows = (0..table.rows).map(|row| {
        let cells = table.row(row).iter().map(|cell| {
            let text = document.str(cell.span);
            match (cell.row_span, cell.column_span) {
                (1, 1) => format!("{}:{text}", cell.column),
                (rows, columns) => format!("{}:{text}({rows}x{columns})", cell.column),
            }
        });
        cells.collect::<Vec<_>>().join(" ")
    });
    rows.collect()
}

fn tables(source: &str) -> Vec<Vec<String>> {
    let document = read(source);
    document.tables().map(|table| grid(&document, table)).collect()
}

#[test]
fn inline_elements_and_white_space_do_not_part_words() {
    let source = "<p>\u{3000}\u{3000}2021 年，我镇<span>认</span><b>真</b>\n   落实&nbsp;&nbsp;<i>《条例》</i>\n and  more<o:p></o:p></p>";
    assert_eq!(paragraphs(source), ["2021 年，我镇认真落实 《条例》 and more"]);
}

#[test]
fn blocks_and_line_breaks_part_paragraphs() {
    let source = "<div>一、总体情况<br><br>正文。<div>内层</div>后文<p>段一<p>段二<ul><li>甲<li>乙</ul></div>";
    assert_eq!(paragraphs(source), ["一、总体情况", "正文。", "内层", "后文", "段一", "段二", "甲", "乙"]);
}

#[test]
fn headings_have_levels() {
    let document = read("<h1>标题<br>下半</h1><h2><span>一、总体情况</span></h2><p>正文");
    let levels: Vec<_> = document.paragraphs().map(|paragraph| paragraph.level).collect();
    assert_eq!(levels, [Some(1), Some(1), Some(2), None]);
}

#[test]
fn what_is_not_shown_is_dropped() {
    let source = "<head><title>页</title><style>p{}</style></head><nav>导航</nav><header>页眉</header><p>甲<span style='DISPLAY: none'>藏<span>藏</span></span>乙\
                  <del>删</del><p hidden>藏<p>丙<select><option>省<option>市</select><script>var a='<p>x</p>'</script>\
                  <p style='mso-hide:all'>藏</p><!--[if mso]><p>条件</p><![endif]--><footer>页脚</footer><svg/>丁";
    assert_eq!(paragraphs(source), ["甲乙", "丙", "丁"]);
}

#[test]
fn forms_and_headers_of_articles_stay() {
    assert_eq!(paragraphs("<form><article><header><h1>标题</h1></header><p>正文"), ["标题", "正文"]);
}

#[test]
fn an_open_hidden_element_ends_with_what_is_around_it() {
    assert_eq!(paragraphs("<div><nav><ul><li>甲</div><p>正文</p>"), ["正文"]);
    assert_eq!(tables("<table><tr><td>甲<td style='display:none'>藏<td>乙</table>"), [["0:甲 1:乙"]]);
}

#[test]
fn merged_cells_stand_in_the_grid() {
    let source = "<table><tr><td rowspan=3 colspan=3>勾稽<td colspan=7>申请人情况<tr><td rowspan=2>自然人<td colspan=5>法人\
                  <td rowspan=2>总计<tr><td>商业<td>科研<td>社会<td>法律<td>其他<tr><td colspan=3>一、新收<td>1<td>2<td>3<td>4<td>5<td>6<td></table>";
    let expected = [
        "0:勾稽(3x3) 3:申请人情况(1x7)",
        "3:自然人(2x1) 4:法人(1x5) 9:总计(2x1)",
        "4:商业 5:科研 6:社会 7:法律 8:其他",
        "0:一、新收(1x3) 3:1 4:2 5:3 6:4 7:5 8:6 9:",
    ];
    assert_eq!(tables(source), [expected]);
}

#[test]
fn spans_end_at_groups_and_at_other_cells() {
    let source = "<table><thead><tr><th rowspan=0>甲<th>乙</thead><tbody><tr><td>1<td rowspan=9>2<tr><td colspan=99999>3<tr><td>4</table>";
    let expected = ["0:甲 1:乙", "0:1 1:2(3x1)", "0:3", "0:4"];
    assert_eq!(tables(source), [expected]);
}

#[test]
fn a_cell_is_one_line() {
    let source = "<table><tr><td><p>三</p><p>、</p>本<br>年<br/>度<td>a<br>b|c<td>\n 0 \n</table>";
    let document = read(source);
    assert_eq!(tables(source), [["0:三、本年度 1:a b¦c 2:0"]]);
    assert_eq!(document.text, "| 三、本年度 | a b¦c | 0 |");
}

#[test]
fn the_text_has_empty_places_for_merged_cells() {
    let document = read("<p>前<table><tr><td rowspan=2>甲<td>乙<td rowspan=2 colspan=2>丙<tr><td>丁</table>后");
    assert_eq!(document.text, "前\n| 甲 | 乙 | 丙 |  |\n|  | 丁 |  |  |\n后");
}

#[test]
fn frames_for_layout_are_unwrapped() {
    let source = "<table><tr><td><a>首页</a><td><table><tr><td><h1>标题</h1><p>正文。</p><table><tr><td>规章<td>0</table><p>尾。</table></table>";
    let document = read(source);
    let order: Vec<_> = document.blocks.iter().map(|block| document.str(block.span())).collect();
    assert_eq!(order, ["首页", "标题", "正文。", "规章 | 0", "尾。"]);
    assert!(matches!(document.blocks[3], Block::Table(_)));
}

#[test]
fn running_text_alone_in_a_row_divides_a_table() {
    let source =
        "<table><tr><td>规章<td>0<tr><td colspan=2>注：本表由办公室填写。<tr><td rowspan=9>许可<td>1<tr><td>2</table>";
    let expected = [vec!["0:规章 1:0"], vec!["0:许可(2x1) 1:1", "1:2"]];
    assert_eq!(tables(source), expected);
    assert_eq!(paragraphs(source), ["注：本表由办公室填写。"]);
}

#[test]
fn tables_of_plain_text_in_a_page_are_read() {
    for source in [
        "<p>前。<br>规章 | 0 | 1 |<br>文件 | 2 | 3 |",
        "<p>前。<p>规章 0 1<p>文件 2 3",
        "<p>前。<pre>规章\t0\t1\n文件\t2\t3</pre>",
        "<p>前。<div>规章</div><div>0</div><div>1</div><div>文件</div><div>2</div><div>3</div>",
    ] {
        assert_eq!(tables(source), [["0:规章 1:0 2:1", "0:文件 1:2 2:3"]], "{source}");
        assert_eq!(paragraphs(source), ["前。"]);
    }
}

#[test]
fn a_table_of_text_is_read_beside_one_without_numbers() {
    let source = "<table><tr><td>索引号<td>甲<tr><td>分类<td>乙</table><h2>一、总体情况</h2>正文。<br>规章\t0\t1<br>文件 2 3<br>许可 4 5";
    let document = read(source);
    assert_eq!(
        tables(source),
        [vec!["0:索引号 1:甲", "0:分类 1:乙"], vec!["0:规章 1:0 2:1", "0:文件 1:2 2:3", "0:许可 1:4 2:5"]]
    );
    assert_eq!(document.paragraphs().map(|paragraph| paragraph.level).collect::<Vec<_>>(), [Some(2), None]);
}

#[test]
fn word_and_its_clipboard() {
    let source = "Version:1.0\r\nStartHTML:0000000105\r\n<html xmlns:o=\"urn\"><body><!--StartFragment--><p class=MsoNormal><![if !supportLists]>\
                  <span style='mso-list:Ignore'>一、<span>&nbsp;&nbsp; </span></span><![endif]>总体情况<a class=msocomanchor>[用户1]</a></p>\
                  <table class=MsoTableGrid><tr><td><p class=MsoNormal>规章<o:p></o:p></p></td><td><p>0<o:p>&nbsp;</o:p></p></td></tr>\
                  <![if !supportMisalignedColumns]><tr height=0><td></td><td></td></tr><![endif]></table>\
                  <div style='mso-element:comment-list'><p>请核对</p></div><!--EndFragment-->";
    assert_eq!(paragraphs(source), ["一、总体情况"]);
    assert_eq!(tables(source), [["0:规章 1:0"]]);
}

#[test]
fn text_is_not_a_page() {
    for text in ["| 三、本年度<br>办理结果 | 0 |", "a < b", "关于印发<年度报告格式>的通知", "< p >", "<http://a.cn/p>"]
    {
        assert!(!super::is_html(text), "{text}");
    }
}
