// Stands in for the glue of wasm-bindgen until the checker is there: a small reader and a few rules.
'use strict';
const wasm_bindgen = async () => {};
wasm_bindgen.Draft = class {
  constructor(name, source) {
    let text = typeof source === 'string' ? source : new TextDecoder().decode(source);
    if (text.trim() === '') throw '文件是空的。';
    if (text.startsWith('%PDF')) throw '这是 PDF 文件，目前读不了；请另存为网页或复制全文后粘贴。';
    this.text = '';
    this.blocks = [];
    const add = (t) => { const start = this.text.length; this.text += t; const end = this.text.length; this.text += '\n'; return { start, end }; };
    const plain = (h) => h.replace(/<br>/g, '\n').replace(/<[^>]*>/g, '').replace(/&lt;/g, '<').replace(/&amp;/g, '&').replace(/&nbsp;/g, ' ').trim();
    if (!/<(p|table|h1)\b/i.test(text)) {
      for (const line of text.split(/\r?\n/)) if (line.trim()) this.blocks.push({ type: 'paragraph', ...add(line.trim()), level: /^[一二三四五六]、/.test(line.trim()) ? 2 : 0 });
      return;
    }
    let section = null;
    for (const [, tag, , inner] of text.matchAll(/<(h[1-6]|p|table)\b([^>]*)>([\s\S]*?)<\/\1>/gi)) {
      if (tag !== 'table') {
        const t = plain(inner);
        if (!t) continue;
        const m = /^([一二三四五六])、/.exec(t);
        if (m) section = m[1];
        this.blocks.push({ type: 'paragraph', ...add(t), level: tag === 'p' ? 0 : +tag[1] });
        continue;
      }
      const rows = [...inner.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/gi)].map(([, row]) => [...row.matchAll(/<t[dh]([^>]*)>([\s\S]*?)<\/t[dh]>/gi)].map(([, attributes, cell]) => {
        const t = plain(cell);
        const span = (n) => +(new RegExp(n + '="(\\d+)"').exec(attributes) || [0, 1])[1];
        return { ...add(t), row_span: span('rowspan'), column_span: span('colspan'), header: !/^[\d./]*$/.test(t) };
      }));
      const columns = rows[0].reduce((sum, c) => sum + c.column_span, 0);
      this.blocks.push({ type: 'table', table: section, columns, rows });
    }
  }
  pieces() { return this.blocks.flatMap((b) => b.type === 'table' ? b.rows.flat() : [b]).filter((p) => p.start !== undefined); }
  view() { return JSON.parse(JSON.stringify({ text: this.text, blocks: this.blocks, notes: [] })); }
  edit(start, end, text) {
    const piece = this.pieces().find((p) => p.start <= start && end <= p.end);
    if (!piece) throw '修改的位置不在一个单元格或段落里。';
    const grown = text.length - (end - start);
    this.text = this.text.slice(0, start) + text + this.text.slice(end);
    for (const p of this.pieces()) {
      if (p === piece) p.end += grown;
      else if (p.start >= end) { p.start += grown; p.end += grown; }
    }
  }
  check() {
    const findings = [];
    const find = (code, severity, message, places, fixes = []) => findings.push({ code, name: code, severity, message, places: places.map((p) => ({ text: this.text.slice(p.start, p.end), line: 1, ...p })), fixes });
    let section = null;
    for (const block of this.blocks) {
      const t = this.text.slice(block.start, block.end);
      if (block.type === 'paragraph') {
        const m = /^([一二三四五六])、/.exec(t);
        if (m) section = m[1];
        const at = (word, f) => { const i = t.indexOf(word); if (i >= 0) f({ section, start: block.start + i, end: block.start + i + word.length }); };
        at('2024年1月1日至2024年12月31日', (p) => find('Y102', 'error', '统计期限应为 2025 年，实为 2024 年：报告年度是 2025 年，统计期限应当是当年 1 月 1 日至 12 月 31 日。', [p], [{ label: '改为 2025年1月1日至2025年12月31日', edits: [{ start: p.start, end: p.start + 4, text: '2025' }, { start: p.start + 10, end: p.start + 14, text: '2025' }] }]));
        at('412条', (p) => find('N101', 'warning', '主动公开政府信息 412 条，所列各项相加为 409 条（218+96+12+35+27+21），相差 3 条。请核对总数或者各项。', [p], [{ label: '改为 409', edits: [{ start: p.start, end: p.start + 3, text: '409' }] }]));
        at('26件', (p) => find('X101', 'error', '正文写收到 26 件，表三“本年新收”总计为 23 件。', [p], [{ label: '改为 23', edits: [{ start: p.start, end: p.start + 2, text: '23' }] }]));
        if (t === '六、其他需要汇报事项') find('S103', 'warning', '第六部分的标题应为“六、其他需要报告的事项”。', [{ section: '六', start: block.start, end: block.end }], [{ label: '改为 六、其他需要报告的事项', edits: [{ start: block.start, end: block.end, text: '六、其他需要报告的事项' }] }]);
        if (t.startsWith('2025年，青禾镇')) find('W101', 'hint', '段首建议写明报告机关全称。', [{ section, start: block.start, end: block.start }]);
        continue;
      }
      const label = [];
      block.rows.forEach((row) => {
        const value = (c) => this.text.slice(c.start, c.end);
        const numbers = row.filter((c) => !c.header);
        const heads = row.filter((c) => c.header).map(value);
        const place = (c, i) => ({ section: block.table, table: block.table, row: block.table === '四' ? '' : '三、本年度办理结果/' + heads.join('/'), column: ['自然人', '法人或其他组织/商业企业', '法人或其他组织/科研机构', '法人或其他组织/社会公益组织', '法人或其他组织/法律服务机构', '法人或其他组织/其他', '总计'][i % 7] || '', start: c.start, end: c.end });
        for (const c of row) if (value(c) === '规范性文件') find('L101', 'hint', '2021 年的格式写作“行政规范性文件”。', [place(c, 0)], [{ label: '改为 行政规范性文件', edits: [{ start: c.start, end: c.end, text: '行政规范性文件' }] }]);
        numbers.forEach((c, i) => {
          if (value(c) === '') find('V101', 'error', '这一格空白。没有的，应当填 0。', [place(c, i)], [{ label: '填 0', edits: [{ start: c.start, end: c.end, text: '0' }] }, { label: '填 6（正文：现行有效6件）', edits: [{ start: c.start, end: c.end, text: '6' }] }]);
          if (value(c) === '/') find('V102', 'warning', '这一格写作“/”。没有的，应当填 0。', [place(c, i)], [{ label: '改为 0', edits: [{ start: c.start, end: c.end, text: '0' }] }]);
        });
        if (numbers.length === 7) {
          const values = numbers.map((c) => +value(c));
          const sum = values.slice(0, 6).reduce((a, b) => a + b, 0);
          const wanted = values[6] - sum + values[0];
          if (sum !== values[6]) find('T201', 'error', `${heads.join(' ')}（自然人）应为 ${wanted}，实为 ${value(numbers[0])}：本行各列之和为 ${sum}，总计为 ${values[6]}；本列各项办理结果之和也相差 ${values[6] - sum}。`, [place(numbers[0], 0), ...numbers.slice(1).map((c, i) => ({ ...place(c, i + 1), note: i === 5 ? '总计' : '' }))], [{ label: '改为 ' + wanted, edits: [{ start: numbers[0].start, end: numbers[0].end, text: String(wanted) }] }]);
        }
        if (numbers.length === 15) {
          const v = numbers.map((c) => +value(c));
          for (const b of [0, 5, 10]) {
            const sum = v[b] + v[b + 1] + v[b + 2] + v[b + 3];
            if (sum !== v[b + 4]) find('T401', 'error', `行政复议 总计应为 ${sum}，实为 ${v[b + 4]}：${v.slice(b, b + 4).join('+')}=${sum}。`, [{ ...place(numbers[b + 4], 0), column: '行政复议/总计' }, ...numbers.slice(b, b + 4).map((c, i) => ({ ...place(c, 0), column: '行政复议/' + ['结果维持', '结果纠正', '其他结果', '尚未审结'][i], note: '合计的一项' }))], [{ label: '改为 ' + sum, edits: [{ start: numbers[b + 4].start, end: numbers[b + 4].end, text: String(sum) }] }]);
          }
        }
      });
    }
    const summary = { error: 0, warning: 0, hint: 0 };
    for (const f of findings) summary[f.severity]++;
    return { file: '', kind: 'html', organ: /[\u4e00-\u9fa5]{2,12}人民政府/.exec(this.text)?.[0] ?? null, year: 2025, form: '2021', summary, findings };
  }
  free() {}
};
