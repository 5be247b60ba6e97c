//! What stands around a report: the frame of a portal's page, the head that Word puts on the clipboard.
use super::Style;
use crate::support::Draft;

/// Before and after, as Word or WPS.
pub fn word(style: &Style) -> [String; 2] {
    let before = if style.variant < 3 { WORD } else { WPS };
    [before.to_owned(), "<!--EndFragment-->\n</body>\n\n</html>\n".to_owned()]
}

/// Before and after, as a portal with layout tables or layers.
pub fn portal(draft: &Draft, style: &Style) -> [String; 2] {
    let organ = &draft.model.organ;
    let (open, close) = if style.variant.is_multiple_of(2) {
        (
            "<table width=\"1000\" align=\"center\"><tr><td width=\"220\"><ul><li>政府信息公开指南</li><li>政府信息公开制度</li><li>法定主动公开内容</li><li>政府信息公开年报</li></ul></td><td>\n<table class=\"con\"><tr><td>\n",
            "</td></tr></table>\n</td></tr></table>\n",
        )
    } else {
        (
            "<div class=\"main\"><div class=\"left\"><a href=\"/zn\">政府信息公开指南</a><a href=\"/nb\">政府信息公开年报</a></div>\n<div class=\"right\"><div class=\"article\"><div id=\"zoom\">\n",
            "</div></div></div></div>\n",
        )
    };
    let name = &organ.name;
    let title = draft.title();
    let before = format!(
        "<html>\n<head>\n<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">\n<title>{title}</title>\n\
         <style>td{{border:1px solid #ccc}} .tit{{font-size:24px}}</style>\n<script src=\"/js/jquery.js\"></script>\n\
         <script>var total = 7; if (1 < 2) {{ document.write('<td>9</td>'); }}</script>\n</head>\n<body onload=\"count()\">\n\
         <div class=\"top\"><a href=\"/\">首页</a> | <a href=\"/zwgk\">政务公开</a> | <a href=\"/zwfw\">政务服务</a> | <a href=\"/hdjl\">互动交流</a></div>\n\
         <div class=\"pos\">您的位置：<a href=\"/\">首页</a> &gt; <a href=\"/xxgk\">政府信息公开</a> &gt; <a href=\"/nb\">政府信息公开年报</a></div>\n{open}"
    );
    let after = format!(
        "<div class=\"share\">分享到：<a href=\"#\">微信</a> <a href=\"#\">微博</a>　【<a href=\"javascript:window.print()\">打印</a>】【<a href=\"javascript:window.close()\">关闭</a>】</div>\n\
         {close}<!-- 底部 -->\n<div class=\"foot\">主办：{name}　<a href=\"#\">网站地图</a>　<a href=\"#\">联系我们</a><br>ICP备案号：备2020000001号　网站标识码：3300000012</div>\n\
         <script>/* 统计 */ var hits = document.getElementById('hits');</script>\n</body>\n</html>\n"
    );
    [before, after]
}

/// The line that a portal puts under a title; the report is published in the year after its own.
pub fn info(draft: &Draft) -> String {
    let year = draft.model.year + 1;
    format!("<div class=\"info\">发布时间：{year}-01-20　来源：本站　浏览次数：<span id=\"hits\"></span></div>\n")
}

const WORD: &str = r#"<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/user/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml>
 <w:WordDocument>
  <w:View>Normal</w:View>
  <w:Zoom>0</w:Zoom>
  <w:PunctuationKerning/>
 </w:WordDocument>
</xml><![endif]-->
<style>
<!--
 /* Font Definitions */
 @font-face
	{font-family:宋体;
	panose-1:2 1 6 0 3 1 1 1 1 1;}
 /* Style Definitions */
 p.MsoNormal, li.MsoNormal, div.MsoNormal
	{mso-style-unhide:no;
	margin:0cm;
	text-align:justify;}
-->
</style>
<!--[if gte mso 10]>
<style>
 /* Style Definitions */
 table.MsoNormalTable
	{mso-style-name:普通表格;}
</style>
<![endif]-->
</head>

<body lang=ZH-CN style='tab-interval:21.0pt;text-justify-trim:punctuation'>
<!--StartFragment-->

"#;

const WPS: &str = r#"<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><meta name="ProgId" content="Word.Document" /><meta name="Generator" content="Microsoft Word 14" /><title></title><!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>user</o:Author></o:DocumentProperties></xml><![endif]--><style>
p.MsoNormal{mso-style-name:正文;margin:0pt;text-align:justify;font-family:'Times New Roman';}
span.10{font-family:'Times New Roman';}
</style></head><body style="tab-interval:21pt;text-justify-trim:punctuation;" ><!--StartFragment-->"#;
