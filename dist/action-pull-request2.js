import { t as reachPullRequest } from "./action-pull-request.js";

export { reachPullRequest };