import { calendar, frame } from "./parts.js";

export default class {
  data() {
    return { permalink: "/archive/", eleventyExcludeFromCollections: true, eleventyImport: { collections: ["years"] } };
  }
  render({ collections }) {
    return frame("往期", collections.years.map(calendar).join("\n"));
  }
}
