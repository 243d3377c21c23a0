// \0light:node:child_process
const loaded = () => process.getBuiltinModule("node:child_process");
const execFile = (...call) => loaded().execFile(...call);
const spawn = (...call) => loaded().spawn(...call);
var _light_node_child_process_default = { spawn };

export { execFile as n, _light_node_child_process_default as t };