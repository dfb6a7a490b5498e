import { calendar, frame, single, TITLE } from "./parts.js";

const editions = ({ items }) => items.reduce((sum, month) => sum + month.items.length, 0);

export default single("/archive/", ["years"], ({ years }) =>
  frame({
    url: "/archive/",
    title: "往期回顾",
    description: `${TITLE}历年各期，按年月排列。`,
    current: "往期",
    main: `<header class="page-head"><h1>往期回顾</h1></header>
<div class="cals">
${calendar(years.at(-1).items.at(-1))}
<nav class="pages" aria-labelledby="years">
<h2 id="years">按年份</h2>
<ul>
${years.map((year) => `<li><a href="/archive/${year.key}/">${year.key}年 <small>${editions(year)}期</small></a></li>`).reverse().join("\n")}
</ul>
</nav>
</div>`,
  }),
);
