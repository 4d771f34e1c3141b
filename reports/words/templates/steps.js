"use strict";
(() => {
  const form = document.getElementById("find");
  const box = document.getElementById("text");
  const matches = document.getElementById("matches");
  const steps = [...document.querySelectorAll("article.step")];
  const texts = steps.map((one) => one.dataset.words);
  const sections = [...document.querySelectorAll("section.subject")];
  form.hidden = false;

  function filter() {
    const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    steps.forEach((one, at) => {
      one.hidden = !words.every((word) => texts[at].includes(word));
      if (!one.hidden) shown += 1;
    });
    for (const one of sections) one.hidden = !one.querySelector("article:not([hidden])");
    matches.textContent = words.length ? `${shown} of ${steps.length} steps` : `${steps.length} steps`;
  }

  function follow() {
    const place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!place) return;
    if (place.hidden) { box.value = ""; filter(); }
    place.querySelector("details")?.setAttribute("open", "");
    place.scrollIntoView();
  }

  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", follow);
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    closed.forEach((one) => { one.open = true; });
  });
  addEventListener("afterprint", () => { closed.forEach((one) => { one.open = false; }); closed = []; });
  filter();
  follow();
})();
