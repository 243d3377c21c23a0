import { n as plain, t as colour } from "./report-views-text-palette2.js";

export { colour, plain };