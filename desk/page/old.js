// @ts-nocheck - written in the oldest language there is: it is what an old browser can still read.
(function () {
  function starts() {
    // What Python needs of WebAssembly (references, exceptions), compiled under the page's policy.
    var bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 1, 111, 0, 13, 3, 1, 0, 0];
    try {
      return !!new WebAssembly.Module(new Uint8Array(bytes)) && !!Object.hasOwn && !!DecompressionStream;
    } catch (error) {
      return false;
    }
  }
  if (starts()) return;
  var told = document.createElement("p");
  told.className = "refusal";
  told.textContent =
    "这个浏览器打不开工作台，多半是内核太旧：请换 Chrome、Edge、Firefox 或者国产浏览器的新版本（内核 102 以上）。没有数据丢失。";
  document.getElementById("views").appendChild(told);
  window.xinfangTooOld = true;
})();
