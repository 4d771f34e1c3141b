// The files of the folder: found, opened, made, renamed; and what passes and fails in each.

import { ask, hasDraft, inFolder, open, words } from "./core.js";
import { banner, byId, counted, dialog, make } from "./dom.js";

let files = [];
let last = "";

export async function look() {
  const told = await ask("/api/folder");
  inFolder(told.place);
  byId("place").textContent = told.folder;
  byId("place").title = told.place;
  files = told.files;
  draw();
  return files;
}

export const filesThere = () => files;

function tally(counts) {
  if (!counts) return make("span", { class: "quiet" }, "…");
  const bad = counts.failed + counts.error;
  if (bad) return make("span", { class: "tally failed" }, `${bad} failed`, counts.passed ? `, ${counts.passed} passed` : "");
  return make("span", { class: "tally quiet" }, counts.passed ? `${counts.passed} passed` : counts.skipped ? `${counts.skipped} skipped` : "none");
}

export function draw() {
  const wanted = byId("seek").value.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = files.filter((one) => wanted.every((word) => `${one.path} ${one.name}`.toLowerCase().includes(word)));
  const state = JSON.stringify([fits, wanted, open.file?.path, files.map((one) => hasDraft(one.path))]);
  if (state === last) return;
  last = state;
  const totals = files.reduce((sum, one) => {
    for (const key of ["passed", "failed", "error"]) sum[key] += one.counts?.[key] || 0;
    return sum;
  }, { passed: 0, failed: 0, error: 0 });
  const failed = totals.failed + totals.error;
  byId("found").textContent = wanted.length ? `${fits.length} of ${counted(files.length, "feature")}` : `${counted(files.length, "feature")}: ${totals.passed} passed${failed ? `, ${failed} failed` : ""}`;
  const folders = new Map();
  for (const one of fits) {
    const folder = one.path.includes("/") ? one.path.slice(0, one.path.lastIndexOf("/")) : "";
    folders.set(folder, [...(folders.get(folder) || []), one]);
  }
  const closed = new Set([...byId("tree").querySelectorAll("details:not([open])")].map((one) => one.dataset.folder));
  const first = !byId("tree").children.length;
  const focused = document.activeElement?.dataset?.path;
  byId("tree").replaceChildren(...[...folders].map(([folder, inside]) => {
    const list = make("ul", {}, ...inside.map(entry));
    if (!folder) return list;
    const bad = inside.reduce((sum, one) => sum + (one.counts ? one.counts.failed + one.counts.error : 0), 0);
    const holds = inside.some((one) => one.path === open.file?.path);
    const many = files.length > 25;
    const isOpen = wanted.length > 0 || holds || (first ? !many : !closed.has(folder));
    return make("details", { data: { folder }, open: isOpen }, make("summary", {}, folder.replace(/_/g, " "), " ",
      bad ? make("span", { class: "tally failed" }, `${bad} failed`) : make("span", { class: "quiet" }, String(inside.length))), list);
  }));
  if (focused) [...byId("tree").querySelectorAll("a")].find((one) => one.dataset.path === focused)?.focus();
}

function entry(one) {
  const here = one.path === open.file?.path;
  return make("li", {}, make("a", { href: `#${encodeURI(one.path)}`, title: one.path, "aria-current": here ? "page" : null, data: { path: one.path } }, one.name || one.path.split("/").at(-1)),
    hasDraft(one.path) ? make("b", { class: "draft" }, " not saved") : "", " ", tally(one.counts));
}

const fileName = (name) => `${name.toLowerCase().replace(/[^a-z0-9]+/g, "_").replace(/^_+|_+$/g, "") || "feature"}.feature`;

export async function newFeature(desk) {
  await words.there;
  const name = make("input", { id: "new-name", type: "text", required: true, autocomplete: "off" });
  const file = make("input", { id: "new-file", type: "text", required: true, autocomplete: "off", spellcheck: "false" });
  let own = false;
  file.addEventListener("input", () => { own = true; });
  const here = open.file?.path.includes("/") ? open.file.path.slice(0, open.file.path.lastIndexOf("/") + 1) : "";
  name.addEventListener("input", () => { if (!own) file.value = here + fileName(name.value); });
  const chosen = await dialog("New feature", [
    make("label", { for: "new-name" }, "What is it about?"), name,
    ...caseChoice(false),
    make("label", { for: "new-file" }, "Name of the file"), file,
    make("p", { class: "quiet" }, "A folder in front of it, as in bootcamps/restarts.feature, is made if it is not there."),
  ], [["Make the feature", "make", true], ["Cancel", null]]);
  if (!chosen) return;
  const path = /\.feature$/.test(file.value.trim()) ? file.value.trim() : `${file.value.trim()}.feature`;
  try {
    await ask("/api/new", { path, name: name.value.trim(), ...chosenCase() });
  } catch (error) {
    banner(error.message);
    return;
  }
  await look();
  await desk.open(path);
  desk.run();
}

let begun = { programme: "", case: "" };
export const chosenCase = () => begun;

// Which programme a scenario is about, and which of its cases: one that passes is what one begins from.
export function caseChoice(blank) {
  const list = make("div", { class: "templates" });
  const select = make("select", { id: "programme" }, ...(blank ? [make("option", { value: "" }, "None: I write the steps myself")] : []),
    ...words.programmes.map((one) => make("option", { value: one.key }, one.name)));
  const drawCases = () => {
    const programme = words.programmes.find((one) => one.key === select.value);
    begun = { programme: select.value, case: programme?.cases[0]?.key || "" };
    list.replaceChildren(...(programme ? [make("fieldset", {}, make("legend", {}, "Begin from a scenario that passes"), ...programme.cases.map((one) => make("label", {},
      make("input", { type: "radio", name: "case", value: one.key, checked: one.key === begun.case, on: { change: () => { begun.case = one.key; } } }), make("span", {}, one.says))))] : []));
  };
  select.addEventListener("change", drawCases);
  const here = open.file?.path.split("/").at(-2);
  if (words.programmes.some((one) => one.key === here)) select.value = here;
  drawCases();
  return [make("label", { for: "programme" }, "Programme"), select, list];
}

export async function renameFile(file, desk) {
  const name = make("input", { id: "to-name", type: "text", required: true, autocomplete: "off", spellcheck: "false" });
  name.value = file.path;
  const chosen = await dialog("Rename the file", [make("label", { for: "to-name" }, "New name, with its folder"), name,
    make("p", { class: "quiet" }, "Git sees this as the same file moved. Links to the old name, as in mails, lead nowhere then.")], [["Rename", "rename", true], ["Cancel", null]]);
  if (!chosen || name.value.trim() === file.path) return;
  const to = /\.feature$/.test(name.value.trim()) ? name.value.trim() : `${name.value.trim()}.feature`;
  try {
    await ask("/api/rename", { path: file.path, to });
    desk.renamed(file, to);
  } catch (error) {
    banner(error.message);
  }
}
