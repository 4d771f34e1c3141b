// Making elements, and the few parts that the whole page shares.

export function make(name, more = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(more)) {
    if (value === false || value === null || value === undefined) continue;
    if (key === "class") made.className = value;
    else if (key === "on") for (const [event, listener] of Object.entries(value)) made.addEventListener(event, listener);
    else if (key === "data") Object.assign(made.dataset, value);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

export const button = (label, act, more = {}) => make("button", { type: "button", class: "act", on: { click: act }, ...more }, label);
export const byId = (id) => document.getElementById(id);
export const counted = (count, what) => `${count} ${what}${count === 1 ? "" : "s"}`;

// A box with a question: its parts, and a promise of what was chosen (null when it was closed).
export function dialog(title, parts, choices) {
  return new Promise((resolve) => {
    const before = document.activeElement;
    let chosen = null;
    const box = make("dialog", { class: "box", "aria-labelledby": "box-title" });
    const form = make("form", { method: "dialog" }, make("h2", { id: "box-title" }, title), ...parts);
    const row = make("p", { class: "choices-row" });
    choices.forEach(([label, value, strong], at) => {
      const act = (event) => {
        event.preventDefault();
        if (value !== null && !form.reportValidity()) return;
        chosen = value;
        box.close();
      };
      row.append(make("button", { type: at === 0 ? "submit" : "button", class: strong ? "act strong" : "act", on: { click: act } }, label));
    });
    form.append(row);
    box.append(form);
    box.addEventListener("close", () => {
      box.remove();
      before?.focus?.();
      resolve(chosen);
    });
    byId("ask").append(box);
    box.showModal();
  });
}

// A line that tells what happened, at the top of the feature; errors stay until they are closed.
export function banner(text, { kind = "", actions = [], key = text } = {}) {
  const place = byId("banner");
  [...place.children].filter((one) => one.dataset.key === key).forEach((one) => one.remove());
  if (!text) return;
  const close = () => bar.remove();
  const bar = make("div", { class: `message ${kind}`, role: kind === "warning" ? "status" : "alert", data: { key } }, make("p", {}, text));
  for (const [label, act] of actions) bar.append(button(label, () => { close(); act(); }));
  bar.append(button("Close", close, { class: "plain" }));
  place.append(bar);
}

export const unbanner = (key) => banner("", { key });
