import { each, listing, monthName } from "./parts.js";

export default each("roots", ({ path }) => path, ({ key, months }) => ({
  title: key,
  current: key,
  main: `<header class="page-head">
<h1>${key}</h1>
</header>
<div class="spread sided">
<div class="listing">
${listing(months.at(-1).days)}
</div>
<div class="beside">
<nav class="pages" aria-labelledby="months">
<h2 id="months">往月</h2>
<ul>
${months
  .map(
    (month, at) =>
      `<li><a href="${month.path}"${at === months.length - 1 ? ' aria-current="page"' : ""}>${monthName(month.key)} <small>${month.items.length}篇</small></a></li>`,
  )
  .reverse()
  .join("\n")}
</ul>
</nav>
</div>
</div>`,
}));
