import { each, key, listing } from "./parts.js";

export default each("pages", ({ key }) => `/pages/${key}/`, key, listing);
