/** Leads on from an address that a note had before, with the part of the note that was asked for. */
(() => {
  const to = new URL(document.currentScript.dataset.to, location.href);
  if (to.protocol === "file:" && to.pathname.endsWith("/")) to.pathname += "index.html";
  to.search = location.search;
  to.hash = location.hash;
  location.replace(to);
})();
