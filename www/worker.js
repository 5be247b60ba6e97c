// The worker: owns the checker, the readers and the open drafts, and answers one message after the other.
// A classic script that stands behind the glue of wasm-bindgen, which defines a global for each module.
'use strict';

/** The readers of heavy files; each is started when the page brings its module. */
const readers = { office: gouji_office, legacy: gouji_legacy, pdf: gouji_pdf };
/** Files that wait for their reader, and open PDFs. */
const files = new Map();
const drafts = new Map();
let lastFile = 0;

/** Something of all that a report has. */
const WARM_UP = '<h1>甲镇人民政府2025年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>收到申请2件，其中自然人1件。</p>'
  + '<h2>三、收到和处理政府信息公开申请情况</h2><table><tr><td></td><td>自然人</td><td>总计</td></tr>'
  + '<tr><td>一、本年新收政府信息公开申请数量</td><td>1</td><td>2</td></tr><tr><td>（七）总计</td><td>1</td><td>1</td></tr></table>';

const answers = {
  async start({ module }) {
    await gouji({ module_or_path: module });
    // The browser compiles a function when it is first called: let that be now, not when the first report comes.
    const draft = new gouji.Draft('', WARM_UP);
    draft.view();
    draft.check();
    draft.free();
  },
  /** Takes a file, and tells which reader it needs. */
  take({ name, source }) {
    const content = typeof source === 'string' ? source : new Uint8Array(source);
    const reader = typeof content === 'string' ? undefined : gouji.module(content);
    files.set(++lastFile, { name, content, reader });
    return { id: lastFile, reader };
  },
  load({ reader, module }) {
    return readers[reader]({ module_or_path: module }).then(() => {});
  },
  /** Opens a file that was taken, whose reader is there. */
  open({ id, options }) {
    const { name, content, reader } = files.get(id);
    const draft = new gouji.Draft(name, reader ? readers[reader].read_document(content) : content);
    draft.configure(options);
    drafts.set(id, draft);
    // The pages of a PDF are drawn from the file itself.
    if (reader !== 'pdf') files.delete(id);
    return { id, view: draft.view(), result: draft.check() };
  },
  /** Changes a draft, and with `options` how it is checked; `last` is that of the year before. */
  edit({ id, edits, options, last }) {
    const draft = drafts.get(id);
    if (options) draft.configure(options);
    for (const { start, end, text } of edits) draft.edit(start, end, text);
    return drafts.has(last) ? draft.check_after(drafts.get(last)) : draft.check();
  },
  /** Refuses options that cannot be met. */
  approve({ options }) {
    const draft = new gouji.Draft('', WARM_UP);
    try {
      draft.configure(options);
    } finally {
      draft.free();
    }
  },
  read({ id }) {
    return drafts.get(id).read();
  },
  /** The sizes of the pages of an open PDF. */
  pages({ id }) {
    const file = files.get(id);
    file.pages = file.pages || new gouji_pdf.Pages(file.content);
    return file.pages.sizes();
  },
  page({ id, number }) {
    return files.get(id).pages.page(number);
  },
  close({ id }) {
    const file = files.get(id);
    if (file && file.pages) file.pages.free();
    files.delete(id);
    if (drafts.has(id)) drafts.get(id).free();
    drafts.delete(id);
  },
  rules() {
    return gouji.rules().rules;
  },
  profiles({ profile }) {
    return gouji.profiles(profile);
  },
};

self.onmessage = async ({ data }) => {
  try {
    self.postMessage({ ticket: data.ticket, answer: await answers[data.ask](data) });
  } catch (error) {
    // The core tells in Chinese what it could not read, as a string; anything else is a fault of the program.
    const refused = typeof error === 'string';
    self.postMessage({ ticket: data.ticket, refused, error: refused ? error : String(error) });
  }
};
