import { n as commentKey, t as comment } from "./action-comment.js";

export { comment, commentKey };