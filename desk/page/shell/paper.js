// A document of the engine as it is written: shown apart from the page, printed, saved.

import { html, render } from "lit-html";
import { save } from "./files.js";

/**
 * Show a whole HTML document. It runs no script and sends nothing: the frame allows neither.
 * @param {HTMLElement} root @param {string} text the document @param {string} name of the file when saved
 * @param {string} title what it is, for those who do not see it
 */
export function showPaper(root, text, name, title) {
  const print = () => printOpened(/** @type {HTMLIFrameElement} */ (root.querySelector("iframe")));
  render(
    html`<div class="row no-print">
        <button type="button" @click=${print}>打印</button>
        <button type="button" @click=${() => save(name, text, "text/html")}>存为网页</button>
      </div>
      <iframe class="sheet" title=${title} sandbox="allow-same-origin allow-modals"
        @load=${(/** @type {any} */ event) => followLinks(event.target)} .srcdoc=${shown(text)}></iframe>`,
    root,
  );
}

/** Links within the document lead within it: left to itself the frame would go to this page instead. @param {HTMLIFrameElement} frame */
function followLinks({ contentDocument }) {
  contentDocument?.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a[href^='#']");
    if (!link) return;
    event.preventDefault();
    const target = contentDocument.getElementById(decodeURIComponent(link.getAttribute("href")?.slice(1) ?? ""));
    for (let one = target; one; one = one.parentElement) if (one.localName === "details") one.setAttribute("open", "");
    target?.scrollIntoView();
  });
}

/** The document's own script opens what is folded when it is printed; here it may not run. @param {HTMLIFrameElement} frame */
function printOpened({ contentDocument, contentWindow }) {
  const folded = [...(contentDocument?.querySelectorAll("details") ?? [])].filter((one) => !one.open);
  for (const one of folded) one.open = true;
  contentWindow?.print();
  for (const one of folded) one.open = false;
}

// A long table is laid out when it comes into sight: the page, which waits for it, stays quick.
const LATER = "<style>@media screen { .table, .picture { content-visibility: auto; contain-intrinsic-size: auto 600px; } }</style>";

/** As it is shown; what is saved is as it was written. @param {string} text */
const shown = (text) => text.replace(/<script[^>]*>[^]*?<\/script>/g, "").replace("</head>", `${LATER}</head>`);
