// A part of the page is asked for anew when it is seen, and only if something changed since.

import { Cancelled } from "../engine/engine.js";
import { saidOf } from "./work.js";

/**
 * @param {HTMLElement} root @param {import("./desk.js").Desk} desk @param {() => void} refresh
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
 * Ask without the bar of work, for what is answered at once; the last question wins, and one that
 * somebody's cancelled work took along is asked again.
 * @param {import("./desk.js").Desk} desk
 * @returns {<T>(task: () => Promise<T>) => Promise<T | undefined>}
 */
export function lastAsked(desk) {
  let count = 0;
  return async (task) => {
    const mine = ++count;
    for (;;) {
      try {
        const told = await task();
        return mine === count ? told : undefined;
      } catch (error) {
        if (mine !== count) return undefined;
        // The engine makes this wait until it has begun anew.
        if (error instanceof Cancelled) continue;
        desk.work.say(saidOf(error));
        return undefined;
      }
    }
  };
}
