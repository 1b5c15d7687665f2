// Where in the form something stands: what is wrong in the record leads to its input.
//
// A place is a fact's name, or events/ROW/PART with the row as it stands in the form.

import { html, nothing } from "lit-html";
import { eventId } from "./history.js";
import { isTyped } from "./record.js";

/** @typedef {{pointer: string, text: string}} Wrong what the library says is wrong, and where */

/**
 * The place of a JSON pointer in the record, which has no empty rows.
 * @param {string} pointer @param {Record<string, string>[]} events
 */
export function placeOf(pointer, events) {
  const [first, index, ...rest] = pointer.slice(1).split("/");
  if (first !== "events" || index === undefined) return first;
  const rows = [...events.keys()].filter((row) => isTyped(events[row]));
  return ["events", rows[Number(index)] ?? index, ...rest].join("/");
}

/** The input at a place, if it is drawn. @param {string} place */
export function inputAt(place) {
  const [first, index, part = "kind"] = place.split("/");
  if (first === "case_no") return document.getElementById("form-number");
  if (first !== "events") return document.getElementById(`form-fact-${first}`);
  const name = part === "at" ? "day" : part;
  return document.getElementById(eventId(Number(index), name)) ?? document.getElementById("form-add-step");
}

/**
 * What the library refused, each with a way to its place.
 * @param {{place: string, title: string, text: string}[]} wrong @param {(place: string) => void} go
 */
export function refusals(wrong, go) {
  if (!wrong.length) return nothing;
  return html`<div class="form-faults" role="alert">
    <p><strong>还不能评估，请更正：</strong></p>
    <ul>${wrong.map(
      (one) => html`<li><button type="button" @click=${() => go(one.place)}>${one.title}</button> ${one.text}</li>`,
    )}</ul>
  </div>`;
}
