import { t as textReport } from "./report-views-text-text.js";

export { textReport };