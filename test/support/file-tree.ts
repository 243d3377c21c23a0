import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A temporary folder with real files; removed when disposed. */
export interface FileTree extends AsyncDisposable {
  readonly root: string
  link(path: string, target: string): Promise<void>
}

/** Lays out files by path; a path that ends with `/` is an empty folder. */
export async function fileTree(contents: Readonly<Record<string, string | Uint8Array>>): Promise<FileTree> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'file-tree-')))
  for (const [path, content] of Object.entries(contents)) {
    const native = join(root, path)
    await mkdir(path.endsWith('/') ? native : dirname(native), { recursive: true })
    if (!path.endsWith('/')) await writeFile(native, content)
  }
  return {
    root,
    link: async (path, target) => {
      await mkdir(dirname(join(root, path)), { recursive: true })
      await symlink(target, join(root, path))
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  }
}
