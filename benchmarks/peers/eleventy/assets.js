// The files beside the pages, with their contents' hashes in their names.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const named = (file) => {
  const hash = createHash("sha256").update(readFileSync(new URL(`assets/${file}`, import.meta.url))).digest("hex");
  return `/assets/${file.replace(".", `.${hash.slice(0, 12)}.`)}`;
};

export const ASSETS = Object.fromEntries(["favicon.svg", "broadsheet.css", "reader.js"].map((file) => [file, named(file)]));
