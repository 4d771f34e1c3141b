"use strict";
// A learner in time: what lasts above, money by month below, both on one scale of months. Drawn when it is opened.
(() => {
  const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const pounds = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const round = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
  const left = 104, tall = 150, kinds = 8, wide = 6.6;
  let drawn = 0;

  function svg(name, attributes = {}, text = "") {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text) made.textContent = text;
    return made;
  }

  const label = (month) => `${names[month % 12]} ${Math.floor(month / 12)}`;
  const long = (day) => new Date(`${day}T00:00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const monthOf = (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  // A day as a point between its month's beginning and the next.
  function point(day, end = false) {
    const [year, month, number] = day.split("-").map(Number);
    return monthOf(day) + (number - (end ? 0 : 1)) / new Date(Date.UTC(year, month, 0)).getUTCDate();
  }

  function scale(picture) {
    const months = picture.bars.flatMap((bars) => [bars.first, bars.first + bars.series[0][1].length - 1]);
    const others = picture.spans.filter((span) => span[0] !== "Employment").flatMap((span) => [span[2], span[3] || span[4]]);
    for (const day of [...others, ...picture.marks.map((mark) => mark[1])]) if (day) months.push(monthOf(day));
    const first = Math.min(...months);
    const last = Math.min(Math.max(...months), first + 71);
    const width = Math.max(24, Math.min(56, 780 / (last - first + 1)));
    return { first, last, width, x: (at) => left + (at - first) * width, right: left + (last - first + 1) * width };
  }

  function timeline(drawing, picture, to, top) {
    let y = top;
    let lane = "";
    for (const [name, words, from, until, planned] of picture.spans) {
      if (name !== lane) {
        lane = name;
        y += 8;
        drawing.append(svg("text", { x: 0, y: y + 12, class: "lane" }, name));
        y += 18;
      }
      const begin = Math.max(point(from), to.first);
      const open = !until;
      const end = Math.min(until ? point(until, true) : planned ? Math.max(point(planned, true), begin) : to.last + 1, to.last + 1);
      if (end <= to.first) continue;
      const told = `${words}: ${long(from)} to ${until ? long(until) : "now"}${planned ? `, planned to ${long(planned)}` : ""}`;
      const group = svg("g");
      group.append(svg("title", {}, told));
      group.append(svg("rect", { x: to.x(begin), y, width: Math.max(2, (end - begin) * to.width), height: 16, class: `span ${name === "Aims" ? "aim" : name === "Employment" ? "job" : "episode"}${open ? " open" : ""}` }));
      if (planned && until && point(planned, true) > end) {
        group.append(svg("path", { d: `M${to.x(end)} ${y + 8}H${Math.min(to.x(point(planned, true)), to.right)}`, class: "planned" }));
      }
      const room = (end - begin) * to.width;
      const inside = room > words.length * wide + 8;
      const after = to.x(end) + 4 + words.length * wide < to.right;
      const place = inside ? { x: to.x(begin) + 4, class: "on" } : after ? { x: to.x(end) + 4 } : { x: to.x(begin) - 4, "text-anchor": "end" };
      group.append(svg("text", { ...place, y: y + 12 }, words));
      drawing.append(group);
      y += 20;
    }
    for (const [words, day] of picture.marks) {
      const x = to.x(point(day));
      const group = svg("g");
      group.append(svg("title", {}, `${words}: ${long(day)}`));
      group.append(svg("path", { d: `M${x} ${y + 2}l6 7-6 7-6-7z`, class: "mark" }));
      const late = x + 10 + words.length * wide > to.right;
      group.append(svg("text", { x: late ? x - 10 : x + 10, y: y + 13, "text-anchor": late ? "end" : "start" }, `${words}, ${long(day)}`));
      drawing.append(group);
      y += 20;
    }
    return y;
  }

  function months(drawing, to, y) {
    const every = to.width < 34 ? 3 : 1;
    for (let at = to.first; at <= to.last; at += 1) {
      if ((at - to.first) % every === 0) drawing.append(svg("text", { x: to.x(at) + (every === 1 ? to.width / 2 : 2), y: y + 12, "text-anchor": every === 1 ? "middle" : "start", class: "month" }, names[at % 12]));
      if (at === to.first || at % 12 === 0) drawing.append(svg("text", { x: to.x(at) + 2, y: y + 26, class: "month" }, String(Math.floor(at / 12))));
    }
  }

  function step(most) {
    const rough = 10 ** Math.floor(Math.log10(most / 3 || 1));
    return [1, 2, 5, 10].map((one) => one * rough).find((one) => most / one <= 4) || rough * 10;
  }

  function chart(drawing, bars, to, top) {
    const size = bars.series[0][1].length;
    const above = [], below = [], total = [];
    let running = 0;
    for (let at = 0; at < size; at += 1) {
      const amounts = bars.series.map(([, all]) => all[at]);
      above.push(amounts.filter((one) => one > 0).reduce((all, one) => all + one, 0));
      below.push(amounts.filter((one) => one < 0).reduce((all, one) => all + one, 0));
      total.push(running += amounts.reduce((all, one) => all + one, 0));
    }
    const most = Math.max(...above, 0), least = Math.min(...below, 0);
    const unit = tall / (most - least || 1);
    drawing.append(svg("text", { x: 0, y: top + 16, class: "lane" }, `${bars.title} (£, ${bars.by})`));
    const zero = (bars.series[0][0] !== "earned" ? key(drawing, bars, to, top + 26) : top + 18) + 14 + most * unit;
    const apart = step(most - least);
    for (let value = Math.ceil(least / apart) * apart; value <= most; value += apart) {
      const y = zero - value * unit;
      drawing.append(svg("path", { d: `M${left} ${y}H${to.right}`, class: value ? "grid" : "axis" }));
      drawing.append(svg("text", { x: left - 6, y: y + 4, "text-anchor": "end", class: "month" }, round.format(value)));
    }
    for (let at = 0; at < size; at += 1) {
      let up = zero, down = zero;
      bars.series.forEach(([name, amounts], kind) => {
        const amount = amounts[at];
        const month = bars.first + at;
        if (!amount || month > to.last) return;
        const height = Math.abs(amount) * unit;
        const y = amount > 0 ? (up -= height) : down;
        if (amount < 0) down += height;
        const bar = svg("rect", { x: to.x(month) + to.width * .14, y, width: to.width * .72, height: Math.max(height, 1), class: `k${kind % kinds}` });
        bar.append(svg("title", {}, `${label(month)}, ${name}: £${pounds.format(amount)}`));
        drawing.append(bar);
      });
    }
    return { y: zero - least * unit, total };
  }

  // The running total has a scale of its own: its end says what it comes to.
  function running(drawing, bars, total, to, top) {
    const most = Math.max(...total, 0), least = Math.min(...total, 0);
    const unit = 60 / (most - least || 1);
    const zero = top + 24 + most * unit;
    drawing.append(svg("text", { x: 0, y: top + 14, class: "lane" }, `Running total: £${pounds.format(total[total.length - 1])}`));
    drawing.append(svg("path", { d: `M${left} ${zero}H${to.right}`, class: "axis" }));
    let path = `M${to.x(bars.first)} ${zero}`;
    total.forEach((value, at) => { if (bars.first + at <= to.last) path += `V${zero - value * unit}H${to.x(bars.first + at + 1)}`; });
    drawing.append(svg("path", { d: path, class: "running" }));
    for (const value of most > 0 ? [0, most] : [0]) {
      drawing.append(svg("text", { x: left - 6, y: zero - value * unit + 4, "text-anchor": "end", class: "month" }, round.format(value)));
    }
    return zero - least * unit;
  }

  function key(drawing, bars, to, top) {
    let x = 0, y = top;
    bars.series.forEach(([name], kind) => {
      const width = 22 + name.length * wide + 12;
      if (x && x + width > Math.max(to.right, 500)) { x = 0; y += 18; }
      drawing.append(svg("rect", { x, y, width: 12, height: 12, class: `k${kind % kinds}` }), svg("text", { x: x + 17, y: y + 10 }, name));
      x += width;
    });
    return y + 12;
  }

  function figures(bars, title) {
    const fold = ilrspec.element("details", "", "figures");
    fold.append(ilrspec.element("summary", `${bars.title}: the figures`));
    const table = document.createElement("table");
    const caption = table.createCaption();
    caption.textContent = `${title}: ${bars.title} in pounds, ${bars.by}`;
    const several = bars.series.length > 1;
    const head = table.createTHead().insertRow();
    for (const [at, words] of ["Month", ...bars.series.map(([name]) => name), ...(several ? ["Total"] : []), "Running total"].entries()) {
      const cell = ilrspec.element("th", words, at ? "n" : "");
      cell.scope = "col";
      head.append(cell);
    }
    const body = table.createTBody();
    let all = 0;
    bars.series[0][1].forEach((_, at) => {
      const line = body.insertRow();
      const month = ilrspec.element("th", label(bars.first + at));
      month.scope = "row";
      line.append(month);
      const amounts = bars.series.map(([, values]) => values[at]);
      const sum = amounts.reduce((before, one) => before + one, 0);
      for (const amount of [...amounts, ...(several ? [sum] : []), all += sum]) line.append(ilrspec.element("td", pounds.format(amount + 0), "n"));
    });
    const box = ilrspec.element("div", "", "scroll");
    box.append(table);
    fold.append(box);
    return fold;
  }

  function days(picture) {
    const list = ilrspec.element("ul", "", "unseen");
    for (const [lane, words, from, until, planned] of picture.spans) {
      list.append(ilrspec.element("li", `${lane}: ${words}, from ${long(from)}${until ? ` to ${long(until)}` : ", open"}${planned ? `, planned to ${long(planned)}` : ""}`));
    }
    for (const [words, day] of picture.marks) list.append(ilrspec.element("li", `${words}: ${long(day)}`));
    return list;
  }

  function draw(fold, picture) {
    const to = scale(picture);
    const drawing = svg("svg", { class: "drawing", role: "img" });
    const id = `picture-${drawn += 1}`;
    const title = svg("title", { id }, `${picture.title}: ${picture.bars.map((bars) => bars.title.toLowerCase()).join("; ")}. The figures follow as tables.`);
    drawing.append(title);
    drawing.setAttribute("aria-labelledby", id);
    const grid = svg("g");
    drawing.append(grid);
    let y = timeline(drawing, picture, to, 0) + 12;
    let last = null;
    for (const bars of picture.bars) {
      const done = chart(drawing, bars, to, y);
      last = { bars, total: done.total };
      months(drawing, to, done.y + 2);
      y = done.y + 44;
    }
    if (last.total.length > 1) y = running(drawing, last.bars, last.total, to, y) + 6;
    for (let at = to.first; at <= to.last + 1; at += 1) {
      grid.append(svg("path", { d: `M${to.x(at)} 0V${y}`, class: at % 12 === 7 ? "year" : "tick" }));
    }
    const width = Math.max(to.right + 4, 500);
    drawing.setAttribute("viewBox", `0 0 ${width} ${y}`);
    drawing.setAttribute("width", width);
    drawing.setAttribute("height", y);
    const box = ilrspec.element("div", "", "scroll");
    box.append(drawing);
    fold.append(box);
    fold.append(days(picture));
    for (const bars of picture.bars) fold.append(figures(bars, picture.title));
  }

  ilrspec.draw = (fold) => {
    if (fold.dataset.drawn) return;
    fold.dataset.drawn = "yes";
    ilrspec.withData((told) => draw(fold, told.pictures[fold.closest("details.scenario").id][fold.dataset.at]));
  };
})();
