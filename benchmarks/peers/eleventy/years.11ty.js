import { calendar, each, turn } from "./parts.js";

const year = (small, key) => key && [small, `/archive/${key}/`, `${key}年`];

export default each("years", ({ key }) => `/archive/${key}/`, ({ key, items, previous, next }) => ({
  title: `${key}年往期`,
  main: `<header class="page-head">
<h1>${key}年往期</h1>
<p>${items.reduce((sum, month) => sum + month.items.length, 0)}期</p>
</header>
<div class="cals">
${items.map(calendar).join("\n")}
</div>
${turn("前后时段", year("上一年", previous), year("下一年", next), '<a class="mid" href="/archive/">全部年份</a>\n')}`,
}));
