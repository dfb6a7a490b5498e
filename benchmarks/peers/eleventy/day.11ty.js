import { each, edition, fullDate, masthead, path, shortDate, TITLE } from "./parts.js";

export default each("days", ({ key }) => path(key), (day) => ({
  title: shortDate(day.key),
  description: `${TITLE}, ${fullDate(day.key)}: ${day.items[0].data.title}`,
  masthead: masthead(day, `<a href="/">${TITLE}</a>`),
  main: edition(day),
}));
