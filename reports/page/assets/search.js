"use strict";
// The search over all scenarios. Its data is loaded when it is first used, so that the first page is there at once.
const ilrspec = (() => {
  const form = document.getElementById("find");
  const found = document.getElementById("found");
  const list = found.querySelector("ol");
  const more = document.getElementById("more");
  const matches = document.getElementById("matches");
  const first = matches.textContent;
  const states = ["passed", "failed", "error", "skipped"];
  const words = { passed: "Passed", failed: "Failed", error: "Error", skipped: "Skipped" };
  const count = new Intl.NumberFormat("en-GB");
  const fields = ["text", "programme", "state", "year", "tag"];
  const page = 50;
  let data = null;
  let waiting = [];
  let hits = [];

  function take(name, told) {
    data = told;
    data.known = Object.keys(data.words);
    data.lower = data.tags.map((tag) => tag.toLowerCase());
    waiting.splice(0).forEach((use) => use());
  }

  function withData(use) {
    if (data) { use(); return; }
    waiting.push(use);
    if (waiting.length > 1) return;
    const script = document.createElement("script");
    script.src = "data/search.js";
    document.head.append(script);
  }

  // A word's scenarios are kept as the steps between their numbers.
  function scenariosOf(part) {
    const numbers = new Set();
    for (const word of data.known) {
      if (!word.includes(part)) continue;
      let at = -1;
      for (const step of data.words[word].split(" ")) numbers.add(at += parseInt(step, 36));
    }
    return numbers;
  }

  function sought(text) {
    return text.toLowerCase().replace(/(\d),(?=\d{3}\b)/g, "$1").split(/[^\p{L}\p{N}.'/@-]+/u)
      .map((word) => word.replace(/^[.'/@-]+|[.'/@-]+$/g, "")).filter(Boolean);
  }

  function filter() {
    const chosen = new FormData(form);
    const tag = chosen.get("tag").trim().replace(/^@/, "").toLowerCase();
    const sets = sought(chosen.get("text")).map(scenariosOf);
    const state = states.indexOf(chosen.get("state"));
    const year = chosen.get("year");
    const programme = data.programmes.findIndex(([, file]) => file === chosen.get("programme"));
    const tags = new Set(data.lower.includes(tag) ? [data.lower.indexOf(tag)]
      : data.lower.flatMap((name, at) => (tag && name.includes(tag) ? [at] : [])));
    hits = data.scenarios.filter((one, at) =>
      sets.every((set) => set.has(at)) && (state < 0 || one[3] === state) && (!year || one[5].includes(year)) &&
      (programme < 0 || data.features[one[2]][1] === programme) && (!tag || one[4].some((number) => tags.has(number))));
    list.replaceChildren();
    show();
    found.hidden = false;
    matches.textContent = hits.length
      ? `${count.format(hits.length)} of ${count.format(data.scenarios.length)} scenarios`
      : "No scenario matches. Take out a word, or clear the search.";
  }

  function show() {
    const from = list.children.length;
    for (const [name, id, feature, state, , years, example] of hits.slice(from, from + page)) {
      const item = document.createElement("li");
      const [featureName, programme] = data.features[feature];
      const [programmeName, file] = data.programmes[programme];
      const link = Object.assign(document.createElement("a"), { href: `${file}#${id}`, textContent: name || "(without a name)" });
      const told = Object.assign(document.createElement("strong"), { className: `state ${states[state]}`, textContent: words[states[state]] });
      const where = Object.assign(document.createElement("span"), {
        className: "quiet",
        textContent: [example ? `example of line ${example}` : "", programmeName, featureName, years.join(", ")].filter(Boolean).join(" · "),
      });
      item.append(link, " ", told, where);
      list.append(item);
    }
    const left = hits.length - list.children.length;
    more.hidden = left <= 0;
    more.textContent = `Show ${count.format(Math.min(left, page))} more`;
  }

  const active = () => fields.some((name) => form.elements[name].value.trim());

  function search() {
    document.getElementById("clear").hidden = !active();
    const kept = new URLSearchParams();
    for (const name of fields) if (form.elements[name].value.trim()) kept.set(name, form.elements[name].value.trim());
    history.replaceState(null, "", active() ? `#?${kept}` : location.pathname + location.search);
    if (active()) withData(filter);
    else { found.hidden = true; matches.textContent = first; }
  }

  function follow() {
    if (!location.hash.startsWith("#?")) return;
    const kept = new URLSearchParams(location.hash.slice(2));
    for (const name of fields) form.elements[name].value = kept.get(name) || "";
    search();
    form.scrollIntoView();
  }

  let later = 0;
  form.hidden = false;
  form.addEventListener("focusin", () => withData(() => {}));
  form.addEventListener("input", () => { clearTimeout(later); later = setTimeout(search, 120); });
  form.addEventListener("submit", (event) => { event.preventDefault(); search(); });
  document.getElementById("clear").addEventListener("click", () => { form.reset(); search(); form.elements.text.focus(); });
  more.addEventListener("click", () => {
    const from = list.children.length;
    show();
    list.children[from]?.querySelector("a").focus();
  });
  addEventListener("hashchange", follow);
  follow();
  return { take };
})();
