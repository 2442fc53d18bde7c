// The meeting view: keys that step as the links Previous and Next do. A presentation clicker sends
// PageUp and PageDown. The step is told by its heading, which is given focus (steps.js).
(() => {
  const WAYS = { ArrowLeft: "before", PageUp: "before", ArrowRight: "after", PageDown: "after" };
  // Where these keys mean something of their own: in a field, a choice, a box that scrolls, a dialogue.
  const TAKEN =
    'input, textarea, select, [contenteditable="true"], [role="radiogroup"], [role="radio"], ' +
    '[role="listbox"], [role="combobox"], [role="slider"], [role="region"][tabindex], ' +
    "[role=dialog]";

  document.addEventListener("keydown", (event) => {
    const way = WAYS[event.key];
    if (!way || event.defaultPrevented || event.repeat) return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = document.querySelector(`.meeting .${way} a`);
    if (!link || event.target.closest?.(TAKEN)) return;
    if (document.querySelector('dialog[open], [role="dialog"]')) return;
    event.preventDefault();
    // The step asked for last may not be drawn yet.
    if (link.href !== location.href) openPage(link.href);
  });
})();
