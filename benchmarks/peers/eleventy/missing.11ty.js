import { frame, fullDate, path, single } from "./parts.js";

export default single("/404.html", ["days"], ({ days }) =>
  frame({
    url: "/404.html",
    title: "找不到这个页面",
    main: `<header class="page-head">
<h1>找不到这个页面</h1>
<p>这个地址上没有内容：稿件可能已经移走，地址也可能有误。</p>
</header>
<ul class="leads">
${days.slice(-3).reverse().map(({ key }) => `<li><a href="${path(key)}">${fullDate(key)}</a></li>`).join("\n")}
</ul>`,
  }),
);
