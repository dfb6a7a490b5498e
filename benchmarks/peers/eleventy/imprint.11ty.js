import { frame, single } from "./parts.js";

export default single("/imprint/", [], () =>
  frame({
    url: "/imprint/",
    title: "版权页",
    main: `<header class="page-head"><h1>版权页</h1></header>
<div class="listing">
<p>测量日报</p>
</div>`,
  }),
);
