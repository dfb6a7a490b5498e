// What several templates share.

const TITLE = "测量日报";
const SECTIONS = ["要闻", "时政", "经济", "城事", "文化", "体育", "国际", "副刊"];
const NAV = `<header>
<p><a href="/">${TITLE}</a></p>
<nav><ul>
${SECTIONS.map((name) => `<li><a href="/sections/${name}/">${name}</a></li>`).join("\n")}
<li><a href="/archive/">往期</a></li>
</ul></nav>
</header>`;

export const escape = (text) =>
  String(text).replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);

export const iso = (date) => date.toISOString().slice(0, 10);

export const path = (day) => `/${day.replaceAll("-", "/")}/`;

export const frame = (title, main, head = "") => `<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – ${TITLE}</title>
${head}
</head>
<body>
${NAV}
<main>
${main}
</main>
<footer><p>${TITLE}</p></footer>
</body>
</html>
`;

export const byline = (names) =>
  names ? "记者" + names.map((name) => ` <a href="/bylines/${name}/">${name}</a>`).join("") : "";

export const teaser = ({ url, date, data }) => `<article>
<h3><a href="${url}">${escape(data.title)}</a></h3>
<p>${escape(data.summary)}</p>
<p>${byline(data.bylines)} <time datetime="${iso(date)}">${iso(date)}</time> ${data.folio}</p>
</article>`;

export const pagesOfDay = (day) => `<nav><ol>
${Array.from({ length: 16 }, (_, at) => `A${String(at + 1).padStart(2, "0")}`)
  .map((number) => `<li><a href="/pages/${day}/${number}/">第${number}版</a></li>`)
  .join("\n")}
</ol></nav>`;

export const edition = ({ key, items }) =>
  `<h1>${key}</h1>\n${items.slice(0, 22).map(teaser).join("\n")}\n${pagesOfDay(key)}`;

export const listing = ({ key, items }) => `<h1>${key}</h1>\n${items.map(teaser).join("\n")}`;

/** A page for each entry of a collection. */
export const each = (collection, permalink, title, main) =>
  class {
    data() {
      return {
        pagination: { data: `collections.${collection}`, size: 1, alias: "list" },
        eleventyExcludeFromCollections: true,
        permalink: ({ list }) => permalink(list),
      };
    }
    render({ list }) {
      return frame(title(list), main(list));
    }
  };

export const key = (list) => list.key;

export const newest = (kind) => (list) => `${listing(list)}
<ol>
${list.months.map((month) => `<li><a href="/${kind}_months/${list.key}/${month}/">${month}</a></li>`).join("\n")}
</ol>`;

export const leads = ({ key, items }) =>
  `<h1>${key}</h1>\n` +
  items
    .map(
      (day) => `<h2><a href="${path(day.key)}">${day.key}</a></h2>
<ol>
${day.items.slice(0, 3).map((item) => `<li><a href="${item.url}">${escape(item.data.title)}</a> ${item.data.folio}</li>`).join("\n")}
</ol>`,
    )
    .join("\n");

export const calendar = ({ key, items }) =>
  `<h1>${key}</h1>\n` +
  items
    .map(
      (month) => `<h2><a href="${path(month.key)}">${month.key}</a></h2>
<ol>${month.items.map((day) => `<li><a href="${path(day.key)}">${day.key}</a></li>`).join("")}</ol>`,
    )
    .join("\n");
