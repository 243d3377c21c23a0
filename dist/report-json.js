import { t as jsonReport } from "./report-json2.js";

export { jsonReport };