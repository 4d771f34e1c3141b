"use strict";
// Figures that can be asked for their reasons, the panel that tells them, and the months behind "...".
const ilrspec = (() => {
  const waiting = [];
  let data = null;
  let panel = null;
  let asked = null;

  // A page opened from disk may load scripts and nothing else: the data is a script that hands itself over.
  function take(name, told) {
    data = told;
    waiting.splice(0).forEach((use) => use(data));
  }

  function withData(use) {
    if (data) { use(data); return; }
    waiting.push(use);
    if (waiting.length > 1) return;
    const script = document.createElement("script");
    script.src = document.body.dataset.source;
    document.head.append(script);
  }

  function element(name, text = "", cls = "") {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (cls) made.className = cls;
    return made;
  }

  // --- figures become buttons once their scenario is there ---

  function prepare(scenario) {
    for (const cell of scenario.querySelectorAll("[data-w]")) {
      if (cell.querySelector("button.ask")) continue;
      const button = element("button", "", "ask");
      button.type = "button";
      const figure = cell.querySelector("span + span");
      button.setAttribute("aria-label", `Why ${figure ? figure.lastChild.textContent.trim() : cell.textContent.trim() || "nothing"}?`);
      button.append(...cell.childNodes);
      cell.append(button);
    }
    for (const table of scenario.querySelectorAll("table")) {
      const dots = new Set([...table.querySelectorAll("thead th[data-d]")].map((one) => Number(one.dataset.d)));
      const heads = table.tHead ? [...table.tHead.rows[0].cells] : [];
      for (const at of dots) {
        const head = heads[at];
        if (head.querySelector("button")) continue;
        const count = heads.filter((one) => Number(one.dataset.d || -1) === at).length;
        const button = element("button", head.textContent, "dots");
        button.type = "button";
        button.setAttribute("aria-expanded", "false");
        button.setAttribute("aria-label", `Show the ${count} month${count === 1 ? "" : "s"} left out here`);
        button.title = button.getAttribute("aria-label");
        button.addEventListener("click", () => {
          const shown = button.getAttribute("aria-expanded") !== "true";
          button.setAttribute("aria-expanded", String(shown));
          for (const row of table.rows) {
            for (const cell of row.cells) {
              const mine = row.parentElement.tagName === "THEAD" ? cell : heads[cell.cellIndex];
              if (Number(mine.dataset.d || -1) === at) cell.hidden = !shown;
            }
          }
        });
        head.replaceChildren(button);
      }
    }
  }

  // --- the address of a figure ---

  function addressOf(cell) {
    const scenario = cell.closest("details.scenario");
    const step = [...scenario.querySelectorAll(".steps > li")].indexOf(cell.closest(".steps > li"));
    if (cell.tagName === "SPAN") return `${scenario.id}/${step + 1}`;
    const tables = [...cell.closest("li").querySelectorAll("table")];
    const rows = tables.flatMap((table) => [...table.tBodies[0].rows]);
    return `${scenario.id}/${step + 1}.${rows.indexOf(cell.parentElement) + 1}.${cell.cellIndex + 1}`;
  }

  function openFigure(scenario, address) {
    const [step, row, column] = address.split(".").map(Number);
    const item = scenario.querySelectorAll(".steps > li")[step - 1];
    if (!item) return false;
    const rows = [...item.querySelectorAll("tbody tr")];
    const cell = row ? rows[row - 1]?.cells[column - 1] : item.querySelector("span.figure");
    const button = cell?.querySelector("button.ask");
    if (!button) return false;
    if (cell.hidden) cell.closest("table").tHead.rows[0].cells[cell.dataset.d]?.querySelector("button.dots")?.click();
    button.closest("details.beyond")?.setAttribute("open", "");
    button.scrollIntoView({ block: "center" });
    ask(button);
    return true;
  }

  // --- the panel ---

  const day = (text) => new Date(`${text}T00:00:00Z`)
    .toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const readable = (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? day(text) : text);
  // Sums as people read them: commas between thousands, whatever else stands beside.
  const commas = (text) => text.replace(/\d{4,}(\.\d+)?/g, (number, decimals = "") =>
    number.slice(0, number.length - decimals.length).replace(/\B(?=(\d{3})+$)/g, ",") + decimals);
  const sum = (numbers) => numbers.reduce((all, one) => all + Math.round(Number(one) * 1e5), 0) / 1e5;

  function make() {
    panel = element("dialog", "", "panel");
    panel.setAttribute("aria-labelledby", "panel-heading");
    panel.addEventListener("close", () => { asked?.classList.remove("asked"); asked?.focus(); });
    panel.addEventListener("click", (event) => { if (event.target === panel) panel.close(); });
    document.body.append(panel);
  }

  function ask(button) {
    withData((told) => show(button, about(button.closest("[data-w]")), told));
  }

  function show(button, figure, told) {
    if (!panel) make();
    if (panel.open) panel.close();
    asked = button;
    button.classList.add("asked");
    panel.replaceChildren(...tell(figure, told));
    panel.showModal();
    panel.scrollTop = 0;
  }

  // What the panel is about: the figure as shown, its row and column, what was expected if that differs, its reasons.
  function about(cell) {
    const figure = cell.querySelector("span + span");
    const table = cell.closest("table");
    const where = [];
    if (table && cell.tagName === "TD") {
      const labels = [...cell.parentElement.querySelectorAll("th")].map((one) => one.textContent.trim());
      where.push(...labels, table.tHead?.rows[0].cells[cell.cellIndex]?.textContent.trim());
    }
    return {
      shown: (figure ? figure.lastChild.textContent : cell.textContent).trim() || "nothing",
      where: where.filter(Boolean),
      wrong: cell.matches(".no") ? cell.querySelector("span").lastChild.textContent.trim() : "",
      group: cell.dataset.w,
      address: addressOf(cell),
    };
  }

  function tell({ shown, where, wrong, group, address }, told) {
    const head = element("header");
    const title = element("h2");
    title.id = "panel-heading";
    title.append(element("span", "Why is this figure ", "quiet"), element("span", `${commas(shown)}?`));
    const close = element("button", "Close", "plain");
    close.type = "button";
    close.addEventListener("click", () => panel.close());
    head.append(title, close);
    const parts = [head];
    if (where.length) parts.push(element("p", where.join(", "), "where"));
    if (wrong) parts.push(element("p", `The scenario expects ${commas(wrong)}.`, "message"));
    const counts = new Map();
    for (const number of told.groups[group]) counts.set(number, (counts.get(number) || 0) + 1);
    const all = told.groups[group].map((number) => told.texts[told.reasons[number][6]]);
    const wanted = Number(shown.replace(/[£,]/g, ""));
    if (all.length > 1 && all[0] && Math.abs(Number(all[0]) - wanted) < 0.005) {
      parts.push(element("p", "The first of these rules adds up what the others give."));
    } else if (all.length > 1 && all.every(Boolean) && Math.abs(sum(all) - wanted) < 0.005) {
      const line = element("p", "", "made-of");
      line.append("It is made up of ", element("b", all.map(commas).join(" + ")), ".");
      parts.push(line);
    } else if (all.length > 1) parts.push(element("p", "These rules give its parts. A part that counts more than once is told once."));
    for (const [number, times] of counts) parts.push(reason(told, number, times));
    if (address) {
      const link = element("a", "Link to this figure");
      link.href = `#${address}`;
      const foot = element("p", "", "quiet");
      foot.append(link);
      parts.push(foot);
    }
    return parts;
  }

  function reason(told, number, times) {
    const text = (at) => told.texts[at];
    const [rule, title, source, clauses, words, numbers, result, terms, facts, parameters] = told.reasons[number];
    const box = element("section", "", "reason");
    const head = element("h3", text(title));
    if (times > 1) head.append(element("span", ` ${times} times`, "quiet"));
    box.append(head);
    if (text(numbers)) {
      const sum = element("p", "", "sum");
      sum.append(text(words), element("br"), `= ${commas(text(numbers))}`);
      if (text(result) && text(result) !== text(numbers)) sum.append(element("br"), "= ", element("b", commas(text(result))));
      box.append(sum);
    }
    if (parameters.length) {
      box.append(element("h4", "Values that the guidance sets"));
      const list = element("ul");
      for (const at of parameters) {
        const [name, label, value, unit, from, to, origin, says] = told.parameters[at].map(text);
        const item = element("li");
        item.append(`${label || name}: `, element("b", commas(value)), unit ? ` ${unit}` : "");
        item.append(element("span", ` from ${day(from)}${to ? ` until ${day(to)}` : ""}. ${says} Source: ${origin}.`, "quiet"));
        list.append(item);
      }
      box.append(list);
    }
    if (terms.length) box.append(element("h4", "What went into the sum"), listed(terms, text, true));
    if (facts.length) box.append(element("h4", "Facts that chose the rule"), listed(facts, text, false));
    const foot = element("p", "", "quiet");
    foot.append(`Source: ${text(source)}. Guidance: `);
    clauses.map(text).forEach((clause, at) => {
      if (at) foot.append(", ");
      if (told.clauses[clause]) {
        const link = element("a", clause);
        link.href = told.clauses[clause];
        foot.append(link);
      } else foot.append(clause);
    });
    foot.append(`. Rule ${text(rule)}.`);
    box.append(foot);
    return box;
  }

  function listed(rows, text, sums) {
    const list = element("ul");
    for (const row of rows) {
      const [name, value, where] = row.map(text);
      const item = element("li");
      const shown = sums ? commas(value) : readable(value);
      item.append(`${name.replace(/_/g, " ").replace(/\.$/, "")}: `, element("b", { True: "yes", False: "no" }[shown] || shown));
      if (where) item.append(element("span", ` (${where})`, "quiet"));
      list.append(item);
    }
    return list;
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button.ask");
    if (button) ask(button);
  });

  return { take, withData, element, prepare, openFigure, show, commas };
})();
