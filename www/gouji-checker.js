// <gouji-checker>: the page of this folder in a frame of another page of the same site. A classic script:
//   <script src="gouji/gouji-checker.js"></script>  <gouji-checker profile="…" silence="…" severity="…" src="…"></gouji-checker>
'use strict';
(() => {
  const PAGE = new URL('./', /** @type {HTMLScriptElement} */ (document.currentScript).src).href;

  class GoujiChecker extends HTMLElement {
    static get observedAttributes() {
      return ['profile', 'silence', 'severity', 'src', 'sample'];
    }

    constructor() {
      super();
      /** @type {HTMLIFrameElement | null} */
      this.frame = null;
      /** Messages for the page while it is not ready; null when it is. @type {any[] | null} */
      this.waiting = [];
      /** When the last message is on its way. @type {Promise<any>} */
      this.sending = Promise.resolve();
      this.hear = this.hear.bind(this);
    }

    connectedCallback() {
      const frame = document.createElement('iframe');
      frame.src = PAGE;
      frame.title = '政府信息公开工作年度报告核对';
      frame.allow = 'clipboard-write';
      frame.style.cssText = 'display: block; box-sizing: border-box; width: 100%; height: 100%; min-height: 480px; border: 0';
      if (getComputedStyle(this).display === 'inline') this.style.display = 'block';
      this.frame = frame;
      this.waiting = [];
      window.addEventListener('message', this.hear);
      (this.shadowRoot || this.attachShadow({ mode: 'open' })).replaceChildren(frame);
      this.configure();
      this.openNamed();
    }

    disconnectedCallback() {
      window.removeEventListener('message', this.hear);
    }

    /** @param {string} name */
    attributeChangedCallback(name) {
      if (!this.frame) return;
      if (name === 'src' || name === 'sample') this.openNamed();
      else this.configure();
    }

    /**
     * Opens reports, as if the person had chosen them.
     * @param {...(File | { name: string, content: ArrayBuffer | string })} files
     */
    async open(...files) {
      const sent = files.map(async (file) => (file instanceof File ? { name: file.name, content: await file.arrayBuffer() } : file));
      this.ask('open', Promise.all(sent));
    }

    openNamed() {
      if (this.hasAttribute('sample')) this.ask('sample');
      const src = this.getAttribute('src');
      if (src) this.ask('open', fetched(src).then((answer) => answer.arrayBuffer()).then((content) => [{ name: decodeURIComponent(src.replace(/[?#].*|.*\//g, '')), content }]));
    }

    configure() {
      const [profile, silence, severity] = ['profile', 'silence', 'severity'].map((name) => this.getAttribute(name) || '');
      const markdown = /\.md$/.test(profile) ? fetched(profile).then((answer) => answer.text()).then((text) => text + '\n') : profile;
      this.ask('configure', Promise.resolve(markdown).then((text) => ({ profile: text, silence, severity })));
    }

    /** One after the other, in the order in which they were asked. @param {string} gouji @param {any} [detail] or a promise of it */
    ask(gouji, detail) {
      const message = Promise.resolve(detail).then((settled) => ({ gouji, detail: settled }));
      message.catch((error) => this.dispatchEvent(new CustomEvent('gouji-failed', { detail: error.message, bubbles: true, composed: true })));
      if (this.waiting) this.waiting.push(message);
      else this.send(message);
    }

    /** @param {Promise<any>} message */
    send(message) {
      const page = this.frame && this.frame.contentWindow;
      this.sending = this.sending.then(() => message).then((settled) => page && page.postMessage(settled, new URL(PAGE).origin)).catch(() => {});
    }

    /** @param {MessageEvent} event */
    hear({ source, data }) {
      if (!this.frame || source !== this.frame.contentWindow || !data || !data.gouji) return;
      if (data.gouji === 'ready') {
        (this.waiting || []).forEach((message) => this.send(message));
        this.waiting = null;
      }
      this.dispatchEvent(new CustomEvent('gouji-' + data.gouji, { detail: data.detail, bubbles: true, composed: true }));
    }
  }

  /** @param {string} src */
  async function fetched(src) {
    const answer = await fetch(src).catch(() => null);
    if (!answer || !answer.ok) throw new Error('没有取到“' + src + '”' + (answer ? '（' + answer.status + '）' : ''));
    return answer;
  }

  customElements.define('gouji-checker', GoujiChecker);
})();
