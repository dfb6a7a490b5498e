// What several templates share.

import { ASSETS } from "./assets.js";

export const TITLE = "测量日报";
export const ADDRESS = "https://paper.example";
export const SECTIONS = ["要闻", "时政", "经济", "城事", "文化", "体育", "国际", "副刊"];
const WEEKDAYS = ["日", "一", "二", "三", "四", "五", "六"];
const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const escape = (text) => String(text).replace(/[&<>"]/g, (sign) => SIGNS[sign]);

export const iso = (date) => date.toISOString().slice(0, 10);

export const path = (day) => `/${day.replaceAll("-", "/")}/`;

/** A function of one text that is asked for again and again. */
const kept = (make) => {
  const known = new Map();
  return (key) => known.get(key) ?? known.set(key, make(key)).get(key);
};

export const shortDate = kept((day) => {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
});

export const fullDate = kept((day) => `${shortDate(day)} 星期${WEEKDAYS[new Date(day).getUTCDay()]}`);

export const monthName = (month) => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`;

export const time = (day) => `<time datetime="${day}">${fullDate(day)}</time>`;

const link = (url, name, current, mark) => `<li><a href="${url}"${current ? ` aria-current="${mark}"` : ""}>${name}</a></li>`;

const nav = kept((current) => `<nav class="nav" aria-label="栏目">
<ul>
${link("/", "头版", current === "头版", "page")}
${SECTIONS.map((name) => link(`/sections/${name}/`, name, current === name, "true")).join("\n")}
${link("/archive/", "往期", current === "往期", "page")}
<li class="js"><button type="button" data-large aria-pressed="false">大字版</button></li>
</ul>
</nav>`);

const HEAD = `<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#fffdf8" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#1d1b18" media="(prefers-color-scheme: dark)">
<link rel="icon" href="${ASSETS["favicon.svg"]}" type="image/svg+xml">
<link rel="stylesheet" href="${ASSETS["broadsheet.css"]}">
<script src="${ASSETS["reader.js"]}"></script>
<link rel="alternate" type="application/atom+xml" title="${TITLE}" href="/feed.xml">`;

const FOOT = `<footer class="foot">
<p class="title">${TITLE}</p>
<ul>
<li><a href="/archive/">往期回顾</a></li>
<li><a href="/corrections/">更正</a></li>
<li><a href="/imprint/">版权页</a></li>
</ul>
</footer>`;

/** A whole page. `title` goes before the paper's, `current` is the entry of the navigation that is marked. */
export const frame = ({ url, title, description, main, current = "", type = "website", data = "", masthead }) => {
  const name = title ? `${escape(title)} – ${TITLE}` : TITLE;
  const address = ADDRESS + url;
  return `<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
<meta name="description" content="${description ? escape(description) : name}">
${HEAD}
<link rel="canonical" href="${address}">
<meta property="og:url" content="${address}">
<meta property="og:site_name" content="${TITLE}">
<meta property="og:title" content="${name}">
<meta property="og:type" content="${type}">
${data}
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header class="head">
${masthead ?? `<p class="title"><a href="/">${TITLE}</a></p>`}
${nav(current)}
</header>
<main id="main">
${main}
</main>
${FOOT}
</body>
</html>
`;
};

export const byline = (names) =>
  names ? `<span class="byline">记者${names.map((name) => ` <a href="/bylines/${name}/">${name}</a>`).join("")}</span>` : "";

export const folio = (place, day) => `<div class="folio">
${place}
<p class="paper">${TITLE} <a href="${path(day)}">${time(day)}</a></p>
</div>`;

const sheetLink = ({ data }) =>
  ` <a class="at" href="${path(data.printed)}${data.folio}/">第${data.folio}版 ${data.section}</a>`;

/** A story in a list: its words under a heading, with its text or its summary, and with its page or not. */
export const story = (item, { kind, level, copy, at = true }) => {
  const { kicker, title, subtitle, summary, bylines } = item.data;
  return `<article class="story ${kind}">
${kicker ? `<p class="kicker">${escape(kicker)}</p>\n` : ""}<${level} class="hed"><a href="${item.url}">${escape(title)}</a></${level}>
${subtitle ? `<p class="sub">${escape(subtitle)}</p>\n` : ""}${copy ? `<div class="copy">\n${excerpt(item)}\n</div>` : `<p class="sum">${escape(summary)}</p>`}
<p class="by">${byline(bylines)}${at ? sheetLink(item) : ""}</p>
</article>`;
};

/** The first paragraphs, 400 characters or more with their marks. */
const excerpt = ({ templateContent: text }) => {
  const end = text.indexOf("</p>", 400);
  return end < 0 ? text : text.slice(0, end + 4);
};

export const headline = (item) => `<a href="${item.url}">${escape(item.data.title)}</a>`;

export const headlines = (items) => `<ol>\n${items.map((item) => `<li>${headline(item)}</li>`).join("\n")}\n</ol>`;

export const sheetsOfDay = (sheet) => `<nav class="pages" aria-labelledby="pages">
<h2 id="pages">版面导航</h2>
<ol>
${sheet.day.sheets.map((each) => link(each.path, each.name, each === sheet, "page")).join("\n")}
</ol>
</nav>`;

const step = (rel, small, url, name) => `<a rel="${rel}" href="${url}"><small>${small}</small> ${name}</a>\n`;

export const turn = (label, before, after, middle = "") => `<nav class="turn" aria-label="${label}">
${before ? step("prev", ...before) : ""}${middle}${after ? step("next", ...after) : ""}</nav>`;

export const editions = ({ previous, next }) =>
  turn(
    "往期与后续",
    previous && ["上一期", path(previous), shortDate(previous)],
    next && ["下一期", path(next), shortDate(next)],
    '<a class="mid" href="/archive/">往期回顾</a>\n',
  );

export const masthead = ({ key, sheets }, title) => `<div class="masthead">
<h1>${title}</h1>
</div>
<p class="day"><span>${time(key)}</span> <span class="part">今日${sheets.length}版</span></p>`;

export const edition = (day) => {
  const leads = day.sheets.map((sheet) => sheet.items[0]);
  return `<div class="front flat">
${story(leads[0], { kind: "lead", level: "h2", copy: true })}
<div class="seconds">
${leads.slice(1, 5).map((item) => story(item, { kind: "second", level: "h2" })).join("\n")}
</div>
<section class="briefs" aria-labelledby="briefs">
<h2 id="briefs">导读</h2>
<ul>
${day.sheets.slice(5, 15).map((sheet) => `<li>${headline(sheet.items[0])} <span class="at">${sheet.name}</span></li>`).join("\n")}
</ul>
</section>
</div>
<nav class="index" aria-labelledby="index">
<h2 id="index">版面标题导航</h2>
<div>
${day.sheets.map((sheet) => `<section>\n<h3><a href="${sheet.path}">${sheet.name}</a></h3>\n${headlines(sheet.items)}\n</section>`).join("\n")}
</div>
</nav>
${editions(day)}`;
};

export const listing = (days) =>
  days
    .map(
      ({ key, items }) => `<section>
<h2><a href="${path(key)}">${time(key)}</a></h2>
${items.map((item) => story(item, { kind: "row", level: "h3" })).join("\n")}
</section>`,
    )
    .join("\n");

export const calendar = ({ key, items }) => `<section class="cal">
<h2><a href="/archive${path(key)}">${monthName(key)}</a></h2>
<ol>
${items.map((day) => `<li><a href="${path(day.key)}" aria-label="${shortDate(day.key)}">${Number(day.key.slice(8))}</a></li>`).join("\n")}
</ol>
</section>`;

/** A page for each entry of a collection; `page` gives what `frame` takes, without the address. */
export const each = (collection, permalink, page) =>
  class {
    data() {
      return {
        pagination: { data: `collections.${collection}`, size: 1, alias: "list" },
        eleventyExcludeFromCollections: true,
        permalink: ({ list }) => permalink(list),
      };
    }
    render({ list }) {
      return frame({ url: permalink(list), ...page(list) });
    }
  };

/** One file made from collections. */
export const single = (permalink, collections, render) =>
  class {
    data() {
      return { permalink, eleventyExcludeFromCollections: true, eleventyImport: { collections } };
    }
    render(data) {
      return render(data.collections);
    }
  };
