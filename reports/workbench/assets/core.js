// What the page knows of a file, how it is edited, saved and run. The truth is the file's text; the server makes each
// edit, so that all else in the text keeps every byte.

export const words = { steps: [], tables: [], programmes: [], there: null };
export const open = { file: null };
const files = new Map();
const listeners = [];
let folder = "";

export const onChange = (listener) => listeners.push(listener);
export const changed = (what = {}) => listeners.forEach((listener) => listener(what));
export const inFolder = (place) => { folder = place; };

// --- asking the server ------------------------------------------------------------------------------------

export class Unreachable extends Error {}

export async function ask(address, told) {
  let response;
  try {
    response = await fetch(address, told === undefined ? {} : {
      method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(told),
    });
  } catch {
    throw new Unreachable("The workbench does not answer. Your edits are kept in this browser.");
  }
  const answer = await response.json().catch(() => ({ message: "The answer was not understood." }));
  if (response.status === 403 && /printed/.test(answer.message)) throw new Unreachable(answer.message);
  if (!response.ok) throw Object.assign(new Error(answer.message), { status: response.status, answer });
  return answer;
}

// --- drafts: what is not in the file yet ------------------------------------------------------------------

// Every tab keeps its own, so that two tabs on one file do not lose each other's edits.
const tab = (() => {
  try {
    const known = sessionStorage.getItem("ilrspec tab") || crypto.randomUUID();
    sessionStorage.setItem("ilrspec tab", known);
    return known;
  } catch {
    return "";
  }
})();
const draftsOf = (path) => `ilrspec draft ${folder} ${path} `;
export const unsaved = (file) => file.text !== file.saved || file.pending.length > 0;

export function keepDraft(file) {
  try {
    const name = draftsOf(file.path) + tab;
    if (!unsaved(file)) { localStorage.removeItem(name); return; }
    const { text, form, version, saved, pending } = file;
    localStorage.setItem(name, JSON.stringify({ text, form, version, saved, pending }));
  } catch {
    changed({ warning: "This browser keeps no unsaved edits: save before you close the page." });
  }
}

function stored(name) {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null;
  }
}

export function hasDraft(path) {
  const known = files.get(path);
  if (known) return unsaved(known);
  return stored(draftsOf(path) + tab) !== null || draftElsewhere(path) !== "";
}

// The name of a draft that another tab, or an earlier visit, has left.
export function draftElsewhere(path) {
  try {
    return Object.keys(localStorage).find((name) => name.startsWith(draftsOf(path)) && name !== draftsOf(path) + tab) || "";
  } catch {
    return "";
  }
}

export function dropDraft(name) { localStorage.removeItem(name); }

export async function showDraft(file, name) {
  const draft = stored(name);
  if (!draft) return;
  await inTurn(() => takeDraft(file, draft));
  dropDraft(name);
  changed({ edited: true });
}

// A renamed file takes its unsaved edits with it.
export function renamed(path, to) {
  const file = files.get(path);
  if (!file) return;
  files.delete(path);
  localStorage.removeItem(draftsOf(path) + tab);
  file.path = to;
  files.set(to, file);
  keepDraft(file);
}

// --- a file -----------------------------------------------------------------------------------------------

export async function openFile(path) {
  let file = files.get(path);
  if (!file) {
    const draft = stored(draftsOf(path) + tab);
    let told;
    try {
      told = await ask(`/api/file?path=${encodeURIComponent(path)}`);
    } catch (error) {
      if (error.status !== 404 || !draft) throw error;
      told = { text: "", form: draft.form, outline: [], version: "" };
    }
    file = {
      path, ...told, saved: told.text, pending: [], past: [], future: [], results: new Map(), flaws: [], problems: [],
      folded: new Map(), shown: new Map(), ran: null,
    };
    files.set(path, file);
    if (draft && (draft.text !== told.text || draft.pending.length)) await takeDraft(file, draft);
  }
  open.file = file;
  changed({ opened: true });
  return file;
}

// The draft rests on the version that it was made from: if the file is another by now, saving says so.
async function takeDraft(file, draft) {
  file.past.push(file.text);
  Object.assign(file, { text: draft.text, form: draft.form, version: draft.version, saved: draft.saved });
  file.restored = true;
  const pending = draft.pending.flat();
  await send(file, pending.length ? pending : [{ kind: "none" }]);
  keepDraft(file);
}

const sent = (file) => ({ path: file.path, text: file.text, form: file.form });

async function send(file, edits) {
  const told = await ask("/api/edit", { ...sent(file), edits });
  Object.assign(file, { text: told.text, form: told.form, outline: told.outline });
}

let queue = Promise.resolve();
const inTurn = (work) => {
  const done = queue.then(work, work);
  queue = done.catch(() => {});
  return done;
};

const pause = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

// Whether an edit is under way after which lines stand elsewhere: until it is made, no other may name a line.
const STAYING = new Set(["cells", "content", "none"]);
export const moving = (file) => Boolean(file?.pending.some((edits) => edits.some((one) => !STAYING.has(one.kind))));

// Make edits to a file, one after the other. What the server has not made yet is part of the draft, and is tried again
// for as long as it does not answer.
export function edit(file, edits, focus = null) {
  file.pending.push(edits);
  keepDraft(file);
  performance.mark("ilrspec edit");
  return inTurn(async () => {
    for (;;) {
      try {
        const before = file.text;
        await send(file, edits);
        if (before !== file.text) remember(file, before);
        break;
      } catch (error) {
        if (!(error instanceof Unreachable)) {
          file.pending.shift();
          await send(file, [{ kind: "none" }]).catch(() => {});
          keepDraft(file);
          changed({ focus, error: error.message, anew: true });
          return;
        }
        changed({ unreachable: error.message });
        await pause(1500);
      }
    }
    file.pending.shift();
    keepDraft(file);
    changed({ focus, edited: true });
    performance.measure("ilrspec edit to drawn", "ilrspec edit");
  });
}

function remember(file, before) {
  file.past.push(before);
  if (file.past.length > 500) file.past.shift();
  file.future = [];
}

// Show another text, with the one before it to go back to.
export function put(file, told) {
  return inTurn(async () => {
    const before = file.text;
    Object.assign(file, told);
    if (before !== file.text) remember(file, before);
    keepDraft(file);
    changed({ edited: true });
  });
}

export const undo = (file) => step(file, file.past, file.future);
export const redo = (file) => step(file, file.future, file.past);

function step(file, from, to) {
  return inTurn(async () => {
    if (!from.length) return;
    const before = file.text;
    const wanted = from.pop();
    file.text = wanted;
    try {
      await send(file, [{ kind: "none" }]);
      to.push(before);
    } catch (error) {
      file.text = before;
      from.push(wanted);
      changed({ error: error.message });
      return;
    }
    keepDraft(file);
    changed({ edited: true });
  });
}

// --- saving and running -----------------------------------------------------------------------------------

export function save(file, overwrite = null) {
  performance.mark("ilrspec save");
  return inTurn(async () => {
    const text = file.text;
    if (text === file.saved && overwrite === null) return true;
    try {
      const { version } = await ask("/api/save", { ...sent(file), version: overwrite ?? file.version });
      Object.assign(file, { version, saved: text, outside: "" });
    } catch (error) {
      if (error.status === 409) changed({ conflict: error.answer });
      else changed({ error: error.message });
      return false;
    }
    keepDraft(file);
    changed({ saved: true });
    return true;
  });
}

export async function run(file) {
  const { outline, text } = file;
  changed({ running: true });
  let told;
  try {
    told = await ask("/api/run", sent(file));
  } catch (error) {
    changed({ error: error.message, running: false });
    return;
  }
  file.problems = told.problems;
  file.ran = { text, seconds: told.seconds, scenarios: told.scenarios.length };
  if (told.scenarios.length) takeResults(file, outline, told);
  changed({ running: false, ran: true });
  if (performance.getEntriesByName("ilrspec save").length) {
    performance.measure("ilrspec save to results", { start: "ilrspec save", detail: { run: told.seconds, ran: told.ran } });
  }
}

export async function check(file) {
  const { text } = file;
  try {
    const { flaws } = await ask("/api/check", sent(file));
    if (file.text !== text) return;
    file.flaws = flaws;
    changed({ checked: true });
  } catch {
    // The run tells the same later; an edit must not be disturbed because a check did not come about.
  }
}

// --- results, kept by what a scenario says: an edit elsewhere leaves them valid ---------------------------

const PLACES = new Set(["line", "end", "start"]);

const signedBefore = new WeakMap();

export function signatures(outline) {
  if (!signedBefore.has(outline)) signedBefore.set(outline, signed(outline));
  return signedBefore.get(outline);
}

function signed(outline) {
  const head = outline.find((block) => block.kind === "feature");
  let shared = head?.tags?.text || "";
  let rule = "";
  return outline.map((block) => {
    if (block.kind === "rule") rule = block.tags?.text || "";
    const own = JSON.stringify(block, (key, value) => (PLACES.has(key) && typeof value === "number" ? value - block.line : value));
    if (block.kind === "background") { if (rule) rule += own; else shared += own; }
    if (block.kind === "rule") rule += own;
    return ["scenario", "outline"].includes(block.kind) ? `${own}${shared}${rule}` : own;
  });
}

function takeResults(file, outline, told) {
  const keys = signatures(outline);
  const byHeading = new Map();
  for (const one of told.scenarios) byHeading.set(one.heading, [...(byHeading.get(one.heading) || []), one]);
  if (file.results.size > 2000) file.results.clear();
  outline.forEach((block, at) => {
    if (block.kind === "background") {
      const first = told.scenarios.find((one) => one.steps.some((step) => step.line > block.line && step.line <= block.end));
      if (first) keep(file.results, keys[at], { base: block.line, examples: [first], reasons: told.reasons });
    }
    const examples = byHeading.get(block.line);
    if (examples) keep(file.results, keys[at], { base: block.line, examples, reasons: told.reasons });
  });
}

let serial = 0;

// A result that is as it was stays, so that what shows it need not be drawn again.
function keep(results, key, found) {
  const content = JSON.stringify(found.examples);
  if (results.get(key)?.content === content) return;
  results.set(key, { ...found, content, serial: serial += 1 });
}

export const stateOf = (result) => {
  const found = result ? result.examples.map((one) => one.status) : [];
  return ["error", "failed", "passed", "skipped"].find((one) => found.includes(one)) || "";
};
