// Eleventy's settings. Templates are its own JavaScript ones, the quickest kind that it has; stories are plain Markdown.

import arrange from "./arrange.js";
import { ASSETS } from "./assets.js";

const LISTS = ["days", "sheets", "months", "years", "roots", "rootMonths", "feeds", "places"];

export default function (config) {
  let paper;

  // One walk through the stories makes every list; collections only hand them out.
  config.on("eleventy.before", () => { paper = undefined; });
  const read = (api) => (paper ??= arrange(api.getAll().filter((item) => item.data.story)));
  for (const list of LISTS) config.addCollection(list, (api) => read(api)[list]);

  for (const [file, address] of Object.entries(ASSETS)) config.addPassthroughCopy({ [`assets/${file}`]: address });
  config.addLayoutAlias("story", "story.11ty.js");
  config.setQuietMode(true);
  return {
    dir: { includes: "_layouts", layouts: "_layouts" },
    markdownTemplateEngine: false,
    templateFormats: ["md", "11ty.js"],
  };
}
