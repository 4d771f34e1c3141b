// A feature as it stands on the page: its head, rules, backgrounds and scenarios with their steps and tables.

import { typeInto } from "./complete.js";
import { edit, save, stateOf, words } from "./core.js";
import { banner, button, counted, make } from "./dom.js";
import { problems, rowProblems } from "./flaws.js";
import { grid, headingsOf, monthsOf } from "./grid.js";

const STATE_WORDS = { passed: "Passed", failed: "Failed", error: "Error", skipped: "Skipped" };
const KEYWORDS = ["Given", "When", "Then", "And", "But"];
const sentences = new Map();

// The step of the vocabulary that a sentence is most like: its fixed words, each {part} standing for anything.
export function stepOf(sentence) {
  if (!words.steps.length) return null;
  const plain = sentence.replace(/\s+/g, " ").replace(/:\s*(#.*)?$/, "").trim();
  if (!sentences.has(plain)) {
    let best = null;
    for (const one of words.steps) {
      one.pattern ??= new RegExp(`^${one.sentence.replace(/:$/, "").replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{\w+\}/g, ".+?")}$`, "i");
      if (one.pattern.test(plain) && (!best || fixed(one) > fixed(best))) best = one;
    }
    sentences.set(plain, best);
  }
  return sentences.get(plain);
}

// A sentence as it is offered: what stands in braces is replaced by a sample of it, where there is one.
const sentencesOffered = () => words.steps.map((one) => ({ name: one.sentence.replace(/\{(\w+)\}/g, (all, name) => one.samples[name] || all), help: one.help }));
const fixed = (one) => one.sentence.replace(/\{\w+\}/g, "").length;

// --- one block --------------------------------------------------------------------------------------------

// ``desk`` is what the page does for its blocks: accept, why, typing, settled, redraw.
export function drawBlock(file, block, result, flaws, desk) {
  const relative = (line) => line - block.line;
  const own = new Map();
  for (const flaw of flaws) {
    const key = flaw.cell === null ? `${relative(flaw.line)}` : `${relative(flaw.line)}:${flaw.cell}`;
    own.set(key, [...(own.get(key) || []), flaw]);
  }
  const state = stateOf(result);
  const scenario = ["scenario", "outline"].includes(block.kind);
  const shownKey = `${block.name}`;
  const examples = result?.examples || [];
  const chosen = examples.find((one) => one.line - result.base === file.shown.get(shownKey))
    || examples.find((one) => one.status === "failed" || one.status === "error") || examples[0];
  const found = new Map();
  const steps = new Map();
  for (const step of chosen?.steps || []) {
    steps.set(step.line - result.base, step);
    for (const [line, at, cellState, actual, why, text] of step.cells) found.set(`${line - result.base}:${at}`, { state: cellState, actual, why, text });
  }
  const context = { file, block, desk, own, relative, found, steps, chosen, result, scenario, state, examples, shownKey };
  const body = make("div", { class: "body" }, ...bodyOf(context));
  if (block.kind === "feature") return make("section", { class: "head-of-feature" }, body);
  if (!scenario) return make("section", { class: `part ${block.kind}` }, make("h3", {}, make("span", { class: "keyword" }, block.kind === "loose" ? "Before the feature" : block.keyword), " ", block.kind === "rule" ? nameOf(context) : ""), body);
  const folded = file.folded.get(shownKey) ?? false;
  body.hidden = folded;
  const fold = make("button", { type: "button", class: "fold", "aria-expanded": String(!folded), "aria-label": `${block.name || "scenario without a name"}: steps` });
  fold.addEventListener("click", () => {
    body.hidden = !body.hidden;
    fold.setAttribute("aria-expanded", String(!body.hidden));
    file.folded.set(shownKey, body.hidden);
  });
  const wrong = flaws.filter((flaw) => flaw.severity === "error").length;
  const tag = state ? make("span", { class: `state ${state}` }, STATE_WORDS[state])
    : wrong ? make("span", { class: "state error" }, counted(wrong, "problem")) : make("span", { class: "state untestable" }, "Not run yet");
  return make("section", { class: `scenario sheet-scenario ${state || "unrun"}` },
    make("header", {}, fold, make("h3", {}, nameOf(context)), tag), body);
}

function nameOf(context) {
  const { block } = context;
  return phrase(context, {
    line: block.line, text: block.name, label: `Name of the ${block.kind === "outline" ? "scenario" : block.kind}`, empty: "(give it a name)",
    content: (told) => `${block.keyword}: ${told}`,
  });
}

// Words that become an input when they are clicked.
function phrase(context, { line, text, label, empty = "", cls = "", offers = [], content, keyword = null, done = null }) {
  const { file, block, desk } = context;
  const base = line - block.line;
  const shown = make("button", { type: "button", class: `words ${cls}`, "aria-label": `${label}: ${keyword ? `${keyword} ` : ""}${text || empty}. Change`, data: { line: base } },
    ...(keyword ? [make("b", { class: "keyword" }, keyword), " "] : []), text || make("i", {}, empty));
  const begin = () => {
    const select = keyword ? make("select", { "aria-label": "Keyword" }, ...[...new Set([...KEYWORDS, keyword])].map((one) => make("option", { selected: one === keyword }, one))) : null;
    const typing = typeInto({
      value: text, label, offers, cls: "wide",
      done(value, how) {
        desk.typing(null);
        place.replaceWith(shown);
        const told = value === null ? null : value.trim();
        const word = select?.value ?? keyword;
        if (done) done(told, how);
        else if (told !== null && (told !== text || word !== keyword)) {
          shown.lastChild.replaceWith(told);
          edit(file, [{ kind: "content", line: block.line + base, content: content(told, word) }], how === "leave" ? null : { line: base });
        }
        if (how === "save") save(file).then(() => desk.settled(true));
        else if (how !== "leave" && !done) shown.focus();
        desk.settled(how === "save");
      },
    });
    const place = make("span", { class: "phrase" }, ...(select ? [select] : []), typing.wrap);
    if (select) {
      // The keyword belongs to the sentence: going to it is no end of typing.
      typing.input.addEventListener("blur", (event) => { if (event.relatedTarget === select) event.stopImmediatePropagation(); }, true);
      select.addEventListener("change", () => typing.input.focus());
      select.addEventListener("keydown", (event) => { event.stopPropagation(); if (event.key === "Enter" || event.key === "Escape") typing.input.focus(); });
      select.addEventListener("blur", (event) => { if (event.relatedTarget !== typing.input) typing.finish("leave"); });
    }
    shown.replaceWith(place);
    desk.typing(typing);
    typing.start();
  };
  shown.addEventListener("click", begin);
  shown.begin = begin;
  return shown;
}

// --- what stands in a block -------------------------------------------------------------------------------

function* bodyOf(context) {
  const { block, file, chosen, result } = context;
  const before = block.before.map((item) => note(context, item));
  if (before.length) yield make("div", { class: "notes" }, ...before);
  if (block.kind === "feature") yield make("h2", {}, make("span", { class: "keyword" }, "Feature: "), nameOf(context));
  if (block.kind !== "background" && block.kind !== "loose") yield tagsOf(context, block.tags, block.line);
  if (block.kind !== "background" && block.kind !== "loose" && (block.description.length || block.kind === "feature")) yield descriptionOf(context);
  yield* problems(context, block.line, chosen?.problems.filter((one) => !one.line || one.line === result.base) || []);
  const list = make("ol", { class: "steps" });
  block.items.forEach((item, at) => list.append(itemOf(context, item, at)));
  if (block.items.length) yield list;
  if (chosen?.message) yield make("p", { class: "quiet" }, chosen.message);
  const foot = make("p", { class: "foot" });
  if (context.scenario || block.kind === "background") foot.append(button("Add a step", () => newStep(context, list, foot, block.items.length - 1)));
  if (context.scenario) {
    const wrong = context.examples.reduce((sum, one) => sum + (one.status === "failed" ? one.wrong : 0), 0);
    if (wrong) foot.append(button(`Accept ${wrong === 1 ? "the figure" : `all ${wrong} figures`} of this scenario`, () => context.desk.accept(block, { line: block.line }, file)));
    foot.append(button("Duplicate", () => duplicate(context)), button("Delete scenario", () => context.desk.remove(block)));
    const compared = context.examples.reduce((sum, one) => sum + one.compared, 0);
    if (result && compared) foot.append(make("span", { class: "quiet" }, `${counted(compared, "cell")} compared${wrong ? `, ${wrong} ${wrong === 1 ? "differs" : "differ"}` : ", all agree"}`));
  }
  if (foot.childNodes.length) yield foot;
}

function tagsOf(context, tags, line, label = "Tags") {
  const { file, block } = context;
  const told = tags?.text || "";
  return make("p", { class: "tags-line quiet" }, phrase(context, {
    line: tags?.line ?? line, text: told, label, empty: "Add tags", cls: "quiet",
    done(value) {
      if (value === null || value === told) return;
      const content = value.split(/[\s,]+/).filter(Boolean).map((one) => (one.startsWith("@") ? one : `@${one}`)).join(" ");
      const indent = /^\s*/.exec(file.text.split("\n")[line - 1])[0];
      const lines = content ? [indent + content] : [];
      edit(file, [tags ? { kind: "replace", start: tags.line, end: tags.end, lines } : { kind: "replace", start: line, lines }]);
    },
  }));
}

function descriptionOf(context) {
  const { file, block, desk } = context;
  const text = block.description.map((one) => one.text).join("\n");
  const shown = make("button", { type: "button", class: "words description", "aria-label": `Description: ${text || "none"}. Change` }, text.replace(/\n/g, " ") || make("i", {}, "Add a description"));
  shown.addEventListener("click", () => {
    const area = make("textarea", { "aria-label": "Description", rows: String(Math.max(3, block.description.length + 1)), class: "typing wide" });
    area.value = text;
    let over = false;
    const finish = (keep) => {
      if (over) return;
      over = true;
      desk.typing(null);
      area.replaceWith(shown);
      if (keep && area.value.trim() !== text) {
        const indent = `${/^\s*/.exec(file.text.split("\n")[block.line - 1])[0]}  `;
        const lines = area.value.trim() ? area.value.trim().split("\n").map((one) => (one.trim() ? indent + one.trim() : "")) : [];
        const first = block.description[0]?.line ?? block.line + 1;
        edit(file, [block.description.length ? { kind: "replace", start: first, end: block.description.at(-1).line, lines } : { kind: "replace", start: first, lines }]);
      }
      desk.settled();
    };
    area.addEventListener("blur", () => finish(true));
    area.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { event.stopPropagation(); finish(false); shown.focus(); }
    });
    shown.replaceWith(area);
    desk.typing({ finish: () => finish(true) });
    area.focus();
  });
  return make("p", {}, shown);
}

function note(context, item) {
  return make("p", { class: "note" }, phrase(context, { line: item.line, text: item.text, label: "Comment", keyword: null, cls: "quiet comment", empty: "(empty comment)", content: (told) => `# ${told}` }));
}

function itemOf(context, item, at) {
  const { block, steps, desk, relative } = context;
  if (item.kind === "comment") return make("li", { class: "note-item" }, note(context, item));
  const step = steps.get(relative(item.line));
  const parts = [];
  if (item.kind === "step") {
    const line = phrase(context, {
      line: item.line, text: item.text, label: "Step", keyword: item.keyword, empty: "(say what)", offers: sentencesOffered(),
      content: (told, word) => `${word} ${told}`,
    });
    const menu = stepMenu(context, item, at);
    const state = step && ["failed", "error"].includes(step.status) ? make("strong", { class: `state ${step.status}` }, STATE_WORDS[step.status]) : "";
    parts.push(make("div", { class: "step-line" }, line, state, menu));
  } else if (item.kind === "examples") {
    parts.push(make("h4", {}, "Examples", item.name ? `: ${item.name}` : ""));
    if (item.tags) parts.push(tagsOf(context, item.tags, item.line, "Tags of the examples"));
  } else if (item.kind === "text") {
    parts.push(phrase(context, { line: item.line, text: item.text, label: "Line", content: (told) => told, cls: "stray" }));
  }
  parts.push(...problems(context, item.line, step?.problems || []));
  if (step?.message) parts.push(make("p", { class: "message" }, step.message));
  for (const warning of step?.warnings || []) parts.push(make("p", { class: "message warning" }, warning.message));
  if (item.rows?.length) parts.push(tableOf(context, item, at), ...rowProblems(context, item));
  for (const one of item.notes || []) parts.push(note(context, one));
  if (step?.beyond.length) parts.push(...step.beyond.map((table) => beyond(context, item, table)));
  return make("li", { class: `item ${step?.status || ""}` }, ...parts);
}

function stepMenu(context, item, at) {
  const { file, block } = context;
  const known = stepOf(item.text);
  const acts = [
    ["Add a step below", (list, li) => newStep(context, list, li.nextSibling, at)],
    ...(!item.rows.length && known && known.table !== null ? [["Add its table", () => edit(file, [{ kind: "replace", start: item.end + 1, lines: skeleton(file, item.line, known) }], { item: at, r: 0, c: 0 })]] : []),
    ...(at > 0 ? [["Move up", () => moveItem(context, at, -1)]] : []),
    ...(at < block.items.length - 1 ? [["Move down", () => moveItem(context, at, 1)]] : []),
    ["Delete step", () => edit(file, [{ kind: "replace", start: item.line, end: item.end, lines: [] }])],
  ];
  const opener = make("button", { type: "button", class: "more-acts", "aria-label": `More for this step: ${item.text}`, "aria-haspopup": "true" }, "⋯");
  opener.addEventListener("click", () => {
    const menu = make("div", { popover: "auto", class: "menu" }, ...acts.map(([label, act]) => button(label, () => {
      const li = opener.closest("li");
      menu.hidePopover();
      act(li.parentElement, li);
    }, { class: "plain" })));
    document.body.append(menu);
    menu.addEventListener("toggle", (event) => { if (event.newState === "closed") { menu.remove(); opener.focus(); } });
    menu.showPopover();
    const place = opener.getBoundingClientRect();
    menu.style.left = `${Math.max(8, Math.min(place.left, innerWidth - menu.offsetWidth - 8))}px`;
    menu.style.top = `${Math.min(place.bottom, innerHeight - menu.offsetHeight - 8)}px`;
    menu.querySelector("button").focus();
  });
  return opener;
}

function moveItem({ file, block }, at, by) {
  const [first, second] = by < 0 ? [block.items[at - 1], block.items[at]] : [block.items[at], block.items[at + 1]];
  const lines = file.text.split("\n").map((line) => line.replace(/\r$/, ""));
  const part = (from, to) => lines.slice(from - 1, to);
  edit(file, [{
    kind: "replace", start: first.line, end: second.end,
    lines: [...part(second.line, second.end), ...part(first.end + 1, second.line - 1), ...part(first.line, first.end)],
  }]);
}

function skeleton(file, line, known) {
  const indent = `${/^\s*/.exec(file.text.split("\n")[line - 1])[0]}  `;
  const all = headingsOf(known.table);
  const names = (all.some((one) => one.required) ? all.filter((one) => one.required) : all.slice(0, 4)).map((one) => one.name);
  const year = /funding year is (\d{4})/.exec(file.text)?.[1];
  if (monthsOf(known.table)) names.push(year ? `Aug ${year}` : "R01");
  if (!names.length) names.push("");
  return [`${indent}| ${names.join(" | ")} |`, `${indent}| ${names.map((one) => " ".repeat(one.length)).join(" | ")} |`];
}

// A new step is written on the page first and becomes a line of the file when it says something.
function newStep(context, list, before, at) {
  const { file, block, desk } = context;
  const after = block.items[at];
  const last = after ? after.end : block.description.at(-1)?.line ?? block.line;
  const keyword = after?.kind === "step" ? "And" : "Given";
  const li = make("li", { class: "item" });
  const shown = phrase(context, {
    line: block.line, text: "", label: "New step", keyword, offers: sentencesOffered(),
    done(value) {
      const word = li.querySelector("select")?.value ?? chosenWord;
      li.remove();
      if (!value) return;
      const lines = file.text.split("\n");
      const like = after?.kind === "step" ? after.line : block.line;
      const indent = /^\s*/.exec(lines[like - 1])[0] + (after?.kind === "step" ? "" : "  ");
      const known = stepOf(value);
      const table = known && known.table !== null;
      const told = table && !value.endsWith(":") && known.sentence.endsWith(":") ? `${value}:` : value;
      const made = [`${indent}${word} ${told}`];
      const placed = { text: [...lines.slice(0, last), made[0]].join("\n") };
      if (table) made.push(...skeleton(placed, last + 1, known));
      edit(file, [{ kind: "replace", start: last + 1, lines: made }], table ? { item: at + 1, r: 1, c: 0 } : { item: at + 1 });
    },
  });
  let chosenWord = keyword;
  li.addEventListener("change", (event) => { if (event.target.matches("select")) chosenWord = event.target.value; });
  li.append(shown);
  if (list.isConnected) list.insertBefore(li, before && before.parentElement === list ? before : null);
  else before.before(make("ol", { class: "steps" }, li));
  shown.begin();
}

function duplicate({ file, block }) {
  const lines = file.text.split("\n").map((line) => line.replace(/\r$/, ""));
  let end = block.end;
  while (end > block.line && !lines[end - 1]?.trim()) end -= 1;
  const copy = lines.slice(block.start - 1, end);
  const at = block.line - block.start;
  copy[at] = `${copy[at]} (copy)`;
  edit(file, [{ kind: "replace", start: end + 1, lines: ["", ...copy] }], { name: `${block.name} (copy)` });
}

// --- tables -----------------------------------------------------------------------------------------------

function tableOf(context, item, at) {
  const { file, block, desk, own, relative, found, chosen, examples, result, shownKey } = context;
  const known = item.kind === "step" ? stepOf(item.text) : null;
  const label = item.kind === "examples" ? "Examples" : item.text || "Table";
  const view = {
    label, headings: headingsOf(known?.table),
    found: (line, c) => found.get(`${relative(line)}:${c}`),
    flaws: (line, c) => own.get(`${relative(line)}:${c}`),
    edit: (edits, focus) => edit(file, edits, focus && { item: at, ...focus }),
    accept: (line, c) => desk.accept(block, { line: block.line, cell: [line, c], expected: found.get(`${relative(line)}:${c}`).text.trim(), example: example() }),
    why: (line, c, opener) => {
      const cell = found.get(`${relative(line)}:${c}`);
      const row = item.rows.find((one) => one.line === line);
      desk.why(opener, { shown: cell.actual || cell.text || "nothing", wrong: cell.state === "wrong" ? cell.text || "nothing" : "", group: cell.why, where: [...labelsOf(row, c), item.rows[0].cells[c]] }, result.reasons);
    },
    typing: desk.typing, settled: desk.settled, save: () => desk.save(), tell: (text) => banner(text, { kind: "warning", key: "told" }),
  };
  const labelsOf = (row, c) => row.cells.filter((text, index) => index < c && !found.has(`${relative(row.line)}:${index}`)).slice(0, 3);
  const example = () => (chosen && chosen.line !== chosen.heading ? chosen.line - result.base + block.line : 0);
  if (item.kind === "examples" && examples.length) {
    view.marks = (row) => {
      const one = examples.find((each) => each.line - result.base === relative(row.line));
      const shown = one === chosen;
      return make("th", { scope: "row", class: `mark ${one?.status || ""}` }, one ? make("button", {
        type: "button", class: "act", "aria-pressed": String(shown), title: "Show this example in the steps above",
        on: { click: () => { file.shown.set(shownKey, relative(row.line)); desk.redraw(); } },
      }, `${STATE_WORDS[one.status]}${shown ? ", shown" : ""}`) : "");
    };
  }
  const drawn = grid(item, view);
  const wrong = item.rows.reduce((sum, row) => sum + row.cells.filter((_, c) => found.get(`${relative(row.line)}:${c}`)?.state === "wrong").length, 0);
  if (wrong > 1) {
    drawn.append(make("p", {}, button(`Accept the ${wrong} figures of this table`, () => desk.accept(block, { line: block.line, lines: [item.line, item.end], example: example() }))));
  }
  drawn.dataset.item = at;
  return drawn;
}

function beyond(context, item, table) {
  const { block, desk, result, chosen } = context;
  const why = (opener, [text, state, actual, group], at) => desk.why(opener, { shown: actual || text, wrong: state === "wrong" ? text : "", group, where: [table.headings[at]] }, result.reasons);
  const body = table.rows.map((row) => make("tr", {}, ...row.map((cell, at) => {
    const [text, state, actual, group] = cell;
    if (state === "label") return make("th", { scope: "row" }, text);
    const made = make("td", { class: `${table.numeric[at] ? "n " : ""}${state === "wrong" ? "no" : state === "plain" ? "" : state}` });
    if (state === "wrong") {
      made.append(make("div", {}, make("span", {}, make("b", {}, "Expected"), ` ${text || "nothing"}`), make("span", {}, make("b", {}, "Got"), ` ${actual || "nothing"}`)));
      made.append(make("span", { class: "acts" },
        button("Accept", () => desk.accept(block, { line: block.line, lines: [item.line, item.end], example: chosen.line !== chosen.heading ? chosen.line - result.base + block.line : 0 }), { "aria-label": `Accept ${actual}` }),
        group !== null ? button("Why?", (event) => why(event.target, cell, at), { "aria-label": `Why ${actual}?` }) : ""));
    } else if (group !== null) made.append(button(text, (event) => why(event.target, cell, at), { class: "ask", "aria-label": `Why ${text}?` }));
    else made.append(text);
    return made;
  })));
  const drawn = make("table", {}, make("thead", {}, make("tr", {}, ...table.headings.map((one) => make("th", { scope: "col" }, one)))), make("tbody", {}, ...body));
  const wrong = table.rows.some((row) => row.some((cell) => cell[1] === "wrong"));
  const title = item.rows.length ? "Also compared, outside of the table" : "What was compared";
  return make("details", { class: "beyond", open: wrong }, make("summary", {}, title), make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": table.title }, drawn));
}
