// A drawing of our own, as part of the page: its words can be read aloud and found.

const NAMED = ["id", "aria-labelledby", "aria-describedby"];

/**
 * @param {string} text the SVG as the command wrote it
 * @param {string} place which part of the page: two drawings must not share ids
 * @returns {Node}
 */
export function drawing(text, place) {
  const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
  const picture = document.importNode(parsed.documentElement, true);
  for (const name of NAMED) {
    for (const element of [picture, ...picture.querySelectorAll(`[${name}]`)]) {
      const ids = element.getAttribute(name)?.split(" ") ?? [];
      if (ids.length) element.setAttribute(name, ids.map((id) => `${place}-${id}`).join(" "));
    }
  }
  return picture;
}
