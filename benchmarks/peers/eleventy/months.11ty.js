import { each, key, leads, path } from "./parts.js";

export default each("months", ({ key }) => path(key), key, leads);
