import { edition, frame, fullDate, masthead, single, TITLE } from "./parts.js";

export default single("/", ["days"], ({ days }) => {
  const day = days.at(-1);
  return frame({
    url: "/",
    description: `${TITLE}, ${fullDate(day.key)}`,
    current: "头版",
    masthead: masthead(day, TITLE),
    main: edition(day),
  });
});
