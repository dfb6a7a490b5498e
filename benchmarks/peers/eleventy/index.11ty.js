import { edition, frame } from "./parts.js";

export default class {
  data() {
    return { permalink: "/", eleventyExcludeFromCollections: true, eleventyImport: { collections: ["days"] } };
  }
  render({ collections }) {
    const newest = collections.days.at(-1);
    return frame(newest.key, edition(newest));
  }
}
