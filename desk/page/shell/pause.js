// Long work on the page is done in pieces.

/** Let the browser do what waits. */
export function pause() {
  return new Promise((resolve) => setTimeout(resolve));
}
