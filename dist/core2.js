import { a as isDebug, c as setOutput, i as info, l as setSecret, n as debug, o as notice, r as error, s as setFailed, t as ExitCode, u as warning } from "./core.js";

export { setFailed };