// A table as a grid: cells are reached with the arrow keys, edited with Enter, F2 or by typing, pasted from a spreadsheet.

import { typeInto } from "./complete.js";
import { words } from "./core.js";
import { button, make } from "./dom.js";

const FIGURE = /^[-−+]?£?(\d{1,3}(,\d{3})+(\.\d+)?|\d*\.\d+|0|[1-9]\d{0,6})%?$/;
const QUIET = new Set(["", "...", "…", "-", "–"]);

const numeric = (rows, column) => {
  const told = rows.slice(1).map((row) => (row.cells[column] || "").trim()).filter((text) => !QUIET.has(text));
  return told.length > 0 && told.every((text) => FIGURE.test(text));
};

let leave = () => {};

// ``view`` gives what the grid needs to know of its place: what was found at a line and cell and what is wrong there, the
// headings that its table may have, and the functions that edit, accept and tell why.
export function grid(item, view) {
  const [head, ...body] = item.rows;
  const width = Math.max(...item.rows.map((row) => row.cells.length));
  const right = Array.from({ length: width }, (_, column) => numeric(item.rows, column));
  const marked = view.marks !== undefined;
  const table = make("table", { role: "grid", class: "grid", "aria-label": view.label });
  const cellOf = (row, r, c) => {
    const text = row.cells[c] ?? "";
    const found = view.found(row.line, c);
    const flaws = view.flaws(row.line, c);
    const kind = [right[c] ? "n" : "", found?.state === "wrong" ? "no" : found?.state || "", flaws ? `flaw ${flaws[0].severity}` : ""];
    const cell = make(r === 0 ? "th" : "td", {
      class: kind.filter(Boolean).join(" "), tabindex: "-1", role: r === 0 ? "columnheader" : "gridcell",
      data: { r, c }, "aria-invalid": flaws ? "true" : null, title: flaws ? flaws[0].message : null,
    });
    fill(cell, text, found, row, c);
    return cell;
  };
  const fill = (cell, text, found, row, c) => {
    if (found?.state === "wrong") {
      cell.append(make("div", {}, make("span", {}, make("b", {}, "Expected"), ` ${found.text || "nothing"}`), make("span", {}, make("b", {}, "Got"), ` ${found.actual || "nothing"}`)));
      const acts = make("span", { class: "acts" });
      acts.append(button("Accept", (event) => { event.stopPropagation(); view.accept(row.line, c); }, { "aria-label": `Accept ${found.actual || "nothing"}` }));
      if (found.why !== null) acts.append(button("Why?", (event) => { event.stopPropagation(); view.why(row.line, c, event.target); }, { "aria-label": `Why ${found.actual || "nothing"}?` }));
      cell.append(acts);
    } else if (found && found.text !== text && text.includes("<")) {
      cell.append(text, make("small", {}, `here ${found.text || "nothing"}`));
    } else if (found?.state === "aside" && found.actual.trim() !== text.trim()) {
      cell.append(text, make("small", {}, `computed ${found.actual || "nothing"}`));
    } else cell.append(text);
  };
  const rowOf = (row, r) => {
    const made = make("tr", {});
    if (marked) made.append(r === 0 ? make("td", { class: "mark", role: "gridcell" }) : view.marks(row));
    for (let c = 0; c < width; c += 1) made.append(cellOf(row, r, c));
    return made;
  };
  table.append(make("thead", {}, rowOf(head, 0)), make("tbody", {}, ...body.map((row, at) => rowOf(row, at + 1))));
  const first = table.querySelector("[data-r]");
  if (first) first.tabIndex = 0;

  const tools = make("div", { class: "tools", role: "toolbar", "aria-label": `Rows and columns of ${view.label}` });
  const place = make("div", { class: "table" }, make("div", { class: "scroll" }, table), tools);
  const at = (r, c) => table.querySelector(`[data-r="${r}"][data-c="${c}"]`);
  const here = (cell) => ({ r: Number(cell.dataset.r), c: Number(cell.dataset.c) });
  let current = null;
  let typing = null;

  function enter(cell) {
    if (current === cell) return;
    table.querySelectorAll("[tabindex='0']").forEach((one) => { one.tabIndex = -1; });
    cell.tabIndex = 0;
    current?.classList.remove("current");
    cell.classList.add("current");
    if (!current) {
      leave();
      leave = rest;
    }
    current = cell;
    drawTools();
  }

  // Another table has the focus. The tools go a moment later, so that nothing moves below a click.
  function rest() {
    current?.classList.remove("current");
    current = null;
    setTimeout(() => { if (!current) drawTools(); }, 250);
  }

  function focus(r, c) {
    const cell = at(Math.max(0, Math.min(r, item.rows.length - 1)), Math.max(0, Math.min(c, width - 1)));
    if (cell) { cell.focus(); enter(cell); }
    return Boolean(cell);
  }

  const act = (label, name, does) => button(label, does, { "aria-label": name, title: name });

  function drawTools() {
    const add = button("+ Row", () => view.edit([{ kind: "row-add", line: item.rows.at(-1).line }], { r: item.rows.length, c: 0 }), { "aria-label": "Add a row at the end" });
    const more = button("+ Column", () => view.edit([{ kind: "column-add", line: head.line, column: width }], { r: 0, c: width, type: true }), { "aria-label": "Add a column at the end" });
    if (!current) { tools.replaceChildren(add, more); return; }
    const { r, c } = here(current);
    const row = item.rows[r];
    const found = view.found(row.line, c);
    const about = helpOf(head.cells[c]);
    const parts = [make("span", { class: "group" }, "Row ",
      r > 0 ? act("+ Above", "Add a row above", () => rowAdd(r, false)) : "", act("+ Below", "Add a row below", () => rowAdd(r, true)),
      r > 0 ? act("Copy", "Add a copy of this row below", () => rowAdd(r, true, true)) : "",
      r > 1 ? act("↑", "Move the row up", () => rowMove(r, -1)) : "",
      r > 0 && r < item.rows.length - 1 ? act("↓", "Move the row down", () => rowMove(r, 1)) : "",
      r > 0 || item.rows.length === 1 ? act("Delete", "Delete the row", () => rowDelete(r)) : ""),
    make("span", { class: "group" }, "Column ", act("+ Left", "Add a column to the left", () => columnAdd(c)), act("+ Right", "Add a column to the right", () => columnAdd(c + 1)),
      c > 0 ? act("←", "Move the column to the left", () => columnMove(c, -1)) : "", c < width - 1 ? act("→", "Move the column to the right", () => columnMove(c, 1)) : "",
      act("Delete", "Delete the column", () => view.edit([{ kind: "column-delete", line: head.line, column: c }], { r, c: Math.min(c, width - 2) })))];
    if (found && found.state !== "wrong" && found.why !== null) parts.unshift(act(`Why ${found.actual || found.text}?`, `Why ${found.actual || found.text}?`, (event) => view.why(row.line, c, event.target)));
    if (about) parts.push(make("span", { class: "quiet help" }, `${head.cells[c]}: ${about}`));
    tools.replaceChildren(...parts);
  }

  const known = (heading) => {
    const wanted = (heading || "").trim().toLowerCase();
    return view.headings.find((one) => [one.name, ...one.others].some((name) => name.toLowerCase() === wanted));
  };
  const helpOf = (heading) => known(heading)?.help || "";
  const rowAdd = (r, after, copy = false) => view.edit([{ kind: "row-add", line: item.rows[r].line, after, copy }], { r: after ? r + 1 : r, c: 0 });
  const rowMove = (r, by) => view.edit([{ kind: "row-move", line: item.rows[r].line, by }], { r: r + by, c: here(current).c });
  const rowDelete = (r) => view.edit([{ kind: "row-delete", line: item.rows[r].line }], { r: Math.min(r, item.rows.length - 2), c: here(current).c });
  const columnAdd = (c) => view.edit([{ kind: "column-add", line: head.line, column: c }], { r: 0, c, type: true });
  const columnMove = (c, by) => view.edit([{ kind: "column-move", line: head.line, column: c, by }], { r: here(current).r, c: c + by });

  function type(cell, begun = null) {
    if (typing) return;
    enter(cell);
    const { r, c } = here(cell);
    const before = item.rows[r].cells[c] ?? "";
    const kept = [...cell.childNodes];
    const shown = cell.getBoundingClientRect().width;
    typing = typeInto({
      value: begun ?? before, select: begun === null, cls: right[c] && r ? "n" : "",
      label: r === 0 ? `Heading of column ${c + 1}` : `${head.cells[c] || `column ${c + 1}`}, row ${r}`,
      offers: r === 0 ? view.headings : known(head.cells[c])?.words || [],
      done(value, how) {
        typing = null;
        view.typing(null);
        cell.classList.remove("typing-in");
        cell.replaceChildren(...kept);
        if (value !== null && value.trim() !== before) {
          cell.replaceChildren(value.trim());
          cell.classList.remove("no", "ok", "aside", "flaw");
          item.rows[r].cells[c] = value.trim();
          view.edit([{ kind: "cells", cells: [[item.rows[r].line, c, value.trim()]] }], null);
        }
        const next = nextPlace(r, c, how);
        if (how === "tab" || how === "back") {
          const other = at(next.r, next.c);
          if (other && (next.r !== r || next.c !== c)) { type(other); return; }
        }
        if (how !== "leave") focus(next.r, next.c);
        if (how === "save") view.save();
        view.settled();
      },
    });
    typing.input.dataset.grid = "1";
    typing.input.style.minWidth = `${Math.max(96, shown - 8)}px`;
    cell.classList.add("typing-in");
    cell.replaceChildren(typing.wrap);
    view.typing(typing);
    typing.start();
  }

  function nextPlace(r, c, how) {
    if (how === "enter") return { r: Math.min(r + 1, item.rows.length - 1), c };
    if (how === "tab") return c + 1 < width ? { r, c: c + 1 } : r + 1 < item.rows.length ? { r: r + 1, c: 0 } : { r, c };
    if (how === "back") return c > 0 ? { r, c: c - 1 } : r > 0 ? { r: r - 1, c: width - 1 } : { r, c };
    return { r, c };
  }

  table.addEventListener("focusin", (event) => {
    const cell = event.target.closest("[data-r]");
    if (cell) enter(cell);
  });
  table.addEventListener("dblclick", (event) => {
    const cell = event.target.closest("[data-r]");
    if (cell && !event.target.closest("button")) type(cell);
  });
  table.addEventListener("keydown", (event) => {
    const cell = event.target.closest("[data-r]");
    if (!cell || event.target !== cell) return;
    const { r, c } = here(cell);
    const moves = { ArrowUp: [r - 1, c], ArrowDown: [r + 1, c], ArrowLeft: [r, c - 1], ArrowRight: [r, c + 1], Home: [r, 0], End: [r, width - 1] };
    if (event.ctrlKey || event.metaKey) {
      if (event.key === "Home") { event.preventDefault(); focus(0, 0); }
      if (event.key === "End") { event.preventDefault(); focus(item.rows.length - 1, width - 1); }
      if (event.key === "Enter" && r >= 0) { event.preventDefault(); rowAdd(r, true); }
    } else if (event.altKey) {
      if (event.key === "ArrowUp" && r > 1) { event.preventDefault(); rowMove(r, -1); }
      if (event.key === "ArrowDown" && r > 0 && r < item.rows.length - 1) { event.preventDefault(); rowMove(r, 1); }
    } else if (moves[event.key]) {
      event.preventDefault();
      focus(...moves[event.key]);
    } else if (event.key === "Enter" || event.key === "F2") {
      event.preventDefault();
      type(cell);
    } else if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      if (item.rows[r].cells[c]) view.edit([{ kind: "cells", cells: [[item.rows[r].line, c, ""]] }], { r, c });
    } else if (event.key.length === 1 && event.key !== " ") {
      event.preventDefault();
      type(cell, event.key);
    }
  });
  table.addEventListener("copy", (event) => {
    if (!current || typing) return;
    const { r, c } = here(current);
    event.clipboardData.setData("text/plain", item.rows[r].cells[c] ?? "");
    event.preventDefault();
  });
  // What comes from a spreadsheet has tabs between cells and a line for each row; rows that are missing are added.
  table.addEventListener("paste", (event) => {
    if (!current || typing) return;
    event.preventDefault();
    const { r, c } = here(current);
    const pasted = event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n").map((line) => line.split("\t"));
    const extra = Math.max(0, r + pasted.length - item.rows.length);
    const last = item.rows.at(-1).line;
    const edits = Array.from({ length: extra }, () => ({ kind: "row-add", line: last }));
    const cells = [];
    let left = 0;
    pasted.forEach((row, down) => row.forEach((value, along) => {
      const to = r + down;
      if (c + along >= width) { left += 1; return; }
      cells.push([to < item.rows.length ? item.rows[to].line : last + 1 + to - item.rows.length, c + along, value]);
    }));
    view.edit([...edits, { kind: "cells", cells }], { r, c });
    if (left) view.tell(`${left} pasted ${left === 1 ? "cell has" : "cells have"} no column here and ${left === 1 ? "was" : "were"} left out.`);
  });
  drawTools();
  place.focusCell = (r, c, begin) => { if (focus(r, c) && begin) type(at(r, c)); };
  return place;
}

export const headingsOf = (table) => (table === null || table === undefined ? [] : words.tables[table]?.headings || []);
export const monthsOf = (table) => (table === null || table === undefined ? "" : words.tables[table]?.months || "");
