// Makes the smallest files of each kind, byte by byte.

const ORGAN = '柳溪镇人民政府2025年政府信息公开工作年度报告';
const xml = (body) => '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + body;
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A Word document with a title, a paragraph and a table with merged cells. */
export function docx(sentence = '全年共收到申请26件。') {
  const paragraph = (text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const cell = (text, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${text === null ? '<w:p/>' : paragraph(text)}</w:tc>`;
  const document = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    + paragraph(ORGAN) + paragraph('一、总体情况') + paragraph(sentence)
    + '<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>'
    + `<w:tr>${cell('甲', '<w:vMerge w:val="restart"/>')}${cell('乙', '<w:gridSpan w:val="2"/>')}</w:tr>`
    + `<w:tr>${cell(null, '<w:vMerge/>')}${cell('1')}${cell('2')}</w:tr></w:tbl>${paragraph('完。')}</w:body></w:document>`;
  return zip({
    '[Content_Types].xml': xml('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
      + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
      + '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'),
    '_rels/.rels': xml(`<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`),
    'word/document.xml': xml(document),
  });
}

/** A workbook with one sheet, 表三, whose cell B2 holds 26. */
export function xlsx() {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const text = (at, words) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
  return zip({
    '[Content_Types].xml': xml('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
      + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
      + '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
      + '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'),
    '_rels/.rels': xml(`<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
    'xl/workbook.xml': xml(`<workbook xmlns="${main}" xmlns:r="${OFFICE}"><sheets><sheet name="表三" sheetId="1" r:id="r1"/></sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': xml(`<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`),
    'xl/worksheets/sheet1.xml': xml(`<worksheet xmlns="${main}"><sheetData>`
      + `<row r="1">${text('A1', '项目')}${text('B1', '自然人')}</row><row r="2">${text('A2', '一、本年新收政府信息公开申请数量')}<c r="B2"><v>26</v></c></row>`
      + '</sheetData></worksheet>'),
  });
}

/**
 * A PDF; each page is lines of text at a place: from the left and from the top in points.
 * @param {{ text: string, left: number, top: number }[][]} pages
 */
export function pdf(pages) {
  const utf16 = (text) => Buffer.from(text, 'utf16le').swap16().toString('hex');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, index) => `${6 + index * 2} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>',
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000>>',
    // Each code is the character itself.
    stream('/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange '
      + '1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end'),
  ];
  for (const [index, lines] of pages.entries()) {
    const content = lines.map(({ text, left, top }) => `BT /F 12 Tf ${left} ${842 - top - 12 * 0.88} Td <${utf16(text)}> Tj ET`).join('\n');
    objects.push(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents ${7 + index * 2} 0 R>>`, stream(content));
  }
  let file = '%PDF-1.4\n';
  const starts = objects.map((object, index) => {
    const start = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')}`;
  return Buffer.from(`${file}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`, 'latin1');
}

function stream(content) {
  return `<</Length ${content.length}>>\nstream\n${content}\nendstream`;
}

/** A ZIP whose parts are not compressed. */
function zip(parts) {
  const [local, central] = [[], []];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const [title, body] = [Buffer.from(name), Buffer.from(text)];
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0); // the version that is needed; no flags, not compressed, no date
    head.writeUInt32LE(crc32(body), 10);
    head.writeUInt32LE(body.length, 14);
    head.writeUInt32LE(body.length, 18);
    head.writeUInt16LE(title.length, 22);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    local.push(Buffer.from('PK\x03\x04', 'latin1'), head, title, body);
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, entry, title);
    offset += 4 + 26 + title.length + body.length;
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(18);
  const count = Object.keys(parts).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, list, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xEDB88320 : 0);
  }
  return ~crc >>> 0;
}
