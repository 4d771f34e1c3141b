// What is wrong, in its place: what the check finds while somebody types, and what the last run could not read.

import { edit } from "./core.js";
import { button, make } from "./dom.js";

export function flawBox(file, flaw) {
  const box = make("div", { class: `message ${flaw.severity === "warning" ? "warning" : ""}` }, make("p", {}, flaw.message));
  if (flaw.suggestion) box.append(make("p", { class: "suggestion" }, flaw.suggestion));
  if (flaw.fix?.length) box.append(button("Mend this", () => edit(file, [{ kind: "spans", spans: flaw.fix }])));
  return box;
}

export function problems(context, line, ran) {
  const { file, own, relative } = context;
  const flaws = own.get(`${relative(line)}`) || [];
  const told = new Set(flaws.map((one) => one.message));
  const rest = ran.filter((one) => !told.has(one.message) && !flaws.length);
  return [...flaws.map((flaw) => flawBox(file, flaw)), ...rest.map((one) => make("p", { class: "message" }, one.message))];
}

export function rowProblems(context, item) {
  const { file, own, relative, chosen, result } = context;
  const lines = new Set([...item.rows.map((row) => relative(row.line))]);
  const flaws = [...own].filter(([key]) => {
    const [line, cell] = key.split(":").map(Number);
    return lines.has(line) && (cell !== undefined || line !== relative(item.line));
  }).flatMap(([, list]) => list);
  const ran = flaws.length ? [] : (chosen?.problems || []).filter((one) => lines.has(one.line - result.base));
  return [...flaws.map((flaw) => flawBox(file, flaw)), ...ran.map((one) => make("p", { class: "message" }, one.message))];
}
