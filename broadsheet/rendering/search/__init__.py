"""Search: the documents that Pagefind indexes, and the bundles they go into."""
