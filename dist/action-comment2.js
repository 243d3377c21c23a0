import { t as comment } from "./action-comment.js";

export { comment };