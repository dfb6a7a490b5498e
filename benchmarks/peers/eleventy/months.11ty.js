import { calendar, each, headline, monthName, path, time } from "./parts.js";

const lead = (sheet) => `<li>${headline(sheet.items[0])} <a class="at" href="${sheet.path}">${sheet.name}</a></li>`;

export default each("months", ({ key }) => `/archive${path(key)}`, (month) => ({
  title: `${monthName(month.key)}往期`,
  main: `<header class="page-head"><h1>${monthName(month.key)}往期</h1></header>
<div class="spread sided">
<div class="listing">
${month.items
  .map(
    (day) => `<section>
<h2><a href="${path(day.key)}">${time(day.key)}</a></h2>
<ol class="leads">
${day.sheets.slice(0, 3).map(lead).join("\n")}
</ol>
</section>`,
  )
  .reverse()
  .join("\n")}
</div>
<div class="beside">
${calendar(month)}
</div>
</div>`,
}));
