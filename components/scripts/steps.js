// Steps from page to page within the session, and to a place on a page.
(() => {
  const PAGES = JSON.parse(document.currentScript.dataset.pages);

  // Go to a page of the dashboard within the session.
  window.openPage = (to) => {
    history.pushState({}, "", to);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
    showPlace();
  };

  // Show the place that the address names after its #, as soon as it has been drawn, and once more
  // where drawing anew takes it away; until the reader does something or some seconds have passed.
  let stopShowing = () => {};
  const showPlace = () => {
    stopShowing();
    const id = decodeURIComponent(location.hash.slice(1));
    if (!id) return;
    let shown = null;
    const show = () => {
      const place = document.getElementById(id);
      if (!place || place === shown) return;
      shown = place;
      place.tabIndex = -1;
      place.focus({ preventScroll: true });
      place.scrollIntoView();
    };
    const watching = new MutationObserver(show);
    stopShowing = () => watching.disconnect();
    watching.observe(document, { childList: true, subtree: true });
    setTimeout(stopShowing, 10000);
    show();
  };
  for (const act of ["wheel", "pointerdown", "keydown"]) addEventListener(act, () => stopShowing(), true);
  addEventListener("DOMContentLoaded", showPlace);

  // A plain link to another page of the dashboard becomes a step within the session, as Back and
  // Forward are, instead of a new load. Whatever is not such a link is left to the browser.
  // A step in the menu takes along the force that was chosen and the day whose public knowledge is
  // shown, which the framework's own step drops: caught on the way down, before the framework sees it.
  const carried = () => {
    const now = new URLSearchParams(location.search);
    const day = now.get("as-known-on");
    const all = { force: now.get("force"), "as-known-on": /^\d{4}-\d{2}-\d{2}$/.test(day) && day };
    return Object.entries(all).filter(([, value]) => value);
  };
  const step = (event) => {
    const link = event.target.closest?.("a[href]");
    const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!link || !plain || event.defaultPrevented || link.hasAttribute("download")) return;
    const inTab = !link.target || link.target === "_self";
    const to = new URL(link.href);
    const known = to.origin === location.origin && PAGES.includes(to.pathname);
    if (!inTab || !known || (to.hash && to.pathname + to.search === location.pathname + location.search)) return;
    if (event.eventPhase === Event.CAPTURING_PHASE) {
      const choices = carried();
      if (!choices.length || !link.closest('[data-testid="stSidebarNav"]')) return;
      for (const [name, value] of choices) to.searchParams.set(name, value);
      event.stopPropagation();
    }
    event.preventDefault();
    openPage(to);
  };
  document.addEventListener("click", step, true);
  document.addEventListener("click", step);
})();
