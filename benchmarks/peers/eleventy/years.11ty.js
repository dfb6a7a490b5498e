import { calendar, each, key, path } from "./parts.js";

export default each("years", ({ key }) => path(key), key, calendar);
