import { each, key, newest } from "./parts.js";

export default each("sections", ({ key }) => `/sections/${key}/`, key, newest("section"));
