import type { Entry, Files } from '../../world.ts'

/** Texts by path. */
export type FileTexts = Readonly<Record<string, string>>

/** A file port over texts, for tests. */
export function memoryFiles(texts: FileTexts): Files {
  const paths = Object.keys(texts)
  return {
    root: '/repository',
    kind: async path => {
      if (texts[path] !== undefined) return 'file'
      return paths.some(known => known.startsWith(`${path}/`)) ? 'folder' : 'absent'
    },
    read: async path => {
      const text = texts[path]
      return text === undefined ? { kind: 'absent' } : { kind: 'text', text }
    },
    list: async folder => {
      const below = paths.filter(path => path.startsWith(`${folder}/`)).map(path => path.slice(folder.length + 1))
      const names = [...new Set(below.map(path => path.split('/')[0] ?? ''))]
      const entries = names.map((name): Entry => ({ name, kind: below.includes(name) ? 'file' : 'folder' }))
      return { kind: 'entries', entries }
    },
    real: async path => path,
    native: path => `/repository/${path}`,
  }
}
