// A file that was changed outside: both versions side by side, and the person says which one stays. Nothing is lost.

import { ask, put, run, save, unsaved } from "./core.js";
import { banner, dialog, make } from "./dom.js";

export async function conflict(file, told, desk) {
  const table = make("table", { class: "difference" },
    make("caption", {}, "The two versions line by line"),
    make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "Line"), make("th", { scope: "col" }, told.gone ? "The file is gone" : "In the file now"), make("th", { scope: "col" }, "Yours, on this page"))),
    make("tbody", {}, ...told.difference.map((row) => (row.skipped
      ? make("tr", { class: "skipped" }, make("td", { colspan: "3" }, `${row.skipped} lines are the same`))
      : make("tr", { class: row.same ? "same" : "differs" }, make("td", { class: "n" }, row.line ? String(row.line) : ""), make("td", {}, row.theirs ?? ""), make("td", {}, row.mine ?? ""))))));
  const says = told.gone
    ? "Somebody has removed or renamed this file since you opened it. Your version is on this page."
    : "Somebody has changed this file since you opened it: another program, or another tab. Nothing was written. Which version shall stay?";
  const choices = told.gone
    ? [["Decide later", null, true], ["Write my version again", "mine"], ["Keep mine under another name", "copy"]]
    : [["Decide later", null, true], ["Take theirs", "theirs"], ["Keep mine", "mine"], ["Keep both: mine under another name", "copy"]];
  const chosen = await dialog("This file was changed outside", [make("p", {}, says), make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "The difference" }, table)], choices);
  if (chosen === "theirs") await takeTheirs(file, told);
  else if (chosen === "mine") {
    if (await save(file, told.version)) await run(file);
  } else if (chosen === "copy") await copy(file, told, desk);
  else banner("This file was changed outside. Yours is not saved: it is kept in this browser.", { kind: "warning", key: "outside", actions: [["Show the difference", () => save(file)]] });
}

async function takeTheirs(file, told) {
  const { text, form, outline } = told.theirs;
  await put(file, { text, form, outline, saved: text, version: told.version });
  banner("Theirs is shown. Undo brings your version back.", { kind: "warning", key: "told" });
  await run(file);
}

async function copy(file, told, desk) {
  const name = make("input", { id: "copy-name", type: "text", required: true });
  name.value = file.path.replace(/\.feature$/, "_mine.feature");
  const chosen = await dialog("Keep mine under another name", [make("label", { for: "copy-name" }, "Name of the new file"), name], [["Save", "save", true], ["Cancel", null]]);
  if (!chosen) { banner("Yours is not saved yet: it is kept in this browser.", { kind: "warning", key: "outside", actions: [["Show the difference", () => save(file)]] }); return; }
  const path = /\.feature$/.test(name.value.trim()) ? name.value.trim() : `${name.value.trim()}.feature`;
  try {
    await ask("/api/new", { path, text: file.text, form: file.form });
  } catch (error) {
    banner(error.message, { actions: [["Try again", () => copy(file, told, desk)]] });
    return;
  }
  if (told.theirs) await takeTheirs(file, told);
  await desk.open(path);
}

// The file was changed while the page looks on: without edits of one's own it is shown as it is now.
export async function lookOutside(file) {
  const before = file.version;
  const { version } = await ask(`/api/version?path=${encodeURIComponent(file.path)}`);
  if (version === file.version || before !== file.version || file.outside === version) return;
  file.outside = version;
  if (!version) {
    banner("This file was removed or renamed outside of this page. What you see is kept here.", { kind: "warning", key: "outside", actions: [["Write it again", () => save(file, "")]] });
    return;
  }
  if (unsaved(file)) {
    banner("This file was changed outside of this page. Your edits are kept here; saving shows both.", { kind: "warning", key: "outside", actions: [["Show the difference", () => save(file)]] });
    return;
  }
  const told = await ask(`/api/file?path=${encodeURIComponent(file.path)}`);
  if (unsaved(file)) return;
  await put(file, { ...told, saved: told.text });
  banner("This file was changed outside of this page and is shown as it is now.", { kind: "warning", key: "outside" });
  await run(file);
}
