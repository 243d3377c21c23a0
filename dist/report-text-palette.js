import { n as plain, t as colour } from "./report-text-palette2.js";

export { colour, plain };