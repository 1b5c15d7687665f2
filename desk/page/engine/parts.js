// What the file carries: packed in script elements that are data, unpacked as blobs.

/** @returns {Promise<Record<string, Blob>>} */
export async function unpackedParts() {
  const elements = [...document.querySelectorAll('script[id^="part-"]')];
  const all = await Promise.all(elements.map((element) => one(element)));
  return Object.fromEntries(all);
}

/** @param {Element} element @returns {Promise<[string, Blob]>} */
async function one(element) {
  const packed = element.textContent ?? "";
  element.remove();
  const stream = new Blob([bytes(packed)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return [element.id.slice("part-".length), await new Response(stream).blob()];
}

/** @param {string} packed */
function bytes(packed) {
  const text = atob(packed);
  const data = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) data[index] = text.charCodeAt(index);
  return data;
}
