// What the file carries: packed in script elements that are data, unpacked as blobs.

import { pause } from "../shell/pause.js";

/** So many signs are taken at once, some ten milliseconds' work; each four of them are three bytes. */
const PIECE = 4 * 2 ** 19;

/** @returns {Promise<Record<string, Blob>>} */
export async function unpackedParts() {
  /** @type {Promise<[string, Blob]>[]} */
  const all = [];
  for (const element of document.querySelectorAll('script[id^="part-"]')) {
    const packed = await bytes(element.textContent ?? "");
    element.remove();
    // Unpacked beside the page, while the next one is taken.
    all.push(unpacked(element.id.slice("part-".length), packed));
  }
  return Object.fromEntries(await Promise.all(all));
}

/** @param {string} name @param {Blob} packed @returns {Promise<[string, Blob]>} */
async function unpacked(name, packed) {
  const stream = packed.stream().pipeThrough(new DecompressionStream("gzip"));
  return [name, await new Response(stream).blob()];
}

/** @param {string} packed */
async function bytes(packed) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const pieces = [];
  for (let start = 0; start < packed.length; start += PIECE) {
    const text = atob(packed.slice(start, start + PIECE));
    const data = new Uint8Array(text.length);
    for (let index = 0; index < text.length; index++) data[index] = text.charCodeAt(index);
    pieces.push(data);
    await pause();
  }
  return new Blob(pieces);
}
