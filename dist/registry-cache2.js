import { n as openFolder, t as createCache } from "./registry-cache.js";

export { createCache };