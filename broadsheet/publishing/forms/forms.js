// The forms of the desk: Decap CMS, told which editions there are and what a file of each kind asks for.
//
// `forms.json` beside this file says it all, in the paper's language: it is made from the models that read the files.
// A collection is the stories of one day, so that only what is edited is fetched, however long the archive is.
import {format, said} from "./copy.js";

const AHEAD = 7; // days after today that can be written for
const AROUND = 3; // days before and after one that is asked for

// What Decap CMS asks with, for the kinds of `model/form_field.py`; a line of text for all others.
const WIDGETS = {
  passage: "text", lines: "text", words: "text", people: "text", pairs: "text", copy: "text",
  "yes-no": "boolean", choice: "select", importance: "select", file: "image",
  group: "object", list: "list", names: "list",
};

const asked = new URL(location.href).searchParams.get("day");
const house = await (await fetch(`forms.json${location.search}`, {cache: "no-store"})).json();
const days = shownDays(/^\d{4}-\d{2}-\d{2}$/.test(asked || "") ? asked : null);

// Who is at this machine needs no signing in: Decap CMS takes it for done.
if (house.backend.name === "proxy") localStorage.setItem("decap-cms-user", '{"backendName":"proxy"}');
window.CMS_MANUAL_INIT = true;
await loaded("decap-cms.js");
CMS.registerCustomFormat("article", "md", format(house.forms.article, house.words, {article: true}));
CMS.registerCustomFormat("edition", "yaml", format(house.forms.edition, house.words));
CMS.registerCustomFormat("newspaper", "yaml", format(house.forms.newspaper, house.words));
CMS.init({
  config: {
    load_config_file: false,
    locale: house.locale,
    backend: house.backend,
    media_folder: house.folder,
    public_folder: "/",
    slug: {encoding: "unicode", clean_accents: false},
    editor: {preview: false},
    site_url: new URL("../", location.href).href.replace(/\/$/, ""),
    collections: [editions(), ...days.map(stories), settings()],
  },
});
bar();
// From one form to another without a list between, Decap CMS takes what was in the first into the second; a story that
// was new and is saved stays where it is.
addEventListener("hashchange", ({oldURL, newURL}) => {
  const [one, other] = [oldURL, newURL].map((each) => /#\/collections\/([^/]+)\/(new$|entries\/.+)/.exec(each));
  if (one && other && (one[1] !== other[1] || one[2] !== "new")) location.reload();
});

function loaded(address) {
  return new Promise((done, failed) => {
    const script = Object.assign(document.createElement("script"), {src: address, onload: done, onerror: failed});
    document.head.append(script);
  });
}

// ---- Which days

// The days to be shown, newest first: those of the editions that are known, and those that can be written for.
function shownDays(around) {
  const today = new Intl.DateTimeFormat("en-CA", {timeZone: house.timezone}).format(new Date());
  const from = around || today;
  const rows = house.editions.filter(([day]) => !around || Math.abs(apart(day, around)) <= AROUND);
  const known = new Map(rows.map(([day, label, folder]) => [`${day} ${label}`, {day, label, folder}]));
  for (let step = around ? -AROUND : 0; step <= (around ? AROUND : AHEAD); step += 1) {
    const day = later(from, step);
    if (!known.has(`${day} `)) known.set(`${day} `, {day, label: "", folder: folderOf(day)});
  }
  return [...known.values()].sort((one, other) => (name(one) < name(other) ? 1 : -1));
}

function name({day, label}) {
  return label ? `${day}-${label}` : day;
}

function later(day, step) {
  return new Date(Date.parse(day) + step * 86_400_000).toISOString().slice(0, 10);
}

function apart(one, other) {
  return (Date.parse(one) - Date.parse(other)) / 86_400_000;
}

function folderOf(day) {
  const [year, month, date] = day.split("-");
  return house.pattern.replace(/%([Ymd%])/g, (_, part) => ({Y: year, m: month, d: date, "%": "%"})[part]);
}

// Where readers find it, below the site's address.
function address({day, label}) {
  return `${day.replaceAll("-", "/")}${label && `-${label}`}/`;
}

function written(edition) {
  const shape = {month: "long", day: "numeric", weekday: "short", timeZone: "UTC"};
  if (edition.day.slice(0, 4) !== days[0].day.slice(0, 4)) shape.year = "numeric";
  return `${new Intl.DateTimeFormat(house.language, shape).format(new Date(edition.day))} ${edition.label}`.trim();
}

function path(...parts) {
  return [house.folder, ...parts].filter(Boolean).join("/");
}

// ---- What Decap CMS calls it

function stories(edition) {
  const fields = house.forms.article.map((field) => {
    if (field.key === "date") return {name: "date", widget: "hidden", default: edition.day};
    if (field.key === "edition" && edition.label) return {name: "edition", widget: "hidden", default: edition.label};
    return field.key === "draft" ? {...widget(field), default: true} : widget(field);
  });
  return {
    name: `stories-${name(edition)}`,
    label: written(edition),
    label_singular: house.words.story,
    folder: path(edition.folder),
    // Pictures lie beside the story that shows them.
    media_folder: "",
    public_folder: "",
    create: true,
    format: "article",
    extension: "md",
    slug_length: 60,
    identifier_field: "title",
    summary: "{{title}}",
    preview_path: `${address(edition)}{{slug}}/`,
    fields: ordered(fields),
  };
}

function editions() {
  const files = days.map((edition) => ({
    name: name(edition),
    label: written(edition),
    file: path(edition.folder, "edition.yaml"),
    preview_path: address(edition),
    // The folder says which edition it is; a file that is new learns it from the name of this field (see copy.js).
    fields: [
      ...house.forms.edition.filter(({key}) => !["date", "label"].includes(key)).map(widget),
      {name: `_date ${edition.day}`, widget: "hidden", required: false},
    ],
  }));
  return {name: "editions", label: house.words.editions, format: "edition", files};
}

function settings() {
  const fields = house.forms.newspaper.map(widget);
  const file = {name: "newspaper", label: house.words.settings, file: path("newspaper.yaml"), fields};
  return {name: "settings", label: house.words.settings, format: "newspaper", files: [file]};
}

// What every story needs comes first.
function ordered(fields) {
  const at = (field) => (house.first.indexOf(field.name) + 1 || house.first.length + 1);
  return [...fields].sort((one, other) => at(one) - at(other));
}

function widget(field) {
  const made = {
    name: field.key, label: field.label, hint: field.hint, required: field.required,
    widget: WIDGETS[field.kind] || "string",
  };
  if (field.pattern) made.pattern = [field.pattern, said(house.words.example, {example: field.example})];
  if (field.choices) made.options = field.choices;
  if (field.fields.length) Object.assign(made, {fields: field.fields.map(widget), collapsed: field.kind === "group"});
  if (field.kind === "file") made.choose_url = false;
  return made;
}

// ---- The bar above the forms

function bar() {
  const form = document.querySelector(".bar form");
  form.elements.day.value = asked || days[0].day;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.href = `?day=${form.elements.day.value}#/collections/stories-${form.elements.day.value}`;
  });
}
