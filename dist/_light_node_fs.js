// \0light:node:fs
const loaded = process.getBuiltinModule("node:fs");
const { accessSync, closeSync, constants, copyFileSync, existsSync, lstatSync, renameSync, utimesSync, mkdirSync, openSync, readFileSync, readdirSync, readSync, realpathSync, rmSync, statSync, writeFileSync } = loaded;

export { readFileSync as a, renameSync as c, utimesSync as d, writeFileSync as f, mkdirSync as i, rmSync as l, existsSync as n, readdirSync as o, loaded as r, realpathSync as s, constants as t, statSync as u };