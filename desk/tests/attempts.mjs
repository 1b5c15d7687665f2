// Every way of sending something out that a script has, each to a path of its own at `to`.
// These functions run in the page or in the worker: they use nothing from outside themselves.

/** In the page. @param {[string, RegExp]} given where to, as http://127.0.0.1:1234, and which ways */
export async function fromPage([to, which]) {
  const element = (name, given, parent = document.body) =>
    parent.appendChild(Object.assign(document.createElement(name), given));
  const ways = {
    fetch: () => fetch(`${to}/fetch`, { mode: "no-cors" }),
    keepalive: () => fetch(`${to}/keepalive`, { method: "POST", body: "x", mode: "no-cors", keepalive: true }),
    xhr: () => {
      const request = new XMLHttpRequest();
      request.open("GET", `${to}/xhr`);
      request.send();
    },
    websocket: () => new WebSocket(`${to.replace("http", "ws")}/websocket`),
    eventsource: () => new EventSource(`${to}/eventsource`),
    beacon: () => navigator.sendBeacon(`${to}/beacon`, "x"),
    image: () => (new Image().src = `${to}/image`),
    srcset: () => element("img", { srcset: `${to}/srcset 1x` }),
    background: () => element("div", { style: `background: url(${to}/background); width: 9px; height: 9px` }),
    sheet: () => element("style", { textContent: `@import url(${to}/sheet);` }, document.head),
    font: () => {
      element("style", { textContent: `@font-face { font-family: f; src: url(${to}/font) }` }, document.head);
      element("p", { style: "font-family: f", textContent: "x" });
    },
    stylesheet: () => element("link", { rel: "stylesheet", href: `${to}/stylesheet` }, document.head),
    prefetch: () => element("link", { rel: "prefetch", href: `${to}/prefetch` }, document.head),
    preload: () => element("link", { rel: "preload", as: "image", href: `${to}/preload` }, document.head),
    modulepreload: () => element("link", { rel: "modulepreload", href: `${to}/modulepreload` }, document.head),
    icon: () => element("link", { rel: "icon", href: `${to}/icon` }, document.head),
    form: () => {
      const frame = element("iframe", { name: "target" });
      const form = element("form", { action: `${to}/form`, method: "post", target: frame.name });
      form.submit();
    },
    frame: () => element("iframe", { src: `${to}/frame` }),
    framed: () => element("iframe", { srcdoc: `<img src="${to}/framed">` }),
    object: () => element("object", { data: `${to}/object` }),
    embed: () => element("embed", { src: `${to}/embed` }),
    video: () => element("video", { src: `${to}/video`, preload: "auto" }),
    track: () => element("audio", { src: `${to}/track`, preload: "auto" }),
    script: () => element("script", { src: `${to}/script` }),
    inline: () => element("script", { textContent: `new Image().src = "${to}/inline"` }),
    handler: () => element("div", { innerHTML: `<img src="x:" onerror="new Image().src='${to}/handler'">` }),
    import: () => import(`${to}/import`),
    blobbed: () => import(URL.createObjectURL(new Blob([`import "${to}/blobbed"`], { type: "text/javascript" }))),
    worker: () => new Worker(`${to}/worker`),
    shared: () => new SharedWorker(`${to}/shared`),
    ping: () => element("a", { href: "#", ping: `${to}/ping` }).click(),
    worklet: () => CSS.paintWorklet?.addModule(`${to}/worklet`),
    svg: () => element("div", { innerHTML: `<svg><image href="${to}/svg"/></svg>` }),
    filter: () => element("div", { style: `filter: url(${to}/filter#f); width: 9px; height: 9px`, textContent: "x" }),
    webtransport: () => new WebTransport(`${to.replace("http:", "https:")}/webtransport`),
    webrtc: () => {
      const call = new RTCPeerConnection({ iceServers: [{ urls: `stun:${new URL(to).host}` }] });
      call.createDataChannel("x");
      return call.createOffer().then((offer) => call.setLocalDescription(offer));
    },
  };
  const tried = Object.keys(ways).filter((name) => which.test(name));
  for (const way of tried.map((name) => ways[name])) {
    try {
      // Some wait for ever where they are let through.
      await Promise.race([way(), new Promise((resolve) => setTimeout(resolve, 50))]);
    } catch {
      // Refused at once, which is one way of being blocked.
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 1500));
  return tried;
}

/** In a worker. @param {string} to */
export async function fromWorker(to) {
  const ways = {
    // The worker's own fetch is ours; the browser's is in its prototype.
    worker_fetch: () => WorkerGlobalScope.prototype.fetch?.call(self, `${to}/worker_fetch`, { mode: "no-cors" }),
    worker_deleted: () => delete self.fetch && fetch(`${to}/worker_deleted`, { mode: "no-cors" }),
    worker_xhr: () => {
      const request = new XMLHttpRequest();
      request.open("GET", `${to}/worker_xhr`);
      request.send();
    },
    worker_websocket: () => new WebSocket(`${to.replace("http", "ws")}/worker_websocket`),
    worker_eventsource: () => new EventSource(`${to}/worker_eventsource`),
    worker_import: () => import(`${to}/worker_import`),
    worker_scripts: () => {
      delete self.importScripts;
      importScripts(`${to}/worker_scripts`);
    },
    worker_worker: () => new Worker(`${to}/worker_worker`),
    worker_webtransport: () => new WebTransport(`${to.replace("http:", "https:")}/worker_webtransport`),
  };
  for (const way of Object.values(ways)) {
    try {
      await Promise.race([way(), new Promise((resolve) => setTimeout(resolve, 50))]);
    } catch {
      // Refused at once.
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 1000));
  return Object.keys(ways);
}
