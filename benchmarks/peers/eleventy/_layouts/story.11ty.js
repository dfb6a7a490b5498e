import { byline, escape, frame, iso, pagesOfDay, path } from "../parts.js";

export default class {
  render({ title, kicker, subtitle, summary, section, bylines, page, folio, content, collections }) {
    const day = iso(page.date);
    const [before, after] = collections.neighbours.get(page.url) ?? [];
    const head = `<meta name="description" content="${escape(summary)}">
<link rel="canonical" href="https://paper.example${page.url}">
<meta property="og:title" content="${escape(title)}">`;
    const main = `<p><a href="/pages/${day}/${folio}/">第${folio}版</a> <a href="${path(day)}"><time datetime="${day}">${day}</time></a></p>
<article>
<header>
${kicker ? `<p>${escape(kicker)}</p>` : ""}
<h1>${escape(title)}</h1>
${subtitle ? `<p>${escape(subtitle)}</p>` : ""}
<p>${byline(bylines)}</p>
<p><a href="/sections/${section}/">${section}</a></p>
</header>
<div class="copy">
${content}
</div>
</article>
<nav>
${before ? `<a rel="prev" href="${before.url}">${escape(before.data.title)}</a>` : ""}
${after ? `<a rel="next" href="${after.url}">${escape(after.data.title)}</a>` : ""}
</nav>
${pagesOfDay(day)}`;
    return frame(title, main, head);
  }
}
