import { each, key, newest } from "./parts.js";

export default each("bylines", ({ key }) => `/bylines/${key}/`, key, newest("byline"));
