import { t as textReport } from "./report-text-text.js";

export { textReport };