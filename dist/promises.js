import "./_light_node_fs.js";

// \0light:node:fs/promises
const loaded = () => process.getBuiltinModule("node:fs/promises");
const access = (...call) => loaded().access(...call);
const appendFile = (...call) => loaded().appendFile(...call);
const cp = (...call) => loaded().cp(...call);
const lstat = (...call) => loaded().lstat(...call);
const mkdir = (...call) => loaded().mkdir(...call);
const mkdtemp = (...call) => loaded().mkdtemp(...call);
const open = (...call) => loaded().open(...call);
const readFile = (...call) => loaded().readFile(...call);
const readdir = (...call) => loaded().readdir(...call);
const realpath = (...call) => loaded().realpath(...call);
const rename = (...call) => loaded().rename(...call);
const rm = (...call) => loaded().rm(...call);
const stat = (...call) => loaded().stat(...call);
const symlink = (...call) => loaded().symlink(...call);
const writeFile = (...call) => loaded().writeFile(...call);

export { mkdir as a, readFile as c, rename as d, rm as f, writeFile as h, lstat as i, readdir as l, symlink as m, appendFile as n, mkdtemp as o, stat as p, cp as r, open as s, access as t, realpath as u };