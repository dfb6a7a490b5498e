export default {
  layout: "story",
  story: true,
  permalink: ({ page }) => `/${page.date.toISOString().slice(0, 10).replaceAll("-", "/")}/${page.fileSlug}/`,
};
