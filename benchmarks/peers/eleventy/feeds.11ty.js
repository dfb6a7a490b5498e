import { ADDRESS, escape, TITLE } from "./parts.js";

const at = (item) => `${item.data.printed}T00:00:00+08:00`;

const entry = (item) => `  <entry>
    <id>${ADDRESS}${item.url}</id>
    <title>${escape(item.data.title)}</title>
    <published>${at(item)}</published>
    <updated>${at(item)}</updated>
    <link rel="alternate" type="text/html" href="${ADDRESS}${item.url}" />
${(item.data.bylines ?? []).map((name) => `    <author>\n      <name>${name}</name>\n    </author>\n`).join("")}    <category term="${item.data.section}" />
    <summary>${escape(item.data.summary)}</summary>
  </entry>`;

export default class {
  data() {
    return {
      pagination: { data: "collections.feeds", size: 1, alias: "feed" },
      eleventyExcludeFromCollections: true,
      permalink: ({ feed }) => `${feed.path}feed.xml`,
    };
  }
  render({ feed: { path, title, items } }) {
    const address = encodeURI(ADDRESS + path);
    return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-Hans">
  <id>${address}</id>
  <title>${title ? `${title} – ` : ""}${TITLE}</title>
  <updated>${at(items[0])}</updated>
  <link rel="alternate" type="text/html" href="${address}" />
  <link rel="self" type="application/atom+xml" href="${address}feed.xml" />
  <author>
    <name>${TITLE}</name>
  </author>
${items.map(entry).join("\n")}
</feed>
`;
  }
}
