// What a content policy in a page cannot forbid: leaving it, new windows, calls between browsers.
// Nothing of ours does any of it; so if anything tries, it is not ours, and it stays here.

(function () {
  /** @param {string} address */
  const stays = (address) => /^(blob:|#)/.test(address) || address.split("#")[0] === location.href.split("#")[0];
  window.open = () => null;
  // The policy stops a form, but Chromium has connected to where it would go by then.
  HTMLFormElement.prototype.submit = () => {};
  window.addEventListener("submit", (event) => event.preventDefault(), true);
  for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection", "RTCDataChannel"]) Reflect.deleteProperty(window, name);
  // Browsers that know this (Chromium 102, Firefox 147) ask before they go anywhere.
  /** @type {any} */ (window).navigation?.addEventListener("navigate", (/** @type {any} */ event) => {
    if (event.cancelable && !stays(event.destination.url)) event.preventDefault();
  });
  window.addEventListener(
    "click",
    (event) => {
      const link = event.target instanceof Element ? event.target.closest("a[href], area[href]") : null;
      if (link && !stays(link.getAttribute("href") ?? "")) event.preventDefault();
    },
    true,
  );
})();
