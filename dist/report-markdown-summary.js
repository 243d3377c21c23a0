import { t as markdownSummary } from "./report-markdown-summary2.js";

export { markdownSummary };