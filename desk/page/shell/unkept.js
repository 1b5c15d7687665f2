// Browsers keep on the disk what is typed in a page, so that it stands there again after a crash:
// in Chromium, all but what belongs to a form that says otherwise.

const FORM = "unkept";

/** Let the browser keep nothing of what is typed and chosen, in whatever view, now and later. */
export function keepNothing() {
  const form = document.createElement("form");
  Object.assign(form, { id: FORM, autocomplete: "off", hidden: true });
  document.body.append(form);
  new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (node instanceof Element) forget(node);
    }
  }).observe(document.body, { childList: true, subtree: true });
}

/** @param {Element} added */
function forget(added) {
  for (const one of [added, ...added.querySelectorAll("input, select, textarea")]) {
    if (!(one instanceof HTMLInputElement || one instanceof HTMLSelectElement || one instanceof HTMLTextAreaElement)) continue;
    if (one.form) one.form.autocomplete = "off";
    else one.setAttribute("form", FORM);
  }
}
