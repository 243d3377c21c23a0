import { t as jsonReport } from "./report-views-json2.js";

export { jsonReport };