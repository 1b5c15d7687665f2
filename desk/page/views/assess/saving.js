// What is saved of a register is what the command writes, to the byte.

import { html } from "lit-html";
import { place } from "../../engine/places.js";
import { save } from "../../shell/files.js";

const FORMATS = [
  { format: "xlsx", title: "存为 Excel", soon: true },
  { format: "csv", title: "存为 CSV", soon: false },
  { format: "json", title: "存为 JSON", soon: false },
  { format: "jsonl", title: "存为 JSON Lines", soon: false },
];

const OUTPUT = place("answers");

/** @param {import("../../shell/desk.js").Desk} desk @param {import("./register.js").Asked} asked */
export function savingRow(desk, asked) {
  return html`<div class="row no-print">
    ${FORMATS.map((one) => html`<button type="button" @click=${() => saveAs(desk, asked, one)}>${one.title}</button>`)}
    <button type="button" @click=${print}>打印报告</button></div>`;
}

/** Print the report, with what is folded away. */
function print() {
  for (const one of document.querySelectorAll("#assess-register section details")) one.setAttribute("open", "");
  window.print();
}

/**
 * @param {import("../../shell/desk.js").Desk} desk @param {import("./register.js").Asked} asked
 * @param {(typeof FORMATS)[number]} chosen
 */
async function saveAs(desk, { register, choices, words }, { format, title, soon }) {
  const path = `${OUTPUT}.${format}`;
  const asked = [...words, "--format", format, ...(soon ? ["--soon", choices.soon] : []), "--output", path];
  await desk.work.doing(title, async (onProgress) => {
    await desk.work.command(asked, onProgress);
    const bytes = await desk.engine.read(path);
    await desk.engine.remove(path);
    save(`${register.name.replace(/\.[^.]*$/, "")}-结论.${format}`, /** @type {BlobPart} */ (bytes));
  });
}
