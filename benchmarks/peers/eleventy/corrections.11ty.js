import { frame, single } from "./parts.js";

export default single("/corrections/", [], () =>
  frame({
    url: "/corrections/",
    title: "更正",
    main: `<header class="page-head"><h1>更正</h1></header>
<div class="listing">
<p class="empty">目前没有更正。凡有更正，除写在原文之下，也列在这里。</p>
</div>`,
  }),
);
