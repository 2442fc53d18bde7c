// The glossary one keypress away: "?" shows it above any page, without leaving that page.
//
// What it shows is the glossary of the published record. A reader can turn the key off, here and on
// the glossary's own page, in a place with `data-shortcut-switch` (WCAG 2.2, 2.1.4); that is kept in
// this browser alone.
(() => {
  const base = new URL(document.currentScript.dataset.base, location.origin);
  const RECORD = new URL("record/glossary/", base);
  const KEPT = "inspection-history-glossary-key";
  const TYPING =
    "input:not([type=checkbox], [type=radio], [type=button], [type=range]), textarea, select, " +
    '[contenteditable]:not([contenteditable="false"]), [role=textbox], [role=combobox], [role=listbox]';

  // Whether the key is on. Where the browser keeps nothing, the choice lasts as long as the page.
  let isOff = false;
  try {
    isOff = localStorage.getItem(KEPT) === "off";
  } catch {}
  const turn = (off) => {
    isOff = off;
    try {
      if (off) localStorage.setItem(KEPT, "off");
      else localStorage.removeItem(KEPT);
    } catch {}
    tell();
  };

  const element = (name, text = "", attributes = {}) => {
    const made = document.createElement(name);
    made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  // Say how the key stands wherever that is said. A place drawn anew is filled anew.
  const tell = () => {
    for (const place of document.querySelectorAll("[data-shortcut-switch]")) {
      if (!place.firstChild) {
        const button = element("button", "", { type: "button", class: "glossary-switch" });
        button.addEventListener("click", () => turn(!isOff));
        place.append(element("span", "", { role: "status" }), " ", button);
      }
      const [said, button] = place.children;
      const state = isOff ? "The ? key is off." : "The ? key opens the glossary on every page.";
      const offer = isOff ? "Turn the ? key on again" : "Turn the ? key off";
      if (said.textContent !== state) said.textContent = state;
      if (button.textContent !== offer) button.textContent = offer;
    }
    for (const key of document.querySelectorAll(".glossary-way a > span")) key.hidden = isOff;
  };
  new MutationObserver(tell).observe(document, { childList: true, subtree: true });

  const fullPage = () => {
    const to = new URL("glossary", base);
    const now = new URLSearchParams(location.search);
    for (const name of ["force", "as-known-on"])
      for (const value of now.getAll(name)) to.searchParams.append(name, value);
    return to;
  };

  // The words of the glossary, from its document: its headings and lists, without the rest of the
  // page. Ids get a prefix, since the page below may have the same ones.
  const words = async () => {
    const answer = await fetch(RECORD);
    if (!answer.ok) throw new Error(`The glossary could not be read: ${answer.status}`);
    const main = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("text");
    for (const rest of main.querySelectorAll("nav, h1")) rest.remove();
    for (const named of main.querySelectorAll("[id]")) named.id = `glossary-${named.id}`;
    for (const link of main.querySelectorAll("a[href]")) {
      const to = new URL(link.getAttribute("href"), RECORD);
      const isHere = to.origin === RECORD.origin && to.pathname === RECORD.pathname && to.hash;
      link.href = isHere ? `#glossary-${to.hash.slice(1)}` : to.href;
    }
    return [...main.childNodes].map((node) => document.importNode(node, true));
  };

  let dialog;
  const made = () => {
    const close = element("button", "Close", { type: "button", class: "glossary-close" });
    close.addEventListener("click", () => dialog.close());
    const head = element("div", "", { class: "glossary-head" });
    head.append(element("h2", "Glossary", { id: "glossary-title" }), close);
    const about = element("p", "", { class: "glossary-about" });
    const full = element("a", "The glossary on a page of its own");
    full.addEventListener("click", () => dialog.close());
    about.append(full, " ", element("span", "", { "data-shortcut-switch": "" }));
    const text = element("div", "", { class: "glossary-text" });
    const box = element("dialog", "", { class: "glossary", "aria-labelledby": "glossary-title" });
    box.append(head, about, text);
    // A word that is explained elsewhere in the dialog is shown there; the page's address stays.
    box.addEventListener("click", (event) => {
      const to = event.target.closest?.('a[href^="#"]');
      const word = to && document.getElementById(decodeURIComponent(to.hash.slice(1)));
      if (!to) return;
      event.preventDefault();
      event.stopPropagation();
      if (!word) return;
      word.tabIndex = -1;
      word.focus({ preventScroll: true });
      word.scrollIntoView({ block: "center" });
    });
    return box;
  };

  let isAsked = false;
  const open = async () => {
    if (isAsked) return;
    isAsked = true;
    try {
      const read = await words();
      dialog ??= made();
      dialog.querySelector(".glossary-text").replaceChildren(...read);
      dialog.querySelector(".glossary-about > a").href = fullPage();
      // Within the app, whose theme the colours follow.
      (document.querySelector('[data-testid="stApp"]') ?? document.body).append(dialog);
      tell();
      dialog.showModal();
    } catch (fault) {
      console.error(fault);
      openPage(fullPage());
    } finally {
      isAsked = false;
    }
  };

  addEventListener("keydown", (event) => {
    if (event.key !== "?" || isOff || event.repeat || event.defaultPrevented) return;
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.composedPath()[0].closest?.(TYPING)) return;
    if (dialog?.open) dialog.close();
    else if (!document.querySelector("dialog[open], [role=dialog]")) open();
    else return;
    event.preventDefault();
  });
})();
