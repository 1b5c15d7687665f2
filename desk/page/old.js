// @ts-nocheck - written in the oldest language there is: it is what an old browser can still read.
(function () {
  var lacks =
    typeof WebAssembly !== "object" || typeof DecompressionStream !== "function" || !Object.hasOwn;
  if (!lacks) return;
  var told = document.createElement("p");
  told.className = "refusal";
  told.textContent =
    "这个浏览器的内核太旧，打不开工作台：请换 Chrome、Edge 或者国产浏览器的新版本（内核 95 以上），没有数据丢失。";
  document.getElementById("views").appendChild(told);
  window.xinfangTooOld = true;
})();
