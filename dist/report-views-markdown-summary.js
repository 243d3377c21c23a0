import { t as markdownSummary } from "./report-views-markdown-summary2.js";

export { markdownSummary };