import { each, key, listing } from "./parts.js";

export default each("bylineMonths", ({ key }) => `/byline_months/${key}/`, key, listing);
