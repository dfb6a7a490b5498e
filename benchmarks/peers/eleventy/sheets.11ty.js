import { each, editions, folio, fullDate, headlines, sheetsOfDay, shortDate, story, TITLE, turn } from "./parts.js";

const neighbour = (small, sheet) => sheet && [small, sheet.path, sheet.name];

export default each("sheets", (sheet) => sheet.path, (sheet) => ({
  title: `${sheet.name} – ${shortDate(sheet.day.key)}`,
  description: `${TITLE}, ${fullDate(sheet.day.key)}, ${sheet.name}`,
  main: `${folio(`<h1 class="place">${sheet.name}</h1>`, sheet.day.key)}
<div class="spread sided">
<div class="sheet">
<div class="g">
${sheet.items.map((item, at) => story(item, { kind: at ? "minor" : "lead", level: "h2", copy: !at, at: false })).join("\n")}
</div>
${turn("翻版", neighbour("上一版", sheet.previous), neighbour("下一版", sheet.next))}
</div>
<div class="beside">
<nav class="titles" aria-labelledby="titles">
<h2 id="titles">标题导航</h2>
${headlines(sheet.items)}
</nav>
${sheetsOfDay(sheet)}
</div>
</div>
${editions(sheet.day)}`,
}));
