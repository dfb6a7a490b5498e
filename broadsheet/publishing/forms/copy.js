// A file of the paper as a form shows it, and back: only what an editor changed is written anew. All else stays as it
// is typed: keys that the form doesn't know, the order, comments, quotes, line ends.
//
// The form gets a plain object: a value for each key, `body` for an article's copy, and `_file`, what it was read from,
// which the form doesn't show and gives back. No key of a file begins with a low line.
import {Document, YAMLMap, isCollection, isMap, isPair, isSeq, parseDocument} from "./yaml/index.js";

const YAML_LINE = /^-{3,}[ \t]*$/m;
const AS_TYPED = {schema: "failsafe", logLevel: "silent"};
const WRITTEN = {lineWidth: 0, flowCollectionPadding: false};
// Where only a newline ends a line to whoever reads the file, other line ends are spaces.
const ODD_LINE_END = /[\u0085\u2028\u2029]/g;

export class Unreadable extends Error {}

// How files that a form `asked` for are read and written: {fromFile, toFile}. An article has front matter and a body;
// any other file is all YAML. `words` are what is said in the paper's language.
export function format(asked, words, {article = false} = {}) {
  const fields = asked.filter(({kind}) => kind !== "copy");
  return {
    fromFile(text) {
      if (!text) return {};
      try {
        const parts = split(text, article, words);
        return {...shownAll(fields, read(parts.matter, words).data), ...(article && {body: parts.body}), _file: text};
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        return {title: `⚠ ${said(words.unreadable, {why: error.message})}`, _file: text, _broken: error.message};
      }
    },
    // `names` are those of the form's fields: "_date 2025-04-16" among them gives a new file its date.
    toFile(form, names = []) {
      if (form._broken) throw new Error(said(words.unreadable, {why: form._broken}));
      const parts = split(form._file || "", article, words);
      const day = names.map((name) => /^_date (.+)/.exec(name)?.[1]).find(Boolean);
      const matter = written(parts.matter, fields, {...(day && !form._file && {date: day}), ...form}, words);
      const text = article ? `${parts.before}${matter}${parts.after}${copy(parts, form.body)}` : matter;
      return parts.mark + text.replace(/\n/g, parts.end);
    },
  };
}

export function said(message, values) {
  return message.replace(/%\((\w+)\)s/g, (_, name) => values[name]);
}

// A file taken apart, with plain newlines: `mark` (of the byte order), `before`, `matter`, `after`, `body`; `end` is
// what ends its lines.
function split(text, article, words) {
  const mark = text.startsWith("\ufeff") ? "\ufeff" : "";
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const plain = text.slice(mark.length).replace(/\r\n?/g, "\n");
  if (!article) return {mark, end, matter: plain};
  if (!plain.trim()) return {mark, end, before: "---\n", matter: "", after: "---\n", body: ""};
  const start = plain.length - plain.trimStart().length;
  const opening = YAML_LINE.exec(plain.slice(start));
  if (!opening || opening.index) throw new Unreadable(/^[+{]/.test(plain.slice(start)) ? words["not yaml"] : words["no text"]);
  const from = start + opening[0].length + 1;
  const closing = YAML_LINE.exec(plain.slice(from));
  if (!closing) throw new Unreadable(words["no text"]);
  const to = from + closing.index;
  const rest = to + closing[0].length;
  // An empty line below the front matter is none of the copy.
  const gap = /^\n*/.exec(plain.slice(rest))[0];
  return {
    mark, end, before: plain.slice(0, from), matter: plain.slice(from, to), after: closing[0] + (gap || "\n"),
    body: plain.slice(rest + gap.length),
  };
}

function copy(parts, body) {
  const text = (body ?? "").replace(/\r\n?/g, "\n");
  return text && !text.endsWith("\n") && text !== parts.body ? `${text}\n` : text;
}

function read(matter, words) {
  const doc = parseDocument(matter, AS_TYPED);
  if (doc.errors.length || (doc.contents && !isMap(doc.contents) && matter.trim())) {
    const [where] = doc.errors;
    throw new Unreadable(where ? where.message.split("\n")[0] : words["no text"]);
  }
  return {doc, data: (isMap(doc.contents) && doc.toJS()) || {}};
}

// ---- As a form shows it

function shownAll(fields, data) {
  const form = {};
  for (const field of fields) {
    const value = shown(field, data[field.key]);
    if (!blank(value)) form[field.key] = value;
  }
  return form;
}

function shown(field, value) {
  if (blank(value) || value === "~") return undefined;
  const items = Array.isArray(value) ? value : [value];
  switch (field.kind) {
    case "lines":
    case "words":
      return items.map(text).join("\n").replace(/\n+/g, "\n").trim();
    case "terms":
      return items.map(text).join("、");
    case "people":
      return items.map(person).join("\n");
    case "pairs":
      return plain(value) ? Object.entries(value).map(([key, each]) => `${key}: ${joined(each)}`).join("\n") : text(value);
    case "yes-no":
      return /^(true|yes|on)$/i.test(text(value).trim());
    case "group":
      return plain(value) ? shownAll(field.fields, value) : undefined;
    case "list":
    case "names":
      // `_at` says in the form which item of the file this one was, wherever it is moved to.
      return items.map((each, at) => ({...shownAll(field.fields, plain(each) ? each : {name: text(each)}), _at: at}));
    default:
      return text(value).trim();
  }
}

function person(each) {
  return plain(each) ? `${each.org || ""}${each.role || ""} ${each.name || ""}`.trim() : text(each).trim();
}

function joined(value) {
  return Array.isArray(value) ? value.map(text).join("、") : text(value);
}

function text(value) {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value ?? "");
}

function plain(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// Nothing that a file would have to say: an empty text, an empty list, a switch that is off.
function blank(value) {
  if (value === undefined || value === null || value === "" || value === false) return true;
  if (Array.isArray(value)) return !value.length;
  return plain(value) && Object.entries(value).every(([key, each]) => key === "_at" || blank(each));
}

function same(one, other) {
  if (blank(one) || blank(other)) return blank(one) && blank(other);
  if (Array.isArray(one) || Array.isArray(other)) {
    return Array.isArray(one) && Array.isArray(other) && one.length === other.length
      && one.every((each, at) => each._at === other[at]._at && same(each, other[at]));
  }
  if (!plain(one) || !plain(other)) return String(one).trim() === String(other).trim();
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => same(one[key], other[key]));
}

// ---- As a file has it

// The value of a key for the file, where `old` is what the file had; undefined for none.
function typed(field, form, old, words) {
  if (blank(form)) return undefined;
  if (field.kind === "yes-no") return "true";
  if (field.kind === "group") return typedAll(field.fields, form, plain(old) ? old : {}, words);
  const lines = clean(form).split("\n").map((line) => line.trim()).filter(Boolean);
  switch (field.kind) {
    case "lines":
      if (typeof old === "string" && old.trim().includes("\n")) return `${lines.join("\n")}\n`;
      return lines.length > 1 ? lines : lines[0];
    case "terms":
      return Array.isArray(old) ? parts(form, /[、，,；;\n]/) : clean(form).trim();
    case "words":
      return Array.isArray(old) || lines.length > 1 ? parts(form, /[\s,，]/) : lines[0];
    case "people": {
      const known = (Array.isArray(old) ? old : [old]).filter((each) => !blank(each));
      const people = lines.map((line) => known.find((each) => person(each) === line) ?? line);
      return people.length > 1 || plain(people[0]) ? people : people[0];
    }
    case "passage":
      return lines.length > 1 ? `${clean(form).trim()}\n` : lines[0];
    case "pairs":
      return Object.fromEntries(lines.map((line) => pair(line, plain(old) ? old : {}, words)));
    default:
      return clean(form).trim();
  }
}

function typedAll(fields, form, old, words) {
  const rows = fields.map((field) => [field.key, typed(field, form[field.key], old[field.key], words)]);
  return Object.fromEntries(rows.filter(([, value]) => value !== undefined));
}

function pair(line, old, words) {
  const found = /^(.+?)\s*[:：]\s*(.*)$/.exec(line);
  if (!found) throw new Error(said(words["no pair"], {line}));
  const [, key, value] = found;
  return [key, key in old && joined(old[key]) === value ? old[key] : value];
}

function parts(form, between) {
  return clean(form).split(between).map((part) => part.trim()).filter(Boolean);
}

function clean(form) {
  return typeof form === "string" ? form.replace(/\r\n?/g, "\n").replace(ODD_LINE_END, " ") : String(form);
}

// Front matter or settings with what changed put in the place of what it was.
function written(matter, fields, form, words) {
  const {doc, data} = read(matter, words);
  const changed = fields.filter((field) => !same(form[field.key], shown(field, data[field.key])));
  if (!changed.length) return matter;
  if (!isMap(doc.contents)) doc.contents = new YAMLMap(doc.schema);
  const whole = !matter.trim() || doc.contents.flow;
  const edits = [];
  for (const field of changed) {
    const value = changedValue(doc, field, form[field.key], data[field.key], words);
    edits.push({field, value, was: doc.contents.items.find((each) => each.key.value === field.key)});
  }
  if (whole) return anew(doc, fields, edits);
  try {
    return spliced(matter, doc, fields, edits);
  } catch {
    // A value that another key points to (YAML's anchors) can't be written without the rest.
    return anew(doc, fields, edits);
  }
}

// The node of a changed value: that of the file as far as it can be kept, undefined where the key goes.
function changedValue(doc, field, form, old, words) {
  const was = doc.contents.get(field.key, true);
  if (blank(form)) return undefined;
  if (field.kind === "group" && isMap(was)) return merged(doc, was, field.fields, form, old, words);
  if (field.kind !== "list" && field.kind !== "names") return node(doc, typed(field, form, old, words));
  const olds = isSeq(was) ? was.items : [was];
  const values = Array.isArray(old) ? old : [old];
  const items = form.filter((each) => !blank(each)).map((each) => {
    const kept = each._at === undefined ? undefined : olds[each._at];
    if (isMap(kept)) return merged(doc, kept, field.fields, each, values[each._at], words);
    const value = typedAll(field.fields, each, {}, words);
    const only = field.kind === "names" && Object.keys(value).join() === "name";
    return only && kept && text(values[each._at]).trim() === value.name ? kept : node(doc, only ? value.name : value);
  });
  if (!items.length) return undefined;
  const list = isSeq(was) ? was : doc.createNode([]);
  list.items = items;
  if (!isSeq(was) || items.some((each) => isCollection(each) && !each.flow)) list.flow = false;
  return list;
}

function merged(doc, map, fields, form, old, words) {
  for (const field of fields) {
    if (same(form[field.key], shown(field, old[field.key]))) continue;
    const value = field.fields.length ? undefined : typed(field, form[field.key], old[field.key], words);
    if (value === undefined && blank(form[field.key])) map.delete(field.key);
    else map.set(doc.createNode(field.key), node(doc, value));
  }
  return map;
}

function node(doc, value) {
  const made = doc.createNode(value);
  quote(made);
  return made;
}

// A lone ~ means nothing to YAML, and is in quotes where it means itself.
function quote(made) {
  if (isCollection(made)) made.items.forEach((each) => quote(isPair(each) ? each.value : each));
  else if (made.value === "~") made.type = "QUOTE_DOUBLE";
}

function anew(doc, fields, edits) {
  for (const {field, value} of edits) {
    if (value === undefined) doc.contents.delete(field.key);
    else doc.contents.set(field.key, value);
  }
  const place = new Map(fields.map((field, at) => [field.key, at]));
  if (edits.every(({was}) => !was)) {
    doc.contents.items.sort((one, other) => (place.get(key(one)) ?? 99) - (place.get(key(other)) ?? 99));
  }
  return doc.toString(WRITTEN);
}

function key(each) {
  return each.key.value ?? each.key;
}

function spliced(matter, doc, fields, edits) {
  const cuts = [];
  for (const {field, value, was} of edits) {
    if (was && value === undefined) {
      cuts.push([was.key.range[0], end(matter, was), ""]);
    } else if (was) {
      const [from, to] = was.value.range;
      const line = inline(doc, value);
      if (line !== undefined && !matter.slice(was.key.range[0], to).includes("\n")) {
        cuts.push([from, to, matter[from - 1] === ":" ? ` ${line}` : line]);
      } else {
        cuts.push([was.key.range[0], end(matter, was), alone(doc, field.key, value)]);
      }
    } else if (value !== undefined) {
      const at = behind(matter, doc, fields, field);
      cuts.push([at, at, alone(doc, field.key, value), fields.indexOf(field)]);
    }
  }
  // From the end, so that the places before stay true; of those that come to one place, the last one first.
  cuts.sort((one, other) => other[0] - one[0] || (other[3] ?? -1) - (one[3] ?? -1));
  let made = matter.endsWith("\n") ? matter : `${matter}\n`;
  for (const [from, to, with_] of cuts) made = made.slice(0, from) + with_ + made.slice(to);
  return made;
}

// Where the lines of a key end: behind the newline.
function end(matter, each) {
  const to = each.value?.range ? each.value.range[2] : each.key.range[2];
  const newline = matter.indexOf("\n", Math.max(to - 1, 0));
  return matter[to - 1] === "\n" ? to : newline < 0 ? matter.length + 1 : newline + 1;
}

// A key that is new stands behind the nearest that comes before it in the order of the form.
function behind(matter, doc, fields, field) {
  const before = new Set(fields.slice(0, fields.indexOf(field)).map((each) => each.key));
  const known = doc.contents.items.filter((each) => before.has(each.key.value));
  if (known.length) return end(matter, known[known.length - 1]);
  return doc.contents.items[0]?.key.range[0] ?? 0;
}

function inline(doc, value) {
  const line = alone(doc, "a", value).replace(/\n$/, "");
  return line.startsWith("a: ") && !line.includes("\n") ? line.slice(3) : undefined;
}

function alone(doc, name, value) {
  const one = new Document(undefined, AS_TYPED);
  one.contents = new YAMLMap(one.schema);
  one.contents.set(one.createNode(name), value);
  return one.toString(WRITTEN);
}
