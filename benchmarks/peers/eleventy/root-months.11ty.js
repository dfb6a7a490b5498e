import { each, listing, monthName } from "./parts.js";

export default each("rootMonths", ({ path }) => path, ({ key, name, days }) => ({
  title: `${name} – ${monthName(key)}`,
  current: name,
  main: `<header class="page-head">
<h1>${name}</h1>
</header>
<div class="spread">
<div class="listing">
${listing(days)}
</div>
</div>`,
}));
