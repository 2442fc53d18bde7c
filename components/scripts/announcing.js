// Say what a choice has led to, for readers who do not see the page change.
//
// The framework announces no rerun, and a live region that is drawn together with its words is often
// not heard, or heard twice. So one region stands here for good, outside of what the framework draws.
// It says the lines of results that have changed; on a page without any, its answer. Another page
// is told by its heading, which is given focus (steps.js). Work that takes long is told as well.
(() => {
  const QUIET = 200;
  const region = document.createElement("div");
  region.className = "unseen";
  region.setAttribute("role", "status");
  region.setAttribute("aria-live", "polite");
  document.body.append(region);

  const page = () => document.querySelector('[data-testid="stMain"]');
  const words = (element) => element.textContent.replace(/\s+/g, " ").trim();
  const lines = () => {
    const results = page().querySelector(".status:not(.known-on)");
    return [...page().querySelectorAll(results ? ".status" : ".known-on, .answer")].map(words);
  };
  const isAtRest = () =>
    document.querySelector('[data-testid="stApp"][data-test-script-state="notRunning"]') &&
    page()?.querySelector("h1") &&
    !page().querySelector('[data-stale="true"]');

  // The words of the heading as it was given focus, which a screen reader then reads.
  let heard = "";
  document.addEventListener("focusin", ({ target }) => {
    if (target.matches("h1")) heard = words(target);
  });

  let told = null;
  let hasActed = false;
  let waitedFor = null;
  const compare = () => {
    if (!isAtRest()) return;
    const heading = page().querySelector("h1");
    const now = { path: location.pathname, subject: words(heading), lines: lines() };
    const before = told;
    told = now;
    const isOther = now.subject !== before?.subject;
    if (!hasActed || now.path !== before?.path || (isOther && now.subject === heard)) {
      region.textContent = "";
      return;
    }
    // A heading that had focus before its words changed is not read out by itself.
    const subject = isOther ? [now.subject] : [];
    if (!isOther && now.lines.join() === before.lines.join()) {
      if (region.textContent === waitedFor) region.textContent = "";
      return;
    }
    const changed = now.lines.filter((line) => !before.lines.includes(line));
    region.textContent = [...subject, ...(changed.length ? changed : now.lines)].join(" ");
  };

  // A run can be over before the browser has heard of it: what counts is that the page holds still.
  let waiting;
  const drawing = new MutationObserver((changes) => {
    if (changes.every(({ target }) => region.contains(target))) return;
    clearTimeout(waiting);
    waiting = setTimeout(compare, QUIET);
    const slow = document.querySelector('[data-testid="stSpinner"]');
    if (slow && words(slow) !== region.textContent) region.textContent = waitedFor = words(slow);
  });
  drawing.observe(document.body, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ["data-test-script-state", "data-stale"],
  });
  // What stands there as the reader does something is what the result is compared with. Until then a
  // page is drawn for the first time, on a slow machine with pauses, and nothing has led to anything.
  const act = () => {
    compare();
    hasActed = true;
  };
  for (const way of ["pointerdown", "keydown", "click"]) addEventListener(way, act, true);
})();
