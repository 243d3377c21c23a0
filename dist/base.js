// src/report/escape/terminal.ts
const escapeSequences = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g;
/** C0, C1, line separators, and the marks that turn the reading direction. */
const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;
/** Text from outside as one line that no terminal and no log of a runner acts on. */
function oneLine(text) {
	return breakCommands(text.replace(escapeSequences, "").replace(unprintable, " "));
}
/**
* Makes sure that no line of a finished text is taken for a workflow command. The runner trims a line before it looks
* for `::` at its start, and looks for `##[` anywhere (actions/runner, ActionCommand.cs).
*/
function safeLines(text) {
	return breakCommands(text).replace(/^(\s*):(?=:)/gm, "$1: ");
}
function breakCommands(text) {
	return text.replaceAll("##[", "## [");
}

// src/version.ts
/** The version of this program; the release sets it together with package.json, and a test holds the two together. */
const version = "0.1.0";

// \0light:node:fs
const loaded = process.getBuiltinModule("node:fs");
const { accessSync, closeSync, constants, copyFileSync, existsSync, lstatSync, renameSync, utimesSync, mkdirSync, openSync, readFileSync, readdirSync, readSync, realpathSync, rmSync, statSync, writeFileSync } = loaded;

// src/config/settings.ts
/** Every setting of a check. Commander's options, action.yml and the tables of the README are made from this. */
const settings = [
	{
		name: "paths",
		kind: "list",
		help: "Files, folders, or `-` for standard input",
		default: "the repository",
		flag: false
	},
	{
		name: "config",
		kind: "text",
		help: "Configuration file",
		default: "`will-it-pull.yaml` or `.github/will-it-pull.yaml`"
	},
	{
		name: "values",
		kind: "list",
		help: "Values files for charts given by path, last wins"
	},
	{
		name: "set",
		kind: "list",
		help: "Single values for charts given by path, `key=value`"
	},
	{
		name: "release",
		kind: "text",
		help: "Release name for charts given by path",
		default: "the folder of the chart"
	},
	{
		name: "namespace",
		kind: "text",
		help: "Namespace for charts given by path",
		default: "default"
	},
	{
		name: "kube-version",
		kind: "text",
		help: "Kubernetes version that charts are rendered for"
	},
	{
		name: "api-versions",
		kind: "list",
		help: "API versions that charts may ask for"
	},
	{
		name: "platforms",
		kind: "list",
		help: "Platforms of the cluster's nodes",
		default: "linux/amd64",
		flag: "--platform"
	},
	{
		name: "pull-secrets",
		kind: "list",
		help: "Contents of pull secrets that are not in the repository, `name=<content or file>`",
		flag: "--pull-secret"
	},
	{
		name: "docker-config",
		kind: "text",
		help: "Folder or file with the runner's login",
		default: "as docker finds it"
	},
	{
		name: "node-credentials",
		kind: "text",
		help: "What logins the nodes hold: `undeclared`, `none`, `runner`, or a docker config.json",
		default: "undeclared"
	},
	{
		name: "hosts-dir",
		kind: "text",
		help: "Folder of the nodes' containerd `hosts.toml` files"
	},
	{
		name: "registries-conf",
		kind: "text",
		help: "The nodes' `registries.conf`, for CRI-O"
	},
	{
		name: "ca-file",
		kind: "text",
		help: "Certificates that the nodes trust besides the system's"
	},
	{
		name: "insecure-registries",
		kind: "list",
		help: "Registries that the nodes reach without verified TLS",
		flag: "--insecure-registry"
	},
	{
		name: "runtime",
		kind: "choice",
		choices: [
			"containerd",
			"containerd-local",
			"containerd-transfer",
			"cri-o"
		],
		help: "Container runtime of the nodes",
		default: "containerd"
	},
	{
		name: "on-unknown",
		kind: "choice",
		choices: ["warn", "fail"],
		help: "What an outcome that could not be told does to the run",
		default: "warn"
	},
	{
		name: "fail-on",
		kind: "choice",
		choices: ["new", "all"],
		help: "Whether breakage that was there before the change fails the run",
		default: "new"
	},
	{
		name: "depth",
		kind: "choice",
		choices: ["manifest", "blobs"],
		help: "How far to look: up to the manifests, or every layer too",
		default: "manifest"
	},
	{
		name: "exclude",
		kind: "list",
		help: "Globs of paths that are left out"
	},
	{
		name: "image-like-strings",
		kind: "choice",
		choices: ["list", "check"],
		help: "What to do with texts outside of image fields that look like images; checked, they are warnings at most",
		default: "list"
	},
	{
		name: "base",
		kind: "text",
		help: "The revision to compare with; what was broken there does not fail the run",
		default: "on a pull request what it is merged into, else none"
	},
	{
		name: "changed-only",
		kind: "boolean",
		help: "Check only what the change touches since the base",
		default: "true on pull requests"
	},
	{
		name: "wait",
		kind: "duration",
		help: "How long to wait for images of the change that are still being built, on top of `timeout`",
		default: "0"
	},
	{
		name: "timeout",
		kind: "duration",
		help: "Time limit of the whole check",
		default: "10m"
	},
	{
		name: "concurrency",
		kind: "number",
		help: "Most requests at once to one registry host",
		default: "16, over HTTP/2 64"
	},
	{
		name: "cache",
		kind: "choice",
		choices: ["true", "false"],
		help: "Whether manifests, and on the command line what charts rendered to, are kept between runs",
		default: "true"
	},
	{
		name: "cache-dir",
		kind: "text",
		help: "Folder in which they are kept",
		default: "`$XDG_CACHE_HOME/will-it-pull`"
	},
	{
		name: "helm-path",
		kind: "text",
		help: "The helm to render with",
		default: "helm on PATH"
	},
	{
		name: "kustomize-path",
		kind: "text",
		help: "The kustomize to build with",
		default: "kustomize or kubectl on PATH"
	},
	{
		name: "large-image-bytes",
		kind: "bytes",
		help: "From which size an image is called large",
		default: "2GiB"
	}
];
/** Settings of the default environment; in the configuration file they stand in an entry of `environments`. */
const environmentSettings = [
	"platforms",
	"runtime",
	"node-credentials",
	"hosts-dir",
	"registries-conf",
	"ca-file",
	"insecure-registries"
];

// src/cli/flag-of.ts
/** A setting's spelling on the command line, if it has one. */
function flagOf(setting) {
	if (setting.flag === false) return void 0;
	return setting.flag ?? `--${setting.name}`;
}

export { unprintable as S, utimesSync as _, constants as a, oneLine as b, mkdirSync as c, readSync as d, readdirSync as f, statSync as g, rmSync as h, closeSync as i, openSync as l, renameSync as m, environmentSettings as n, existsSync as o, realpathSync as p, settings as r, loaded as s, flagOf as t, readFileSync as u, writeFileSync as v, safeLines as x, version as y };