// The worker: owns the checker and the open drafts, and answers one message after the other.
// A classic script that stands behind the glue of wasm-bindgen, which defines `wasm_bindgen`.
'use strict';

const drafts = new Map();
let lastDraft = 0;

const answers = {
  async start({ module }) {
    await wasm_bindgen({ module_or_path: module });
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
