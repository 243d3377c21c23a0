// \0light:node:process
var _light_node_process_default = globalThis.process;

export { _light_node_process_default as t };