import { n as openPack, t as createCache } from "./registry-cache-cache.js";

export { createCache };