// The paper's lists: days with their pages, months, years, and the stories of each section and byline by month.

import { iso, path } from "./parts.js";

export default function arrange(stories) {
  const order = (item) => iso(item.date) + item.fileSlug;
  const keyed = stories.map((item) => [order(item), item]).sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([, item]) => item);
  const days = group(keyed, (item) => [iso(item.date)]);
  const places = new Map();
  days.forEach((day, at) => {
    day.previous = days[at - 1]?.key;
    day.next = days[at + 1]?.key;
    day.sheets = group(day.items, (item) => [item.data.folio]);
    day.sheets.forEach((sheet, number) => {
      sheet.day = day;
      sheet.path = `${path(day.key)}${sheet.key}/`;
      sheet.name = `第${sheet.key}版 ${sheet.items[0].data.section}`;
      sheet.previous = day.sheets[number - 1];
      sheet.next = day.sheets[number + 1];
      sheet.items.forEach((item, place) => {
        places.set(item.url, { sheet, before: sheet.items[place - 1], after: sheet.items[place + 1] });
      });
    });
  });
  const months = group(days, (day) => [day.key.slice(0, 7)]);
  const years = group(months, (month) => [month.key.slice(0, 4)]);
  years.forEach((year, at) => Object.assign(year, { previous: years[at - 1]?.key, next: years[at + 1]?.key }));
  const sections = roots("sections", keyed, (item) => [item.data.section]);
  const bylines = roots("bylines", keyed, (item) => item.data.bylines ?? []);
  const feed = (url, title, items) => ({ path: url, title, items: items.slice(-40).reverse() });
  return {
    days,
    sheets: days.flatMap((day) => day.sheets),
    months,
    years,
    roots: [...sections, ...bylines],
    rootMonths: [...sections, ...bylines].flatMap((root) => root.months),
    feeds: [feed("/", "", keyed), ...sections.map((root) => feed(root.path, root.key, root.items))],
    places,
  };
}

function group(items, keysOf) {
  const groups = new Map();
  for (const item of items)
    for (const key of keysOf(item)) {
      const known = groups.get(key);
      if (known) known.push(item);
      else groups.set(key, [item]);
    }
  return [...groups].map(([key, members]) => ({ key, items: members }));
}

function roots(kind, items, namesOf) {
  return group(items, namesOf).map((root) => {
    const address = `/${kind}/${root.key}/`;
    const months = group(root.items, (item) => [iso(item.date).slice(0, 7)]).map((month) => ({
      ...month,
      name: root.key,
      path: `${address}${month.key.replace("-", "/")}/`,
      days: group(month.items, (item) => [iso(item.date)]).reverse(),
    }));
    return { ...root, path: address, months };
  });
}
