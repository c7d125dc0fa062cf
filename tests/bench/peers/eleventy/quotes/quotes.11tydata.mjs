export default {
  layout: 'quote.njk',
  permalink: ({ page }) => `/quotes/${page.fileSlug}/`,
};
