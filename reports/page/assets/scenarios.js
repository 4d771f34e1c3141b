"use strict";
(() => {
  const form = document.getElementById("find");
  const matches = document.getElementById("matches");
  const scenarios = [...document.querySelectorAll("details.scenario")];
  const groups = [...document.querySelectorAll("article.feature")];
  const count = new Intl.NumberFormat("en-GB");
  let words = null;

  // The tables of passed scenarios stand in noscript: shown without scripts, and otherwise not read before they are
  // wanted, so that a page of a thousand scenarios is there at once. Idle time then brings them in for the browser's
  // own search.
  const folded = scenarios.filter((scenario) => scenario.matches(".passed, .skipped"));
  for (const scenario of folded) scenario.open = false;
  form.hidden = false;

  const keptOf = (scenario) => scenario.querySelector(":scope > noscript");

  function unfold(scenario) {
    const kept = keptOf(scenario);
    if (!kept) return;
    kept.outerHTML = kept.textContent;
    ilrspec.prepare(scenario);
  }

  function open(scenario) {
    unfold(scenario);
    scenario.open = true;
  }

  const idle = window.requestIdleCallback || ((work) => setTimeout(() => work({ didTimeout: true }), 50));
  let next = 0;
  function unfoldMore(deadline) {
    for (let done = 0; next < folded.length && done < 50; done += 1) {
      if (!deadline.didTimeout && deadline.timeRemaining() < 3) break;
      unfold(folded[next++]);
    }
    if (next < folded.length) idle(unfoldMore, { timeout: 500 });
  }

  function textOf(scenario) {
    const kept = keptOf(scenario);
    if (!kept) return scenario.textContent;
    const raw = kept.textContent.replace(/<[^>]*>/g, " ").replace(/&lt;/g, "<").replace(/&gt;/g, ">");
    return `${scenario.firstElementChild.textContent} ${raw.replace(/&#3[49];|&quot;/g, "'").replace(/&amp;/g, "&")}`;
  }

  // What each scenario says, read on the first search only. The feature's own words count for each of its scenarios.
  function texts() {
    if (!words) {
      const heads = new Map();
      words = scenarios.map((scenario) => {
        const feature = scenario.closest("article");
        if (!heads.has(feature)) {
          const parts = [...feature.children].filter((part) => part.tagName !== "DETAILS");
          heads.set(feature, parts.map((part) => part.textContent).join(" ").toLowerCase());
        }
        return `${textOf(scenario).toLowerCase()} ${heads.get(feature)}`;
      });
    }
    return words;
  }

  function filter() {
    const chosen = new FormData(form);
    const sought = (chosen.get("text") || "").toLowerCase().split(/\s+/).filter(Boolean);
    const tags = chosen.getAll("tag");
    const state = chosen.get("state") || "";
    const year = chosen.get("year") || "";
    const active = Boolean(sought.length || tags.length || state || year);
    const told = sought.length ? texts() : null;
    let shown = 0;
    scenarios.forEach((scenario, at) => {
      const own = tags.length ? scenario.dataset.tags.split(" ") : [];
      const fits =
        (!state || scenario.classList.contains(state)) &&
        tags.every((tag) => own.includes(tag)) &&
        (!year || scenario.dataset.years.split(" ").includes(year)) &&
        sought.every((word) => told[at].includes(word));
      scenario.hidden = !fits;
      shown += fits;
    });
    for (const group of groups) {
      group.hidden = active && !group.querySelector("details.scenario:not([hidden])");
    }
    for (const rule of document.querySelectorAll("h3.rule")) {
      let next = rule.nextElementSibling;
      while (next && next.tagName === "DETAILS" && next.hidden) next = next.nextElementSibling;
      rule.hidden = active && !(next && next.tagName === "DETAILS");
    }
    const total = `${count.format(scenarios.length)} scenario${scenarios.length === 1 ? "" : "s"}`;
    matches.textContent = active ? `Showing ${count.format(shown)} of ${total}` : total;
    document.getElementById("clear").hidden = !active;
    document.getElementById("empty").hidden = shown > 0 || !active;
    return { sought, tags, state, year, active };
  }

  // The filters stand in the address after #?, so that a filtered page can be linked; other hashes are places.
  function remember() {
    const { sought, tags, state, year, active } = filter();
    const kept = new URLSearchParams();
    if (sought.length) kept.set("text", sought.join(" "));
    if (year) kept.set("year", year);
    if (state) kept.set("state", state);
    tags.forEach((tag) => kept.append("tag", tag));
    history.replaceState(null, "", active ? `#?${kept}` : location.pathname + location.search);
  }

  function recall(kept) {
    form.elements.text.value = kept.get("text") || "";
    if (form.elements.year) form.elements.year.value = kept.get("year") || "";
    for (const choice of form.querySelectorAll("[name=state]")) choice.checked = choice.value === (kept.get("state") || "");
    for (const choice of form.querySelectorAll("[name=tag]")) {
      choice.checked = kept.getAll("tag").includes(choice.value);
      if (choice.checked && choice.closest("details")) choice.closest("details").open = true;
    }
    filter();
  }

  function follow() {
    if (location.hash.startsWith("#?")) {
      recall(new URLSearchParams(location.hash.slice(2)));
      form.scrollIntoView();
      return;
    }
    // The address of a figure is its scenario's, then /step.row.column.
    const [id, figure] = decodeURIComponent(location.hash.slice(1)).split("/");
    const place = id && document.getElementById(id);
    if (!place) return;
    if (place.closest("[hidden]") || place.hidden) recall(new URLSearchParams());
    if (place.matches("details")) {
      open(place);
      if (figure && ilrspec.openFigure(place, figure)) return;
      place.querySelector("summary").focus({ preventScroll: true });
    }
    place.scrollIntoView();
  }

  let waiting = 0;
  form.addEventListener("input", (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(remember, event.target.id === "text" ? 120 : 0);
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); remember(); });
  document.getElementById("clear").addEventListener("click", () => { form.reset(); remember(); form.elements.text.focus(); });
  document.getElementById("open").addEventListener("click", () => scenarios.forEach((one) => { if (!one.hidden) open(one); }));
  document.getElementById("close").addEventListener("click", () => scenarios.forEach((one) => { one.open = false; }));
  addEventListener("hashchange", follow);
  // A link to the place one is already at does not change the address, but is to open it all the same.
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link && link.getAttribute("href") === location.hash) setTimeout(follow);
  });

  // A table wider than its box becomes reachable by keyboard once it is seen.
  function reachable(inside) {
    for (const box of inside.querySelectorAll(".scroll")) {
      if (box.scrollWidth > box.clientWidth && !box.hasAttribute("tabindex")) {
        box.tabIndex = 0;
        box.setAttribute("role", "region");
        box.setAttribute("aria-label", `Table, scrolls sideways: ${box.querySelector("caption")?.textContent || ""}`);
      }
    }
  }
  document.addEventListener("toggle", (event) => {
    if (!event.target.open) return;
    if (event.target.matches(".scenario")) unfold(event.target);
    if (event.target.matches(".picture")) ilrspec.draw(event.target);
    reachable(event.target);
  }, true);
  for (const opened of document.querySelectorAll("details.scenario[open], .background")) {
    ilrspec.prepare(opened);
    reachable(opened);
  }

  let closed = [];
  addEventListener("beforeprint", () => {
    scenarios.forEach(unfold);
    closed = [...document.querySelectorAll("details.scenario:not([open]), details.beyond:not([open])")];
    closed.forEach((one) => { one.open = true; });
  });
  addEventListener("afterprint", () => { closed.forEach((one) => { one.open = false; }); closed = []; });

  filter();
  follow();
  idle(unfoldMore, { timeout: 500 });
})();
