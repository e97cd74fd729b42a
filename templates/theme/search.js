// Looks words up in `search/`, a few small files at a time. `src/render/search.rs` tells what is in them,
// `src/parse/terms.rs` how words are cut and folded.
(() => {
const [form, field, list, told, more] = ["form", "q", "list", "told", "more"].map((id) => document.getElementById("j-" + id));
const say = form.dataset;
const [UNDATED, SHOWN, FILES, END] = [1 << 20, 10, 6, "\uffff"];

// Each file is a script that gives one value to this function.
const files = new Map();
window.journalSearch = (name, value) => files.get(name).give(value);
let version = "";
const load = (name) => {
  if (!files.has(name)) {
    const file = {};
    file.value = new Promise((give) => (file.give = give));
    files.set(name, file);
    const script = document.createElement("script");
    script.src = say.search + name + ".js" + version;
    script.onerror = () => file.give("");
    document.head.append(script);
  }
  return files.get(name).value;
};

const MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\s]/g;
const RUN = /[\p{Alphabetic}\p{N}\u0300-\u036f]+/gu;
const UNSPACED =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
const first = (word, count) => [...word].slice(0, count).join("");
const back = (word) => [...word].reverse().join("");
const fold = (word) =>
  first(word, 32).toLowerCase().normalize("NFKD").replace(MARKS, "").normalize("NFC").toLowerCase().replaceAll("ς", "σ");
const cut = (text) => {
  const words = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const all = [...run];
    let [at, from] = [index, index];
    const end = () => at > from && all.length > 1 && words.push({ word: fold(text.slice(from, at)), from, at });
    all.forEach((letter, i) => {
      if (UNSPACED.test(letter)) {
        end();
        const other = UNSPACED.test(all[i + 1]) ? all[i + 1] : "";
        if (other || !UNSPACED.test(all[i - 1])) words.push({ word: fold(letter + other), from: at, at: at + (letter + other).length });
        from = at + letter.length;
      }
      at += letter.length;
    });
    end();
  }
  return words;
};

// Entries with weights: each the distance to the one before, in digits of five bits.
const entries = (text) => {
  const all = [];
  let [number, value, scale] = [0, 0, 1];
  for (const digit of text) {
    const code = digit.charCodeAt();
    value += (code < 93 ? code - 40 : code - 93) * scale;
    scale *= 32;
    if (code < 93) continue;
    number += Math.floor(value / 8);
    all.push([number++, value % 8]);
    [value, scale] = [0, 1];
  }
  return all;
};

let index;
const lines = async (bundle, from, to) => {
  let text = index.bundles.has(bundle) ? await load(bundle) : "";
  if (Array.isArray(text)) {
    const at = text.findLastIndex(([key]) => key <= from);
    const some = text.filter(([key], i) => i >= at && (i === at || key <= to)).slice(0, FILES);
    text = (await Promise.all(some.map(([, name]) => load(name)))).join("");
  }
  return text.split("\n").filter(Boolean);
};
const stems = async (from, to) => {
  const code = from.codePointAt(0);
  const lead = (code < 0x800 ? code : code & ~63).toString(16).padStart(5, "0");
  return (await lines("word-" + lead, from, to)).map((line) => {
    const [[key, ...forms], [list, ...others]] = line.split("!").map((half) => half.split(" "));
    return { key, list, others, forms: forms.map((form) => form || key) };
  });
};
const around = (word, to) => stems(first(word, Math.max(3, [...word].length - 3)), to);

// Whether one letter more, less, other, or exchanged with its neighbour makes one word of the other.
const near = (a, b) => {
  let [i, j] = [0, 0];
  while (i < a.length && a[i] === b[i]) i++;
  while (j < Math.min(a.length, b.length) - i && a.at(-1 - j) === b.at(-1 - j)) j++;
  const [x, y] = [a.slice(i, a.length - j), b.slice(i, b.length - j)];
  return (x.length < 2 && y.length < 2) || (x.length === 2 && x === back(y));
};

// The stems that a word may mean, each with how sure that is.
const meant = async (word, isOpen) => {
  const length = [...word].length;
  const all = await around(word, isOpen ? word + END : word);
  const sure = (some, share) => some.filter((stem) => stem.list).map((stem) => ({ ...stem, share }));
  const exact = all.filter(({ key, forms }) => key === word || forms.includes(word));
  const keys = exact.flatMap((stem) => stem.others);
  const others = await Promise.all(keys.map(async (key) => (await stems(key, key)).filter((stem) => stem.key === key)));
  const isBegun = (stem) => !exact.includes(stem) && stem.forms.some((form) => form.startsWith(word));
  const begun = isOpen && (length > 2 || UNSPACED.test(word)) ? all.filter(isBegun) : [];
  const known = [...sure([...exact, ...others.flat()], 1), ...sure(begun, 0.6)];
  if (known.length || length < 4) return known;
  const bent = all.filter(({ key }) => word.startsWith(key));
  if (bent.length) return sure(bent, 0.9);
  // One mistake leaves the first half or the last half as it is.
  const half = (length - 1) >> 1;
  const [start, tail] = [first(word, half), first(back(word), half)];
  const ends = await lines("end-" + (word.codePointAt(word.length - 1) % 16).toString(16), tail, tail + END);
  const like = ends.map(back).filter((end) => near(end, word)).slice(0, 5);
  const places = await Promise.all([stems(start, start + END), ...like.map((end) => around(end, end))]);
  const alike = places.flat().filter(({ forms }) => forms.some((form) => near(form, word)));
  return sure([...new Map(alike.map((stem) => [stem.key, stem])).values()], 0.5);
};

// The numbers of the entries, the best first, then the latest; and the words to mark.
const answer = async (text, filters) => {
  index ??= await load("index");
  index.bundles ??= new Set(index.names.split(" "));
  version = "?" + index.version;
  const asks = cut(text);
  const found = await Promise.all(asks.map(({ word, at }) => meant(word, at === text.length)));
  const sums = new Map();
  for (const some of found) {
    const worth = new Map();
    for (const { list, share } of some) {
      const all = entries(list);
      const rare = Math.log(1 + (index.entries - all.length + 0.5) / (all.length + 0.5));
      for (const [n, weight] of all) worth.set(n, Math.max(worth.get(n) ?? 0, share * rare * (weight + 1)));
    }
    for (const [n, value] of worth) {
      const [count, sum] = sums.get(n) ?? [0, 0];
      sums.set(n, [count + 1, sum + value]);
    }
  }
  const sets = await Promise.all(filters.map(async ([name, value]) => new Map(entries((await load("by-" + name))[value] ?? ""))));
  if (!asks.length && sets.length) for (const n of sets[0].keys()) sums.set(n, [0, 0]);
  const all = [...sums].filter(([n]) => sets.every((set) => set.has(n)));
  const whole = all.filter(([, [count]]) => count === asks.length);
  const day = (n) => (n < UNDATED ? n : -1);
  const numbers = (whole.length ? whole : all).sort(([a, [m, x]], [b, [n, y]]) => n - m || y - x || day(b) - day(a) || a - b);
  return { numbers: numbers.map(([n]) => n), some: whole.length ? say.found : say.any, forms: new Set(found.flat().flatMap(({ forms }) => forms)) };
};

const make = (name, className, ...content) => {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
};
const link = (href, content) => Object.assign(make("a", "", ...content), { href: say.root + href });
// As much of a text as there is room for, from where most of the words are, with them marked; and how many that are.
const marked = (text, forms, room) => {
  const hits = cut(text).filter(({ word }) => forms.has(word));
  const among = (start) => new Set(hits.filter((hit) => hit.from >= start && hit.at < start + room).map(({ word }) => word)).size;
  const best = hits.reduce((best, { from }) => (among(from) > among(best) ? from : best), hits[0]?.from ?? 0);
  const start = text.length > room && best > 40 ? text.lastIndexOf(" ", best - 30) + 1 || best : 0;
  const stop = start + room < text.length ? Math.max(text.lastIndexOf(" ", start + room), start + room - 20) : text.length;
  const parts = [start ? "… " : ""];
  let done = start;
  for (const { from, at } of hits)
    if (at > done && from >= start && at <= stop) {
      const begin = Math.max(done, from);
      parts.push(text.slice(done, begin), make("mark", "", text.slice(begin, at)));
      done = at;
    }
  return [[...parts, text.slice(done, stop), stop < text.length ? " …" : ""], among(best)];
};
const shown = async (number, forms) => {
  const block = await load("entries-" + (number >> 2));
  const [, url, title, about, mood, passages] = block.find(([n]) => n === number);
  const meta = make("p", "m", mood ? make("span", `mood m-${mood}`) : "", " ", about.join(", "));
  const item = make("li", "", make("p", "r", link(url, marked(title, forms, 999)[0])), meta);
  let most = -1;
  let quote = "";
  for (const [anchor, heading, text] of passages) {
    const [parts, hits] = marked(text, forms, 220);
    if (!text || hits <= most) continue;
    most = hits;
    quote = make("p", "sm", ...(anchor ? [link(`${url}#${anchor}`, marked(heading, forms, 999)[0]), " · "] : []), ...parts);
  }
  item.append(quote);
  return item;
};

let asked = 0;
const ask = async () => {
  const now = ++asked;
  const filters = [...form.querySelectorAll("select")].filter((one) => one.value).map((one) => [one.name, one.value]);
  const given = new URLSearchParams([["q", field.value.trim()], ...filters].filter(([, value]) => value));
  history.replaceState(null, "", "?" + given);
  const { numbers, some, forms } = await answer(field.value, filters);
  const next = async () => {
    const at = list.children.length;
    const items = await Promise.all(numbers.slice(at, at + SHOWN).map((number) => shown(number, forms)));
    if (now !== asked || at !== list.children.length) return;
    list.append(...items);
    more.hidden = list.children.length >= numbers.length;
    if (at) items[0].querySelector("a").focus();
  };
  if (now !== asked) return;
  list.replaceChildren();
  const count = numbers.length.toLocaleString(document.documentElement.lang);
  told.textContent = given.size ? (numbers.length ? some : say.none).replace("#", count) : "";
  more.onclick = next;
  await next();
};

let pause;
form.oninput = () => {
  clearTimeout(pause);
  pause = setTimeout(ask, 80);
};
form.onsubmit = (event) => {
  event.preventDefault();
  ask();
};
onkeydown = (event) => {
  const links = [field, ...list.querySelectorAll(".r a")];
  const at = links.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Escape: 0 }[event.key];
  if (at < 0 || !links[to]) return;
  event.preventDefault();
  links[to].focus();
};
form.hidden = false;
const given = new URLSearchParams(location.search);
for (const one of form.elements) if (given.has(one.name)) one.value = given.get(one.name);
given.size ? ask() : field.focus();
})();
