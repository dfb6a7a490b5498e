export default {
  layout: "story",
  story: true,
  permalink: ({ page, printed }) => `/${printed.replaceAll("-", "/")}/${page.fileSlug}/`,
};
