// Steps from page to page within the session, to a place on a page, and where focus goes with them.
(() => {
  const PAGES = JSON.parse(document.currentScript.dataset.pages);
  const main = () => document.querySelector('[data-testid="stMain"]');
  const heading = () => main()?.querySelector("h1");

  // Put focus on what `find` finds as soon as it has been drawn, and once more where drawing anew
  // takes it away; `show` it then, and again where what is drawn above moves it away (letters that
  // arrive late, a chart); until the reader does something or some seconds have passed.
  let stopLooking = () => {};
  const focusOn = (find, show) => {
    stopLooking();
    let found = null;
    const look = () => {
      const wanted = find();
      if (!wanted || wanted === found) return;
      found = wanted;
      moved.disconnect();
      moved.observe(wanted.closest('[data-testid="stMainBlockContainer"]') ?? document.body);
      if (wanted.tabIndex < 0) wanted.tabIndex = -1;
      wanted.focus({ preventScroll: true });
      show?.(wanted);
    };
    const watching = new MutationObserver(look);
    const moved = new ResizeObserver(() => found?.isConnected && show?.(found));
    const tooLate = setTimeout(() => stopLooking(), 30000);
    stopLooking = () => {
      watching.disconnect();
      moved.disconnect();
      clearTimeout(tooLate);
    };
    watching.observe(document, { childList: true, subtree: true, characterData: true });
    look();
  };
  for (const act of ["wheel", "pointerdown", "keydown"]) addEventListener(act, () => stopLooking(), true);

  // The place that the address names after its #.
  const named = () => {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return "";
    }
  };
  const showPlace = () => {
    const id = named();
    if (id) focusOn(() => document.getElementById(id), (place) => place.scrollIntoView());
  };
  addEventListener("DOMContentLoaded", showPlace);

  // What stands at the address now, to tell afterwards whether another page has been drawn.
  const here = () => ({ path: location.pathname, heading: heading(), words: heading()?.textContent });
  let shown = here();
  const isAnother = (drawn, left) => drawn && (drawn !== left.heading || drawn.textContent !== left.words);

  // The place named, or the heading of what is drawn next: a screen reader then says where one is,
  // and the next Tab goes on from there. On the same page only where its subject is another, or
  // where what had focus is gone.
  const arrive = (left) => {
    shown = { path: location.pathname };
    if (named()) return showPlace();
    const isOther = left.path !== location.pathname;
    focusOn(() => {
      const drawn = heading();
      if (!drawn) return null;
      if (isAnother(drawn, left)) return drawn;
      return !isOther && document.activeElement === document.body ? drawn : null;
    });
  };

  // A step is lost where the connection breaks before its page has come: the framework then draws the
  // page that was left once more, under its own address, or draws nothing. Such a step is taken by
  // loading its page as soon as there is a connection again.
  let awaited = null;
  const awaitPage = (left) => {
    awaited = left.path === location.pathname ? null : { ...left, to: new URL(location.href), isCutOff: false, isDrawn: false };
  };
  const lookForPage = () => {
    const { testScriptState, testConnectionState } = document.querySelector('[data-testid="stApp"]')?.dataset ?? {};
    const isConnected = testConnectionState === "CONNECTED";
    if (!isConnected) awaited.isCutOff = true;
    const isThere = location.pathname === awaited.to.pathname;
    if (isThere && testScriptState === "running") awaited.isDrawn = true;
    if (isThere && isAnother(heading(), awaited)) return (awaited = null);
    if (!isConnected || testScriptState !== "notRunning") return;
    if (awaited.isCutOff || !isThere) location.replace(awaited.to);
    else if (!awaited.isDrawn) return;
    awaited = null;
  };
  new MutationObserver(() => awaited && lookForPage()).observe(document, {
    childList: true,
    subtree: true,
    attributeFilter: ["data-test-script-state", "data-test-connection-state"],
  });

  // Go to a page of the dashboard within the session.
  window.openPage = (to) => {
    const left = here();
    closeMenu();
    history.pushState({}, "", to);
    awaitPage(left);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    main()?.scrollTo(0, 0);
    arrive(left);
  };

  // Back and Forward; the steps above are not the browser's own, and are not trusted.
  addEventListener("popstate", (event) => {
    if (!event.isTrusted || shown.path === location.pathname) return;
    const left = { ...here(), path: shown.path };
    awaitPage(left);
    main()?.scrollTo(0, 0);
    arrive(left);
  });

  // Where the menu lies over the page, as on a telephone, it is closed when a page has been chosen.
  // The framework leaves focus nowhere when the menu is opened or closed: it goes to the button that
  // undoes this.
  const CLOSE = '[data-testid="stSidebarCollapseButton"] button';
  const OPEN = '[data-testid="stExpandSidebarButton"]';
  const closeMenu = () => {
    const menu = document.querySelector('[data-testid="stSidebar"][data-collapsed="false"]');
    if (!menu || menu.getBoundingClientRect().right <= main().getBoundingClientRect().left + 1) return;
    menu.querySelector(CLOSE)?.click();
  };
  document.addEventListener("click", ({ target, isTrusted }) => {
    if (!isTrusted) return;
    if (target.closest?.(OPEN)) focusOn(() => document.querySelector(CLOSE));
    else if (target.closest?.(CLOSE)) focusOn(() => document.querySelector(OPEN));
  });

  // A plain link to another page of the dashboard becomes a step within the session, as Back and
  // Forward are, instead of a new load. Whatever is not such a link is left to the browser.
  // A step in the menu takes along the forces that were chosen and the day whose public knowledge is
  // shown, which the framework's own step drops: caught on the way down, before the framework sees it.
  const carried = () => {
    const now = new URLSearchParams(location.search);
    const day = now.get("as-known-on");
    const forces = now.getAll("force").map((force) => ["force", force]);
    return /^\d{4}-\d{2}-\d{2}$/.test(day) ? [...forces, ["as-known-on", day]] : forces;
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
      if (!link.closest('[data-testid="stSidebarNav"]')) return;
      const taken = carried();
      for (const [name] of taken) to.searchParams.delete(name);
      for (const [name, value] of taken) to.searchParams.append(name, value);
      event.stopPropagation();
    }
    event.preventDefault();
    openPage(to);
  };
  document.addEventListener("click", step, true);
  document.addEventListener("click", step);
})();
