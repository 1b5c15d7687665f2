// A part of the page is asked for anew when it is seen, and only if something changed since.

/**
 * @param {HTMLElement} root @param {import("../../shell/desk.js").Desk} desk @param {() => void} refresh
 */
export function keptFresh(root, desk, refresh) {
  let stale = true;
  let seen = false;
  const look = () => {
    if (!stale || !seen) return;
    stale = false;
    refresh();
  };
  new IntersectionObserver((entries) => {
    seen = entries.some((entry) => entry.isIntersecting);
    look();
  }).observe(root);
  desk.onChange(() => {
    stale = true;
    look();
  });
}

/**
 * Ask without the bar of work, for what is answered at once; the last question wins.
 * @param {import("../../shell/desk.js").Desk} desk
 * @returns {<T>(task: () => Promise<T>) => Promise<T | undefined>}
 */
export function lastAsked(desk) {
  let count = 0;
  return async (task) => {
    const mine = ++count;
    try {
      const told = await task();
      return mine === count ? told : undefined;
    } catch (error) {
      if (mine === count) desk.work.say(/** @type {Error} */ (error).message || "已取消，请再试一次。");
      return undefined;
    }
  };
}
