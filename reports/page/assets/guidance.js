"use strict";
(() => {
  const form = document.getElementById("find");
  const clauses = [...document.querySelectorAll("article.clause")];
  const sections = [...document.querySelectorAll("section.clauses")];
  const matches = document.getElementById("matches");
  form.hidden = false;

  function filter() {
    const state = new FormData(form).get("state");
    for (const one of clauses) one.hidden = Boolean(state) && !one.classList.contains(state);
    for (const one of sections) one.hidden = !one.querySelector("article:not([hidden])");
    const shown = clauses.filter((one) => !one.hidden).length;
    matches.textContent = state ? `Showing ${shown} of ${clauses.length} clauses` : `${clauses.length} clauses`;
    return state;
  }

  function choose(state) {
    for (const choice of form.querySelectorAll("[name=state]")) choice.checked = choice.value === state;
    filter();
  }

  function follow() {
    if (location.hash.startsWith("#?")) {
      choose(new URLSearchParams(location.hash.slice(2)).get("state") || "");
      return;
    }
    const place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!place) return;
    if (place.hidden) choose("");
    place.querySelector("details")?.setAttribute("open", "");
    place.focus({ preventScroll: true });
    place.scrollIntoView();
  }

  form.addEventListener("input", () => {
    const state = filter();
    history.replaceState(null, "", state ? `#?state=${state}` : location.pathname + location.search);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", follow);
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    closed.forEach((one) => { one.open = true; });
  });
  addEventListener("afterprint", () => { closed.forEach((one) => { one.open = false; }); closed = []; });
  follow();
})();
