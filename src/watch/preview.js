// The live preview's end in the page: it hears which pages are other than before and patches this one where one was
// looking, tells what is wrong, ticks steps, and takes a quick reflection. A built site has none of it.
"use strict";
(() => {
const island = document.getElementById("journal-preview");
if (!island) return;
let here = JSON.parse(island.textContent);
const token = document.querySelector('meta[name="journal-token"]').content;

const make = (name, properties = {}, ...content) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...content);
  return made;
};
const time = () => new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const send = async (what, body) => {
  const answer = await fetch(`/__journal/${what}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Journal-Token": token },
    body: JSON.stringify(body),
  });
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(said.error ?? said.message ?? `the preview answered ${answer.status}`);
  return said;
};

// ---- The bar: one line, in the corner.
const MARKS = {
  on: "M8 2a6 6 0 1 1 0 12A6 6 0 1 1 8 2",
  off: "M8 2a6 6 0 1 1 0 12A6 6 0 1 1 8 2M3 13L13 3",
  wrong: "M8 1l7 14H1zM8 6v4M8 11.5v1.6",
};
const mark = (name) => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(svg.namespaceURI, "path");
  path.setAttribute("d", MARKS[name]);
  path.setAttribute("class", name);
  svg.append(path);
  return svg;
};
const state = make("b");
const told = make("span");
const tools = make("span", { className: "jp-tools" });
// What is said of the connection is for the eye; what was done is read out.
const spoken = make("p", { className: "jp-spoken", role: "status" });
const bar = make("aside", { className: "jp-bar", id: "journal-bar", ariaLabel: "Live preview" }, state, told, tools, spoken);
let wrong = [];
const show = (name, word, text) => {
  state.replaceChildren(mark(name), word);
  told.textContent = text;
};
const rest = (text = "") => {
  if (!wrong.length) return show("on", "Connected", text);
  const [{ path, line }] = wrong;
  show("wrong", wrong.length > 1 ? `${wrong.length} errors` : "1 error", line ? `${path}:${line}` : path);
};
const link = (href, text) => make("a", { href }, text);
const button = (text, onclick) => make("button", { type: "button", onclick }, text);
const setTools = () => {
  const all = [];
  if (wrong.length && overlay.hidden) all.push(button("Show it", () => openOverlay()));
  if (undo) all.push(button("Undo", takeBack));
  if (here.path && here.edits) all.push(button("Edit", () => open({ path: here.path, line: 1 })));
  if (here.edits) all.push(button("Reflect", () => reflection.showModal()));
  const other = here.audience === "public" ? "writer" : "public";
  const to = `/__journal/audience?${other}&to=${encodeURIComponent(here.page)}`;
  all.push(link(to, other === "public" ? "As the public sees it" : "As I see it"));
  tools.replaceChildren(...all);
};

// ---- Errors: over the last good page, gone when they are mended.
const overlay = make("section", { className: "jp-errors", hidden: true, tabIndex: -1, ariaLabel: "Problems" });
overlay.setAttribute("role", "alertdialog");
const frame = ({ path, line, column, message, help, text, length, code }) => {
  const parts = [make("h3", {}, message), make("p", {}, make("code", {}, [path, line, column].filter(Boolean).join(":")), code ? ` ${code}` : "")];
  if (line && text) {
    const number = String(line);
    const from = Math.max((column ?? 1) - 1, 0);
    const caret = " ".repeat(from) + "^".repeat(Math.max(length ?? 1, 1));
    const pre = make("pre", { tabIndex: 0 }, `${number} | ${text}\n${" ".repeat(number.length)} | `, make("b", {}, caret));
    pre.setAttribute("role", "region");
    pre.ariaLabel = "The line";
    parts.push(pre);
  }
  if (help) parts.push(make("p", {}, help));
  if (line && here.edits) parts.push(make("p", {}, button("Open it in the editor", () => open({ path, line, column }))));
  return make("article", {}, ...parts);
};
const openOverlay = () => {
  const close = button("Look at the page anyway", () => {
    overlay.hidden = true;
    setTools();
  });
  const when = `Below is the site as it was at ${good}. It is set again when the file is saved.`;
  overlay.replaceChildren(...wrong.map(frame), make("p", { className: "jp-quiet" }, when), make("p", {}, close));
  overlay.hidden = false;
  setTools();
};
overlay.addEventListener("keydown", (event) => {
  if (event.key === "Escape") overlay.querySelector(":scope > p:last-child button").click();
});
let good = time();
const problems = (diagnostics) => {
  const before = JSON.stringify(wrong);
  wrong = diagnostics.filter(({ severity }) => severity === "error");
  if (!wrong.length) overlay.hidden = true;
  else if (JSON.stringify(wrong) !== before) openOverlay();
  rest(wrong.length ? "" : "all is well again");
  setTools();
};

// ---- Patching: a page becomes another one, and whatever is the same in both stays the very same element.
const OURS = "jp-";
const isOurs = (node) => node.nodeType === 1 && [...node.classList].some((name) => name.startsWith(OURS));
const keyOf = (node) => (node.nodeType === 1 && node.id ? `#${node.id}` : null);
// Two nodes are of one kind if one can become the other without losing what it is.
const alike = (a, b) => a.nodeType === b.nodeType && a.nodeName === b.nodeName && keyOf(a) === keyOf(b);
// What is in a node, to find it again where it moved. Kept for one patch.
let texts = new WeakMap();
const textOf = (node) => {
  if (!texts.has(node)) texts.set(node, node.nodeType === 1 ? `${node.nodeName}${node.outerHTML.length}${node.textContent}` : node.data);
  return texts.get(node);
};
const STATES = { details: ["open"], dialog: ["open"], audio: ["src"], video: ["src"] };
const attributes = (from, to) => {
  const kept = STATES[from.localName] ?? [];
  for (const { name } of [...from.attributes])
    if (!to.hasAttribute(name) && !kept.includes(name) && !name.startsWith("data-jp")) from.removeAttribute(name);
  for (const { name, value } of to.attributes)
    if (from.getAttribute(name) !== value && !(kept.includes(name) && from.localName !== "audio" && from.localName !== "video")) from.setAttribute(name, value);
};
const changed = [];
const morph = (from, to) => {
  if (from.nodeType !== 1) {
    if (from.data !== to.data) {
      from.data = to.data;
      changed.push(from.parentElement);
    }
    return;
  }
  if (from.isEqualNode(to)) return;
  attributes(from, to);
  children(from, to);
};
const children = (from, to) => {
  const wanted = [...to.childNodes];
  const old = [...from.childNodes].filter((node) => !isOurs(node));
  const byKey = new Map(old.map((node) => [keyOf(node), node]).filter(([key]) => key));
  const used = new Set();
  // First those of one name, then those that are equal, then the next of one kind.
  const partners = wanted.map((node) => {
    const key = keyOf(node);
    const found = key && byKey.get(key);
    if (found && found.nodeName === node.nodeName) used.add(found);
    return found && found.nodeName === node.nodeName ? found : null;
  });
  const equal = new Map();
  for (const node of old)
    if (!used.has(node) && !keyOf(node)) {
      const text = textOf(node);
      if (!equal.has(text)) equal.set(text, []);
      equal.get(text).push(node);
    }
  wanted.forEach((node, at) => {
    if (partners[at] || keyOf(node)) return;
    const found = equal.get(textOf(node))?.find((other) => !used.has(other) && alike(other, node));
    if (found) used.add((partners[at] = found));
  });
  let next = 0;
  wanted.forEach((node, at) => {
    if (partners[at]) return;
    while (next < old.length && (used.has(old[next]) || keyOf(old[next]))) next++;
    const found = old.slice(next).find((other) => !used.has(other) && alike(other, node));
    if (found) used.add((partners[at] = found));
  });
  for (const node of old) if (!used.has(node)) node.remove();
  // What stays in order need not be moved: a node that is moved loses its focus and its place in a film.
  let place = from.firstChild;
  const skip = () => {
    while (place && isOurs(place)) place = place.nextSibling;
  };
  const active = document.activeElement;
  const order = stays(partners, old);
  wanted.forEach((node, at) => {
    skip();
    const partner = partners[at];
    if (!partner) {
      const added = document.importNode(node, true);
      from.insertBefore(added, place);
      changed.push(added.nodeType === 1 ? added : from);
      return;
    }
    if (order.has(partner)) {
      while (place !== partner) place = place.nextSibling;
      place = partner.nextSibling;
    } else if (from.moveBefore && partner.isConnected) from.moveBefore(partner, place);
    else from.insertBefore(partner, place);
    morph(partner, node);
  });
  if (active !== document.activeElement && active?.isConnected) active.focus({ preventScroll: true });
};
// The longest run of partners that are in the order they had: all others are moved round them.
const stays = (partners, old) => {
  const places = new Map(old.map((node, at) => [node, at]));
  const all = partners.filter(Boolean);
  const tails = [];
  const before = [];
  all.forEach((node, at) => {
    const place = places.get(node);
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places.get(all[tails[middle]]) < place) low = middle + 1;
      else high = middle;
    }
    before[at] = low ? tails[low - 1] : -1;
    tails[low] = at;
  });
  const run = new Set();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at]) run.add(all[at]);
  return run;
};

// Where one was reading: the first thing in the window that is still there keeps its place in it.
const anchored = (patch) => {
  const top = document.elementFromPoint(innerWidth / 2, Math.min(120, innerHeight / 3));
  const path = [];
  for (let one = top; one && one !== document.body; one = one.parentElement) path.push([one, one.getBoundingClientRect().top]);
  patch();
  const kept = path.find(([one]) => one.isConnected);
  if (kept && scrollY > 0) scrollBy({ top: kept[0].getBoundingClientRect().top - kept[1], behavior: "instant" });
};
const soften = () => {
  const marked = new Set(changed.filter((one) => one?.isConnected && one.closest("main")).slice(0, 40));
  changed.length = 0;
  for (const one of marked) {
    one.classList.add("jp-changed");
    setTimeout(() => {
      one.classList.remove("jp-changed");
      if (!one.classList.length) one.removeAttribute("class");
    }, 1600);
  }
};
const stylesheets = (next) => {
  const sheets = (from) => [...from.querySelectorAll('head link[rel="stylesheet"]')];
  const [old, wanted] = [sheets(document), sheets(next)];
  const href = (one) => one.getAttribute("href");
  for (const one of wanted) {
    if (old.some((known) => href(known) === href(one))) continue;
    const added = document.importNode(one, true);
    // The old one goes when the new one is there: between them the page would be bare.
    added.onload = () => old.filter((known) => !wanted.some((one) => href(one) === href(known))).forEach((known) => known.remove());
    document.head.append(added);
  }
};
let asked = 0;
const patch = async () => {
  const now = ++asked;
  const answer = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-store" });
  const next = new DOMParser().parseFromString(await answer.text(), "text/html");
  const data = next.getElementById("journal-preview");
  if (now !== asked) return;
  if (!data || !next.querySelector("main")) return location.reload();
  stylesheets(next);
  document.title = next.title;
  attributes(document.documentElement, next.documentElement);
  texts = new WeakMap();
  const held = document.activeElement?.matches(".jp-box") && document.activeElement.closest("[id]")?.id;
  loosen();
  anchored(() => {
    for (const script of next.querySelectorAll("body script")) script.remove();
    for (const script of document.querySelectorAll("body script")) script.remove();
    children(document.body, next.body);
  });
  here = { ...JSON.parse(data.textContent), session: here.session };
  soften();
  tie();
  if (held) document.getElementById(held)?.querySelector(".jp-box")?.focus({ preventScroll: true });
  setTools();
};

// ---- Ticking: each step's mark becomes a box that can be ticked.
let undo = null;
const say = (text) => (spoken.textContent = text);
const label = (box) => (box.closest("li")?.querySelector(".t, .r, p, a") ?? box.parentElement).textContent.trim().slice(0, 120);
const steps = () => {
  const found = Object.entries(here.steps ?? {}).map(([id, step]) => [document.getElementById(id), step]);
  for (const link of document.querySelectorAll("main a[href*='#step-']")) {
    const step = here.links?.[link.getAttribute("href")];
    if (step) found.push([link.closest("li"), step]);
  }
  return found.filter(([item]) => item);
};
const loosen = () => {
  for (const one of document.querySelectorAll(".jp-box, .jp-line")) one.remove();
  for (const one of document.querySelectorAll("[data-jp-mark]")) one.removeAttribute("data-jp-mark");
};
const tie = () => {
  loosen();
  if (!here.edits || here.outdated) return;
  for (const [item, step] of steps()) {
    const mark = item.querySelector(":scope > .mk, :scope > * > .mk");
    if (!mark || mark.previousElementSibling?.classList.contains("jp-box")) continue;
    const box = make("input", { type: "checkbox", className: "jp-box", checked: step.state === "done", title: `${step.path}:${step.line}` });
    box.indeterminate = !["open", "done"].includes(step.state);
    box.ariaLabel = label(mark);
    box.onchange = () => tick(box, step);
    mark.setAttribute("data-jp-mark", "");
    mark.before(box);
    const edit = button("✎", () => open(step));
    edit.className = "jp-line";
    edit.ariaLabel = `Edit line ${step.line} of ${step.path}: ${label(mark)}`;
    item.querySelector(".t, .r, p")?.append(edit);
  }
};
const tick = async (box, step) => {
  box.disabled = true;
  const wanted = box.checked ? "done" : "open";
  try {
    const answer = await send("step", { path: step.path, line: step.line, text: step.text, state: wanted });
    undo = answer.undo ?? null;
    say(`Saved to ${step.path}, line ${answer.line}: ${wanted}. ${answer.next ? "The next one was added above." : ""}`);
    show("on", "Saved", `${step.path}:${answer.line}`);
  } catch (error) {
    box.checked = !box.checked;
    say(`Not saved: ${error.message}`);
    show("wrong", "Not saved", error.message);
  }
  box.disabled = false;
  box.focus({ preventScroll: true });
  setTools();
};
const takeBack = async () => {
  try {
    const { path, line } = await send("undo", { undo });
    say(`Taken back: ${path}, line ${line} is as it was.`);
  } catch (error) {
    say(`Not taken back: ${error.message}`);
    show("wrong", "Not taken back", error.message);
  }
  undo = null;
  setTools();
};
const open = async ({ path, line, column }) => {
  try {
    const { url } = await send("open", { path, line, column });
    if (url) location.href = url;
  } catch (error) {
    say(error.message);
    show("wrong", "Not opened", error.message);
  }
};

// ---- A quick reflection: a new entry, and nothing else.
const input = (name, properties) => make(properties.options ? "select" : properties.rows ? "textarea" : "input", { name, ...properties });
const field = (title, control) => make("label", {}, title, control);
const moods = ["", "bright", "good", "even", "low", "heavy"];
const mood = make("select", { name: "mood" }, ...moods.map((word) => make("option", { value: word }, word || "say nothing")));
const text = input("text", { rows: 6 });
const plan = input("plan", { type: "text", placeholder: "the name of its file" });
const metrics = input("metrics", { type: "text", placeholder: "words=1200 km=8" });
const failed = make("p", { className: "jp-failed", role: "alert" });
const save = make("button", { type: "submit" }, "Write it");
const form = make(
  "form",
  { method: "dialog" },
  make("h2", {}, "A reflection for today"),
  field("What happened, how it feels, what next", text),
  field("Mood", mood),
  field("Plan", plan),
  field("Measured", metrics),
  failed,
  make("p", {}, save, " ", button("Leave it", () => reflection.close())),
);
const reflection = make("dialog", { className: "jp-form" }, form);
form.onsubmit = async (event) => {
  event.preventDefault();
  const pairs = metrics.value.split(/[\s,]+/).filter(Boolean).map((pair) => pair.split("="));
  const figures = Object.fromEntries(pairs.map(([name, amount]) => [name, Number(amount)]));
  failed.textContent = "";
  if (pairs.some(([name, amount]) => !name || amount === undefined || Number.isNaN(Number(amount)))) {
    failed.textContent = "Write figures as words=1200.";
    return;
  }
  save.disabled = true;
  try {
    const { path } = await send("reflection", { text: text.value, mood: mood.value || null, plan: plan.value, metrics: figures });
    say(`Written: ${path}`);
    show("on", "Written", path);
    form.reset();
    reflection.close();
  } catch (error) {
    failed.textContent = `Not written: ${error.message}`;
  }
  save.disabled = false;
};

// ---- What the preview says.
const address = (file) => new URL(file.split("/").map(encodeURIComponent).join("/"), `${location.origin}/`).pathname;
// Whether the page shows a file that is no page: a picture, a stylesheet.
const shows = (file) => {
  const parts = [...document.querySelectorAll("[src], link[href]")].filter((part) => !isOurs(part));
  return parts.some((part) => new URL(part.src || part.href, location.href).pathname === address(file));
};
const listen = () => {
  const events = new EventSource("/__journal/events");
  events.addEventListener("hello", (event) => {
    const { build, session } = JSON.parse(event.data);
    good = time();
    rest(`since ${good}`);
    if (session !== here.session) return location.reload();
    if (build !== here.build) patch().catch(() => location.reload());
  });
  events.addEventListener("update", (event) => {
    const { build, pages, ms, moved } = JSON.parse(event.data);
    here.build = build;
    good = time();
    const made = pages.filter((file) => file.endsWith(".html")).length;
    rest(`${made} ${made === 1 ? "page" : "pages"} set in ${ms} ms, ${good}`);
    const to = moved[here.page];
    if (to) return location.assign(address(to) + location.hash);
    const shown = pages.filter(shows);
    if (!here.page || shown.some((file) => !file.endsWith(".css"))) return location.reload();
    if (shown.length || pages.includes(here.page)) patch().catch(() => location.reload());
  });
  events.addEventListener("problem", (event) => problems(JSON.parse(event.data).diagnostics));
  events.addEventListener("solved", () => wrong.length && problems([]));
  events.onerror = () => show("off", "Not connected", `the page is as it was at ${good}; trying again`);
};
document.head.append(make("link", { rel: "stylesheet", href: "/__journal/preview.css", className: "jp-style" }));
document.body.append(overlay, reflection, bar);
for (const one of [overlay, reflection, bar]) one.classList.add("jp-own");
tie();
rest("");
setTools();
listen();
})();
