// A document of the engine as it is written: shown apart from the page, printed, saved.

import { html, render } from "lit-html";
import { save } from "./files.js";

/**
 * The document as the frame shows it; what is saved is as it was. A script would only be refused;
 * a link to a place in the document would lead out of it, for its base is the page's address.
 * @param {string} text
 */
const framed = (text) => text.replace(/<script>.*?<\/script>/gs, "").replaceAll(' href="#', ' href="about:srcdoc#');

// A long table is laid out when it comes into sight: the page, which waits for it, stays quick.
const LATER = "<style>@media screen { .table, .picture { content-visibility: auto; contain-intrinsic-size: auto 600px; } }</style>";

/**
 * Show a whole HTML document. It runs no script and sends nothing: the frame allows neither.
 * @param {HTMLElement} root @param {string} text the document @param {string} name of the file when saved
 * @param {string} title what it is, for those who do not see it
 */
export function showPaper(root, text, name, title) {
  const print = () => {
    const frame = /** @type {HTMLIFrameElement} */ (root.querySelector("iframe"));
    // What is folded on a screen is read on paper; the document's own script for that cannot run.
    for (const one of frame.contentDocument?.querySelectorAll("details") ?? []) one.open = true;
    frame.contentWindow?.print();
  };
  render(
    html`<div class="row no-print">
        <button type="button" @click=${print}>打印</button>
        <button type="button" @click=${() => save(name, text, "text/html")}>存为网页</button>
      </div>
      <iframe class="sheet" title=${title} sandbox="allow-same-origin allow-modals" .srcdoc=${framed(text).replace("</head>", `${LATER}</head>`)}></iframe>`,
    root,
  );
}
