// Eleventy's settings. Templates are its own JavaScript ones, the quickest kind that it has; stories are plain Markdown.

import { iso } from "./parts.js";


export default function (config) {
  let paper;

  // One walk through the stories makes every list; collections below only hand them out.
  config.on("eleventy.before", () => { paper = undefined; });
  const read = (api) => (paper ??= arrange(api.getAll().filter((item) => item.data.story)));
  for (const list of ["days", "months", "years", "pages", "sectionMonths", "bylineMonths", "sections", "bylines"])
    config.addCollection(list, (api) => read(api)[list]);
  config.addCollection("neighbours", (api) => read(api).neighbours);

  config.addLayoutAlias("story", "story.11ty.js");
  config.setQuietMode(true);
  return {
    dir: { includes: "_layouts", layouts: "_layouts" },
    markdownTemplateEngine: false,
    templateFormats: ["md", "11ty.js"],
  };
}

function arrange(stories) {
  const order = (item) => iso(item.date) + item.fileSlug;
  const keyed = stories.map((item) => [order(item), item]).sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([, item]) => item);
  const group = (keysOf) => {
    const groups = new Map();
    for (const item of keyed)
      for (const key of keysOf(item)) {
        if (!groups.has(key)) groups.set(key, []);
        groups.get(key).push(item);
      }
    return [...groups].map(([key, items]) => ({ key, items }));
  };
  const day = (item) => iso(item.date);
  const month = (item) => iso(item.date).slice(0, 7);
  const names = (item) => item.data.bylines ?? [];
  const days = group((item) => [day(item)]);
  const neighbours = new Map();
  for (const { items } of days) items.forEach((item, at) => neighbours.set(item.url, [items[at - 1], items[at + 1]]));
  const within = (lists, size) => {
    const groups = new Map();
    for (const list of lists) {
      const key = list.key.slice(0, size);
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(list);
    }
    return [...groups].map(([key, items]) => ({ key, items }));
  };
  const months = within(days, 7);
  const newest = (lists) =>
    lists.map(({ key, items }) => {
      const last = month(items.at(-1));
      return { key, items: items.filter((item) => month(item) === last), months: months.map((each) => each.key) };
    });
  return {
    days,
    months,
    years: within(months, 4),
    pages: group((item) => [`${day(item)}/${item.data.folio}`]),
    sectionMonths: group((item) => [`${item.data.section}/${month(item)}`]),
    bylineMonths: group((item) => names(item).map((name) => `${name}/${month(item)}`)),
    sections: newest(group((item) => [item.data.section])),
    bylines: newest(group(names)),
    neighbours,
  };
}

