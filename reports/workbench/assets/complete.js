// An input that offers words while somebody types: the nearest first, chosen with the arrow keys or a click.

import { make } from "./dom.js";

let serial = 0;
const plain = (text) => text.toLowerCase().replace(/[^a-z0-9£%]+/g, " ").trim();

// How well an offer fits what was typed: every word typed must begin, or stand in, one of its own.
function fits(typed, offer) {
  const wanted = plain(typed).split(" ").filter(Boolean);
  const names = [offer.name, ...(offer.others || [])];
  let best = 0;
  names.forEach((name, at) => {
    const told = plain(name);
    if (!wanted.length) { best = Math.max(best, offer.everyday ? 2 : 1); return; }
    const own = told.split(" ");
    let score = told === wanted.join(" ") ? 100 : told.startsWith(wanted.join(" ")) ? 40 : 0;
    let met = 0;
    for (const word of wanted) {
      if (own.includes(word)) { met += 1; score += 8; }
      else if (own.some((one) => one.startsWith(word))) { met += 1; score += 5; }
      else if (word.length > 2 && told.includes(word)) { met += 1; score += 2; }
      else if (word.length > 3 && own.some((one) => near(one, word))) { met += 1; score += 3; }
    }
    const needed = wanted.length > 3 ? wanted.length * 0.6 : wanted.length;
    if (met >= needed) best = Math.max(best, score + 1 - own.length * 0.1 - (at ? 1 : 0) + (offer.everyday ? 1 : 0));
  });
  return best;
}

// Whether two words differ by one letter, as slips of the finger do.
function near(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return Math.max(one.length, other.length) - start - end <= (one.length === other.length ? 2 : 1);
}

export function offersFor(typed, offers, most = 8) {
  return offers.map((offer) => [fits(typed, offer), offer]).filter(([score]) => score > 0)
    .sort((one, other) => other[0] - one[0]).slice(0, most).map(([, offer]) => offer);
}

// An input with offers; ``done(value, how)`` is called once: how is "enter", "tab", "back", "leave" or "escape".
export function typeInto({ value, label, offers = [], select = false, cls = "", done }) {
  const id = `offers-${serial += 1}`;
  const input = make("input", { type: "text", "aria-label": label, autocomplete: "off", spellcheck: "false", class: `typing ${cls}` });
  const wrap = make("span", { class: "typed" }, input);
  input.value = value;
  let list = null;
  let at = -1;
  let over = false;
  const finish = (how) => {
    if (over) return;
    over = true;
    done(how === "escape" ? null : input.value, how);
  };
  if (offers.length) {
    list = make("ul", { role: "listbox", id, "aria-label": "Suggestions", class: "offers", hidden: true });
    for (const [name, told] of [["role", "combobox"], ["aria-expanded", "false"], ["aria-controls", id], ["aria-autocomplete", "list"]]) input.setAttribute(name, told);
    wrap.append(list);
  }
  const mark = (to) => {
    at = to;
    [...list.children].forEach((one, index) => one.setAttribute("aria-selected", String(index === at)));
    list.children[at]?.scrollIntoView({ block: "nearest" });
    if (at < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", list.children[at].id);
  };
  const close = () => {
    if (!list) return;
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    mark(-1);
  };
  const take = (name) => {
    input.value = name;
    close();
    input.focus();
    const blank = /\{[^}]*\}/.exec(name);
    if (blank) input.setSelectionRange(blank.index, blank.index + blank[0].length);
    return Boolean(blank);
  };
  const offer = () => {
    if (!list) return;
    const found = offersFor(input.value, offers);
    const only = found.length === 1 && found[0].name === input.value;
    list.replaceChildren(...found.map((one, index) => make("li", {
      role: "option", id: `${id}-${index}`, "aria-selected": "false",
      on: { mousedown: (event) => { event.preventDefault(); take(one.name); } },
    }, make("b", {}, one.name), one.help ? make("small", {}, one.help) : "")));
    const shown = found.length > 0 && !only;
    list.hidden = !shown;
    const place = input.getBoundingClientRect();
    list.style.left = `${Math.max(8, Math.min(place.left, innerWidth - list.offsetWidth - 24))}px`;
    list.style.top = `${place.bottom}px`;
    input.setAttribute("aria-expanded", String(shown));
    mark(-1);
  };
  input.addEventListener("input", offer);
  input.addEventListener("keydown", (event) => {
    event.stopPropagation();
    const shown = list && !list.hidden;
    if (event.key === "ArrowDown" && list) {
      event.preventDefault();
      if (!shown) offer();
      mark(Math.min(at + 1, list.children.length - 1));
    } else if (event.key === "ArrowUp" && shown) {
      event.preventDefault();
      mark(Math.max(at - 1, -1));
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (shown && at >= 0 && take(list.children[at].firstChild.textContent)) return;
      finish("enter");
    } else if (event.key === "Tab") {
      if (shown && at >= 0) input.value = list.children[at].firstChild.textContent;
      finish(event.shiftKey ? "back" : "tab");
      if (event.defaultPrevented === false && input.dataset.grid) event.preventDefault();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (shown) close(); else finish("escape");
    } else if ((event.ctrlKey || event.metaKey) && ["s", "S"].includes(event.key)) {
      event.preventDefault();
      finish("save");
    }
  });
  input.addEventListener("blur", () => finish("leave"));
  return {
    wrap, input, finish,
    start() {
      input.focus();
      if (select) input.select(); else input.setSelectionRange(input.value.length, input.value.length);
      if (list && (!value || select)) offer();
    },
  };
}
