import { each, edition, key, path } from "./parts.js";

export default each("days", ({ key }) => path(key), key, edition);
