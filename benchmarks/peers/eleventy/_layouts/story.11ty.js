import { ASSETS } from "../assets.js";
import { ADDRESS, byline, escape, folio, frame, path, sheetsOfDay, shortDate, TITLE } from "../parts.js";

const ICON = ADDRESS + ASSETS["favicon.svg"];
const PUBLISHER = {
  "@type": "NewsMediaOrganization",
  name: TITLE,
  url: `${ADDRESS}/`,
  logo: { "@type": "ImageObject", url: ICON },
  masthead: `${ADDRESS}/imprint/`,
};

const structured = ({ url, title, summary, section, bylines, printed, folio: number }) => {
  const at = `${printed}T00:00:00+08:00`;
  return `<script type="application/ld+json">${JSON.stringify({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: title,
    description: summary,
    url: ADDRESS + url,
    mainEntityOfPage: ADDRESS + url,
    inLanguage: "zh-Hans",
    datePublished: at,
    dateModified: at,
    author: bylines?.map((name) => ({
      "@type": "Person",
      name,
      jobTitle: "记者",
      url: encodeURI(`${ADDRESS}/bylines/${name}/`),
    })),
    publisher: PUBLISHER,
    articleSection: section,
    printPage: number,
    printSection: section,
    isPartOf: {
      "@type": "PublicationIssue",
      datePublished: printed,
      url: ADDRESS + path(printed),
      isPartOf: { "@type": "Newspaper", name: TITLE },
    },
    image: ICON,
    isAccessibleForFree: true,
  }).replaceAll("<", "\\u003c")}</script>`;
};

const neighbour = (rel, small, item) =>
  item ? `<a rel="${rel}" href="${item.url}"><small>${small}</small> <span>${escape(item.data.title)}</span></a>\n` : "";

export default class {
  render({ title, kicker, subtitle, summary, section, bylines, printed, page, folio: number, content, collections }) {
    const { sheet, before, after } = collections.places.get(page.url);
    const main = `${folio(`<p class="place"><a href="${sheet.path}">${sheet.name}</a></p>`, printed)}
<div class="spread sided">
<article class="art">
<header>
${kicker ? `<p class="kicker">${escape(kicker)}</p>\n` : ""}<h1>${escape(title)}</h1>
${subtitle ? `<p class="sub">${escape(subtitle)}</p>\n` : ""}<p class="byline">${byline(bylines)}</p>
<p class="meta"><span><a href="/sections/${section}/">${section}</a></span></p>
</header>
<div class="copy">
${content}
</div>
<footer>
<p>${TITLE} <time datetime="${printed}">${shortDate(printed)}</time> <a href="${sheet.path}">${sheet.name}</a></p>
</footer>
</article>
<div class="beside">
<nav class="turn" aria-label="本版其他稿件">
${neighbour("prev", "上一篇", before)}${neighbour("next", "下一篇", after)}</nav>
${sheetsOfDay(sheet)}
</div>
</div>`;
    return frame({
      url: page.url,
      title,
      description: summary,
      current: section,
      type: "article",
      data: structured({ url: page.url, title, summary, section, bylines, printed, folio: number }),
      main,
    });
  }
}
