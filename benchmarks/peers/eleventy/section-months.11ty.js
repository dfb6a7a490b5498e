import { each, key, listing } from "./parts.js";

export default each("sectionMonths", ({ key }) => `/section_months/${key}/`, key, listing);
