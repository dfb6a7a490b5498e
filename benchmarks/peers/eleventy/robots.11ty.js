import { ADDRESS, single } from "./parts.js";

export default single("/robots.txt", [], () => `User-agent: *\nAllow: /\nSitemap: ${ADDRESS}/sitemap.xml\n`);
