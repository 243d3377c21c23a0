import { t as createScratch } from "./process-scratch2.js";

export { createScratch };