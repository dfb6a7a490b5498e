import { ADDRESS, path, single } from "./parts.js";

const entry = (url, day) => `<url><loc>${ADDRESS}${url}</loc><lastmod>${day}</lastmod></url>`;

export default single("/sitemap.xml", ["days"], ({ days }) => {
  const rows = days.flatMap((day) => [
    entry(path(day.key), day.key),
    ...day.sheets.map((sheet) => entry(sheet.path, day.key)),
    ...day.items.map((item) => entry(item.url, day.key)),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entry("/", days.at(-1).key)}
${rows.join("\n")}
</urlset>
`;
});
