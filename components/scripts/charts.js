// Draw every chart on the page, laid out for the room it has, in the colours of the page and with
// letters as large as the reader's; and again when one of these changes.
//
// A chart is a box with `data-wide` and, where it has to be laid out anew on a narrow screen,
// `data-narrow`: a figure as JSON. `data-leads-to` is the address that a mark of it leads to,
// `mark-of-chart` standing for what the mark is of.
(() => {
  const NARROW = 560;
  const LEAST = 340;
  const LIBRARY = document.currentScript.dataset.library;
  const PLAIN = { displayModeBar: false, scrollZoom: false, doubleClick: false };

  let asked;
  const library = () =>
    (asked ??= new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = LIBRARY;
      script.onload = () => done(window.Plotly);
      script.onerror = () => {
        asked = undefined;
        failed(new Error("The library that draws charts could not be loaded."));
      };
      document.head.append(script);
    }));

  // Colours are named in a figure as in a style sheet; here they become what the page has for them.
  // Each is looked up once for each colour of the words, for a look has the browser go over the page.
  const palettes = new Map();
  const coloured = (text, chart) => {
    const probe = document.createElement("i");
    chart.append(probe);
    const looked = (name) => {
      probe.style.color = name;
      return getComputedStyle(probe).color;
    };
    const ink = looked("var(--ink)");
    if (!palettes.has(ink)) palettes.set(ink, new Map([["var(--ink)", ink]]));
    const known = palettes.get(ink);
    const full = text.replace(/var\(--[a-z0-9-]+\)/g, (name) => {
      if (!known.has(name)) known.set(name, looked(name));
      return known.get(name);
    });
    probe.remove();
    return full;
  };

  // Letters, and the room made for them, grow with the size of letters the reader has set.
  const enlarged = (part, by) => {
    if (by === 1 || part === null || typeof part !== "object") return part;
    for (const [key, value] of Object.entries(part)) {
      if (["font", "tickfont"].includes(key) && value?.size) value.size *= by;
      else if (["height", "xshift", "yshift", "ax", "ay", "l", "r", "t", "b"].includes(key)) {
        if (typeof value === "number") part[key] = value * by;
      } else enlarged(value, by);
    }
    return part;
  };

  const draw = async (chart) => {
    const box = chart.querySelector(".plot");
    const width = chart.clientWidth;
    if (!box || !width) return;
    // Words in a chart are broken into lines for LEAST pixels: no larger than what then has room.
    const set = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    const letters = Math.max(1, Math.min(set, width / LEAST));
    const form = width / letters < NARROW && chart.dataset.narrow ? "narrow" : "wide";
    const wanted = [form, width, letters, coloured("var(--ink)", chart)].join();
    if (chart.wanted === wanted) return;
    chart.wanted = wanted;
    try {
      const [plotly] = await Promise.all([library(), document.fonts.load('13px "Inspection Sans"')]);
      if (!chart.isConnected || chart.wanted !== wanted) return;
      const figure = JSON.parse(coloured(chart.dataset[form], chart));
      enlarged(figure.layout, letters);
      figure.layout.width = width;
      if (!chart.dataset.drawn && !box.of) box.replaceChildren();
      await plotly.react(box, figure.data, figure.layout, PLAIN);
      chart.dataset.drawn = form;
      const isNew = !box.of;
      box.of = chart;
      if (!isNew) return;
      box.on("plotly_click", ({ points }) => {
        const chart = box.of;
        const of = points[0].customdata;
        if (!of || !chart.dataset.leadsTo) return;
        const key = encodeURIComponent([of].flat().join("."));
        openPage(new URL(chart.dataset.leadsTo.replace("mark-of-chart", key), location.href));
      });
    } catch (fault) {
      chart.wanted = undefined;
      if (!chart.isConnected) return;
      window.Plotly?.purge(box);
      box.of = undefined;
      delete chart.dataset.drawn;
      box.textContent = "This chart could not be drawn here. The table that follows has the same.";
      console.error(fault);
    }
  };

  const sizes = new ResizeObserver((boxes) => boxes.forEach(({ target }) => draw(target)));
  const charts = () => document.querySelectorAll(".chart[data-wide]");
  const watched = new Set();
  const find = () => {
    for (const chart of watched) {
      if (chart.isConnected) continue;
      watched.delete(chart);
      sizes.unobserve(chart);
      const box = chart.querySelector(".plot");
      // The same chart sent anew takes the drawing over: to change it costs less than half of
      // drawing it from nothing.
      const anew = document.getElementById(chart.id)?.querySelector(".plot");
      if (box?.of && anew && !anew.of) anew.replaceWith(box);
      else if (box) window.Plotly?.purge(box);
    }
    for (const chart of charts()) {
      if (watched.has(chart)) continue;
      watched.add(chart);
      sizes.observe(chart);
    }
  };
  // The framework puts on another theme by giving its parts other classes.
  new MutationObserver((changes) => {
    if (changes.some((change) => change.addedNodes.length || change.removedNodes.length)) find();
    if (changes.some((change) => change.target.matches?.('[data-testid="stApp"]')))
      charts().forEach(draw);
  }).observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["class"],
  });
  find();
})();
