// The worker: owns the checker and the open drafts, and answers one message after the other.
// A classic script that stands behind the glue of wasm-bindgen, which defines `wasm_bindgen`.
'use strict';

const drafts = new Map();
let lastDraft = 0;

/** Something of all that a report has. */
const WARM_UP = '<h1>甲镇人民政府2025年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>收到申请2件，其中自然人1件。</p>'
  + '<h2>三、收到和处理政府信息公开申请情况</h2><table><tr><td></td><td>自然人</td><td>总计</td></tr>'
  + '<tr><td>一、本年新收政府信息公开申请数量</td><td>1</td><td>2</td></tr><tr><td>（七）总计</td><td>1</td><td>1</td></tr></table>';

const answers = {
  async start({ module }) {
    await wasm_bindgen({ module_or_path: module });
    // The browser compiles a function when it is first called: let that be now, not when the first report comes.
    const draft = new wasm_bindgen.Draft('', WARM_UP);
    draft.view();
    draft.check();
    draft.free();
  },
  open({ name, source }) {
    const draft = new wasm_bindgen.Draft(name, typeof source === 'string' ? source : new Uint8Array(source));
    drafts.set(++lastDraft, draft);
    return { id: lastDraft, view: draft.view(), result: draft.check() };
  },
  edit({ id, edits }) {
    const draft = drafts.get(id);
    for (const { start, end, text } of edits) draft.edit(start, end, text);
    return draft.check();
  },
  close({ id }) {
    drafts.get(id).free();
    drafts.delete(id);
  },
  rules() {
    return wasm_bindgen.rules().rules;
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
