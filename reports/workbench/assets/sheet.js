// Draws the open file block by block. What has not changed keeps its element, its place and the focus in it.

import { drawBlock } from "./blocks.js";
import { open, signatures } from "./core.js";
import { byId, make } from "./dom.js";
import { flawBox } from "./flaws.js";

let drawn = [];
let typing = null;
let waiting = null;

export const isTyping = () => typing !== null;
export const finishTyping = (how) => typing?.finish(how);
export const setTyping = (now) => { typing = now; };

// Called when somebody has stopped typing: what came in meanwhile is drawn now.
export function settle(desk) {
  if (waiting && !typing) {
    const focus = waiting.focus;
    waiting = null;
    draw(desk, focus);
  }
}

// A kept element was made for lines that may have moved since: its block takes the new lines over.
function adopt(old, fresh) {
  for (const key of Object.keys(fresh)) {
    if (typeof fresh[key] === "number") old[key] = fresh[key];
    else if (fresh[key] && typeof fresh[key] === "object") adopt(old[key], fresh[key]);
  }
}

export function forgetDrawn() {
  drawn = [];
  if (typing) return;
  waiting = null;
  byId("sheet").replaceChildren();
}

export function draw(desk, focus = null) {
  const file = open.file;
  if (!file) return;
  if (typing) {
    waiting = { focus: focus || waiting?.focus || null };
    return;
  }
  const sheet = byId("sheet");
  const spot = focus || spotOf(sheet);
  const signed = signatures(file.outline);
  const known = new Map();
  for (const one of drawn) known.set(one.key, [...(known.get(one.key) || []), one]);
  const fresh = file.outline.map((block, at) => {
    const result = file.results.get(signed[at]);
    const flaws = file.flaws.filter((flaw) => flaw.line >= block.start && flaw.line <= block.end);
    const key = JSON.stringify([signed[at], result?.serial ?? 0, file.shown.get(block.name), flaws.map((flaw) => [flaw.line - block.line, flaw.cell, flaw.message])]);
    const same = known.get(key)?.shift();
    if (same) {
      adopt(same.block, block);
      file.outline[at] = same.block;
      return same;
    }
    return { key, block, element: drawBlock(file, block, result, flaws, desk) };
  });
  drawn = fresh;
  const elements = fresh.map((one) => one.element);
  elements.forEach((element, at) => { if (sheet.children[at] !== element) sheet.insertBefore(element, sheet.children[at] || null); });
  while (sheet.children.length > elements.length) sheet.lastChild.remove();
  const lines = new Set(file.outline.flatMap((block) => Array.from({ length: block.end - block.start + 1 }, (_, at) => block.start + at)));
  const loose = file.flaws.filter((flaw) => !lines.has(flaw.line));
  const ran = file.ran?.text === file.text && !file.flaws.length ? file.problems : [];
  byId("file-flaws").replaceChildren(...loose.map((flaw) => flawBox(file, flaw)),
    ...ran.map((one) => make("p", { class: "message" }, one.line ? `Line ${one.line}: ${one.message}` : one.message)));
  if (spot) restore(spot);
}

// Where the focus is, so that it is found again in an element that is drawn anew.
function spotOf(sheet) {
  const at = document.activeElement;
  const element = at && sheet.contains(at) ? [...sheet.children].find((one) => one.contains(at)) : null;
  if (!element) return null;
  const block = drawn.findIndex((one) => one.element === element);
  const cell = at.closest("[data-r]");
  const table = at.closest("[data-item]");
  if (cell && table) return { block, item: Number(table.dataset.item), r: Number(cell.dataset.r), c: Number(cell.dataset.c) };
  return at.dataset.line !== undefined ? { block, line: Number(at.dataset.line) } : { block };
}

function restore(spot) {
  const at = spot.name !== undefined ? open.file.outline.findIndex((block) => block.name === spot.name) : spot.block;
  const element = drawn[at]?.element;
  if (!element || (element.contains(document.activeElement) && spot.type === undefined && spot.r === undefined)) return;
  if (spot.r !== undefined) {
    const table = element.querySelector(`[data-item="${spot.item}"]`);
    table?.focusCell?.(spot.r, spot.c, spot.type);
  } else if (spot.item !== undefined) {
    element.querySelectorAll(":scope .steps > li")[spot.item]?.querySelector("button.words")?.focus();
  } else if (spot.line !== undefined) {
    element.querySelector(`button.words[data-line="${spot.line}"]`)?.focus();
  } else if (spot.name !== undefined) {
    element.scrollIntoView({ block: "start" });
    element.querySelector("button.words")?.focus();
  }
}

export const blockAt = (element) => drawn.findIndex((one) => one.element === element);
