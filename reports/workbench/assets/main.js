// Puts the page together: what is opened, drawn, saved, run, accepted, and what the keys do.

import { conflict, lookOutside } from "./conflict.js";
import * as core from "./core.js";
import { banner, button, byId, counted, dialog, make, unbanner } from "./dom.js";
import * as sheet from "./sheet.js";
import * as shelf from "./shelf.js";

const { open, words } = core;
let view = "tables";
let checking = 0;
let running = false;

const desk = {
  typing: sheet.setTyping,
  settled: (silent) => { sheet.settle(desk); if (silent) saveAndRun(); },
  save: () => saveAndRun(),
  redraw: () => sheet.draw(desk),
  look: () => shelf.look().catch(() => {}),
  open: (path) => show(path),
  run: () => core.run(open.file),
  why: (opener, figure, reasons) => globalThis.ilrspecPanel(opener, figure, reasons),
  accept, remove,
  renamed(file, to) {
    core.renamed(file.path, to);
    history.replaceState(null, "", `#${encodeURI(to)}`);
    draw();
    desk.look();
  },
};
// The panel of the report is a plain script: its name is known to scripts, not to modules' own scope.
globalThis.ilrspecPanel = (opener, figure, reasons) => ilrspec.show(opener, figure, reasons);

// --- opening and drawing ----------------------------------------------------------------------------------

async function show(path) {
  sheet.finishTyping("leave");
  await takeTyped();
  try {
    const file = await core.openFile(path);
    if (decodeURI(location.hash.slice(1)) !== path) history.pushState(null, "", `#${encodeURI(path)}`);
    document.title = `${file.path} – ilrspec`;
    sheet.forgetDrawn();
    byId("banner").replaceChildren();
    if (file.restored) {
      file.restored = false;
      banner("Edits that were not saved are shown again. Undo shows the file without them.", { kind: "warning", key: "restored" });
    }
    if (file.folded.size === 0) foldFor(file);
    draw();
    offerDraft(file);
    if (file.ran?.text !== file.text) await core.run(file);
    lookAtText(file);
    byId("main").scrollTop = 0;
  } catch (error) {
    banner(error.message);
  }
}

function offerDraft(file) {
  const name = core.draftElsewhere(file.path);
  if (!name) return;
  banner("There are edits of this file that were never saved, from another tab or an earlier visit.", {
    kind: "warning", key: "elsewhere",
    actions: [["Show them", () => core.showDraft(file, name)], ["Throw them away", () => { core.dropDraft(name); shelf.draw(); }]],
  });
}

// A long feature opens with its scenarios folded; those that fail unfold with the first run.
function foldFor(file) {
  const scenarios = file.outline.filter((block) => ["scenario", "outline"].includes(block.kind));
  if (scenarios.length > 6) scenarios.slice(1).forEach((block) => file.folded.set(block.name, true));
  else file.folded.set("", false);
}

function draw(focus = null) {
  const { file } = open;
  byId("work").hidden = !file;
  byId("welcome").hidden = Boolean(file);
  if (!file) { drawWelcome(); return; }
  const dirty = core.unsaved(file);
  byId("file").textContent = `${file.path}${dirty ? " – not saved" : ""}`;
  byId("title").textContent = file.outline.find((block) => block.kind === "feature")?.name || file.path;
  byId("undo").disabled = !file.past.length;
  byId("redo").disabled = !file.future.length;
  byId("as-tables").setAttribute("aria-pressed", String(view === "tables"));
  byId("as-text").setAttribute("aria-pressed", String(view === "text"));
  byId("sheet").hidden = view !== "tables";
  byId("plain").hidden = view !== "text";
  if (byId("new-scenario")) byId("new-scenario").hidden = view !== "tables";
  if (view === "tables") {
    sheet.draw(desk, focus);
    drawNew();
  } else if (document.activeElement !== byId("typed") || !typedLater) {
    const text = file.text.replace(/\r\n/g, "\n");
    if (byId("typed").value !== text) byId("typed").value = text;
  }
  shelf.draw();
}

function drawNew() {
  const { file } = open;
  byId("no-feature")?.remove();
  if (!file.outline.some((block) => block.kind === "feature")) {
    byId("sheet").before(make("p", { id: "no-feature" }, "There is no feature in this file yet. ",
      button("Begin one", () => core.edit(file, [{ kind: "replace", start: 1, lines: ["Feature: (give it a name)", ""] }]))));
  }
  if (!byId("new-scenario")) byId("sheet").after(make("p", { id: "new-scenario" }, button("New scenario", newScenario)));
}

function drawWelcome() {
  if (byId("welcome").children.length) return;
  byId("welcome").append(make("h1", {}, "What a scenario says, the rules work out"),
    make("p", {}, "Open a feature on the left, or make a new one from a scenario that runs already. Change a table like a spreadsheet, then save and run: a figure that does not agree shows both, the expected and the computed one, and why."),
    make("p", {}, button("New feature", () => shelf.newFeature(desk), { class: "act strong" })));
}

function tell(text) { byId("told").textContent = text; }

core.onChange((what) => {
  const { file } = open;
  if (what.error) banner(what.error, { key: "error" });
  if (what.anew) sheet.forgetDrawn();
  if (what.warning) banner(what.warning, { kind: "warning", key: "storage" });
  if (what.unreachable) {
    banner(what.unreachable, { kind: "warning", key: "unreachable" });
    byId("sheet").inert = true;
  } else if (byId("sheet").inert) {
    byId("sheet").inert = false;
    unbanner("unreachable");
  }
  if (what.conflict) conflict(file, what.conflict, desk);
  if (what.saved) unbanner("outside");
  if (what.edited) unbanner("accepted");
  if (what.running !== undefined) {
    running = what.running;
    byId("save").setAttribute("aria-busy", String(running));
    if (running) tell("Running…");
  }
  if (what.ran) { unfoldFailed(file); lookLater(); }
  if (what.focus?.item !== undefined && what.focus.block === undefined) what.focus.block = blockOfFocus(what.focus);
  draw(what.focus);
  if (what.ran) tellResults(file);
  if (what.edited) {
    if (file.ran?.text === file.text) tellResults(file);
    else if (!running) { tell("Edited, not run yet"); byId("told").className = ""; }
    lookAtText(file);
  }
});

// A key that is held down, or a second click, must not reach lines that are about to move.
for (const kind of ["keydown", "mousedown", "click", "dblclick", "paste"]) {
  byId("sheet").addEventListener(kind, (event) => {
    if (!core.moving(open.file)) return;
    event.preventDefault();
    event.stopPropagation();
  }, true);
}

let focusBlock = -1;
document.addEventListener("focusin", (event) => {
  const element = event.target.closest?.("#sheet > *");
  if (element) focusBlock = sheet.blockAt(element);
});
const blockOfFocus = () => focusBlock;

function unfoldFailed(file) {
  const signed = core.signatures(file.outline);
  file.outline.forEach((block, at) => {
    const state = core.stateOf(file.results.get(signed[at]));
    if (["failed", "error"].includes(state) && !file.seen?.has(signed[at])) {
      file.folded.set(block.name, false);
      (file.seen ??= new Set()).add(signed[at]);
    }
  });
}

function tellResults(file) {
  const signed = core.signatures(file.outline);
  const counts = { passed: 0, failed: 0, error: 0, skipped: 0 };
  file.outline.forEach((block, at) => {
    if (["scenario", "outline"].includes(block.kind)) for (const one of file.results.get(signed[at])?.examples || []) counts[one.status] += 1;
  });
  const bad = counts.failed + counts.error;
  if (file.problems.length) tell("The file cannot be read as a feature yet: see below.");
  else tell(`${bad ? `${bad} failed, ` : ""}${counts.passed} passed${counts.skipped ? `, ${counts.skipped} set aside` : ""}`);
  byId("told").className = bad || file.problems.length ? "bad" : "good";
}

// --- editing, saving, accepting ---------------------------------------------------------------------------

function lookAtText(file) {
  clearTimeout(checking);
  checking = setTimeout(() => core.check(file), 150);
}

async function saveAndRun() {
  const { file } = open;
  if (!file) return;
  sheet.finishTyping("leave");
  await takeTyped();
  byId("told").className = "";
  if (await core.save(file)) await core.run(file);
}

async function accept(block, scope) {
  const { file } = open;
  sheet.finishTyping("leave");
  let told;
  try {
    told = await core.ask("/api/accept", { path: file.path, text: file.text, form: file.form, scope });
  } catch (error) {
    banner(error.message, { key: "error" });
    return;
  }
  if (told.refused) {
    banner(`Nothing was accepted: ${told.refused}.`, { kind: "warning", key: "accepted" });
    return;
  }
  await core.put(file, { text: told.text, form: told.form, outline: told.outline });
  const one = told.changes[0];
  banner(told.changes.length === 1 ? `Accepted ${[one.row, one.column].filter(Boolean).join(", ")}: ${one.old || "nothing"} is now ${one.new || "nothing"}.` : `Accepted ${counted(told.changes.length, "figure")}.`,
    { kind: "warning", key: "accepted", actions: [["Undo", async () => { await undo(); await saveAndRun(); }]] });
  await saveAndRun();
}

async function remove(block) {
  const { file } = open;
  const sure = await dialog("Delete the scenario?", [make("p", {}, `“${block.name}” is taken out of the feature. Undo brings it back.`)], [["Delete", "delete", true], ["Cancel", null]]);
  if (sure) core.edit(file, [{ kind: "replace", start: block.start, end: block.end, lines: [] }]);
}

async function newScenario() {
  await words.there;
  const { file } = open;
  const name = make("input", { id: "scenario-name", type: "text", required: true, autocomplete: "off" });
  const chosen = await dialog("New scenario", [make("label", { for: "scenario-name" }, "What does it show?"), name, ...shelf.caseChoice(true)], [["Add the scenario", "add", true], ["Cancel", null]]);
  if (!chosen) return;
  try {
    const told = await core.ask("/api/scenario", { path: file.path, text: file.text, form: file.form, name: name.value.trim(), ...shelf.chosenCase() });
    file.folded.set(name.value.trim(), false);
    await core.put(file, told);
    draw({ name: name.value.trim() });
    await saveAndRun();
  } catch (error) {
    banner(error.message, { key: "error" });
  }
}

async function undo() { await step(core.undo); }
async function redo() { await step(core.redo); }

async function step(go) {
  const { file } = open;
  if (!file) return;
  sheet.finishTyping("leave");
  await takeTyped();
  await go(file);
}

// --- the text view ----------------------------------------------------------------------------------------

let typedLater = 0;

function takeTyped() {
  clearTimeout(typedLater);
  const { file } = open;
  if (!typedLater || !file) return Promise.resolve();
  typedLater = 0;
  const text = byId("typed").value;
  return text === file.text.replace(/\r\n/g, "\n") ? Promise.resolve() : core.edit(file, [{ kind: "text", text }]);
}

byId("typed").addEventListener("input", () => {
  clearTimeout(typedLater);
  typedLater = setTimeout(takeTyped, 400);
});

async function choose(wanted) {
  sheet.finishTyping("leave");
  await takeTyped();
  view = wanted;
  draw();
}

// --- keys and the world outside ---------------------------------------------------------------------------

function lookLater() { setTimeout(desk.look, 50); }

document.addEventListener("keydown", (event) => {
  const key = event.key.toLowerCase();
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const writing = event.target.closest?.("input, textarea:not(#typed)");
  if (key === "s") { event.preventDefault(); saveAndRun(); }
  else if (key === "z" && !event.shiftKey && !writing) { event.preventDefault(); undo(); }
  else if ((key === "y" || (key === "z" && event.shiftKey)) && !writing) { event.preventDefault(); redo(); }
});

const KEYS = [
  ["Arrow keys", "Go from cell to cell"], ["Enter or F2, or just type", "Edit the cell"], ["Tab, Shift+Tab", "While editing: go on to the next cell, or back"],
  ["Escape", "Leave the cell as it was"], ["Delete", "Empty the cell"], ["Ctrl+Enter", "Add a row below"], ["Alt+↑, Alt+↓", "Move the row"],
  ["Ctrl+C, Ctrl+V", "Copy a cell; paste cells from a spreadsheet"], ["Ctrl+S", "Save and run"], ["Ctrl+Z, Ctrl+Y", "Undo, redo (also what was saved or accepted)"],
];

byId("keys-open").addEventListener("click", () => dialog("Help and keys", [
  make("p", {}, "Click a sentence or a cell to change it. Save and run writes the file and works every figure out. A red cell shows what the table expects and what the rules give; accept puts the computed figure into the table."),
  make("table", {}, make("tbody", {}, ...KEYS.map(([key, says]) => make("tr", {}, make("th", { scope: "row" }, key), make("td", {}, says))))),
], [["Close", null, true]]));
byId("save").addEventListener("click", saveAndRun);
byId("undo").addEventListener("click", undo);
byId("redo").addEventListener("click", redo);
byId("as-tables").addEventListener("click", () => choose("tables"));
byId("as-text").addEventListener("click", () => choose("text"));
byId("rename").addEventListener("click", async () => {
  if (core.unsaved(open.file)) { banner("Save first, then rename: the file has edits that are not saved.", { kind: "warning", key: "told" }); return; }
  shelf.renameFile(open.file, desk);
});
byId("tidy").addEventListener("click", async () => {
  sheet.finishTyping("leave");
  await takeTyped();
  const before = open.file.text;
  await core.edit(open.file, [{ kind: "tidy" }]);
  tell(open.file.text === before ? "It is set out well already." : "The tables are lined up. Save to keep it.");
});
byId("new").addEventListener("click", () => shelf.newFeature(desk));
byId("seek").addEventListener("input", shelf.draw);
addEventListener("hashchange", () => {
  const path = decodeURI(location.hash.slice(1));
  if (path && path !== open.file?.path) show(path);
});
addEventListener("popstate", () => {
  const path = decodeURI(location.hash.slice(1));
  if (path && path !== open.file?.path) show(path);
});
for (const kind of ["error", "unhandledrejection"]) {
  addEventListener(kind, () => banner("Something went wrong on this page. Your edits are kept; loading the page again shows them.", { key: "fault" }));
}
// Leaving the page in the middle of a word: what was typed becomes part of the draft.
addEventListener("pagehide", () => {
  sheet.finishTyping("leave");
  takeTyped();
});

async function watch() {
  try {
    await shelf.look();
    if (!open.file?.pending.length) unbanner("unreachable");
    if (open.file && !running && !sheet.isTyping()) await lookOutside(open.file);
  } catch (error) {
    if (error instanceof core.Unreachable) banner(error.message, { kind: "warning", key: "unreachable" });
  }
}

async function begin() {
  try {
    await shelf.look();
  } catch (error) {
    banner(error.message);
    return;
  }
  draw();
  // The vocabulary takes a moment when the workbench has just been started; what needs it is drawn again then.
  words.there = core.ask("/api/words").then((told) => {
    Object.assign(words, told);
    sheet.forgetDrawn();
    draw();
  }, (error) => banner(error.message));
  const path = decodeURI(location.hash.slice(1));
  if (path) await show(path);
  else if (shelf.filesThere().length === 1) await show(shelf.filesThere()[0].path);
  setInterval(watch, 1000);
}

begin();
