// \0light:node:buffer
const loaded = process.getBuiltinModule("node:buffer");
const { Buffer, isUtf8 } = loaded;

export { isUtf8 as n, Buffer as t };