// \0light:node:util
const loaded = process.getBuiltinModule("node:util");
const { inspect, promisify, stripVTControlCharacters } = loaded;

export { stripVTControlCharacters as n, promisify as t };