import { t as runCheck } from "./check.js";

export { runCheck };