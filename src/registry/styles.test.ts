import { expect, test } from 'vitest'
import { styles } from '../simulator/auth/styles.ts'
import type { StyleName } from '../simulator/auth/styles.ts'
import { askStyled } from './testing/ask-styled.ts'
import type { StyledQuestion } from './testing/ask-styled.ts'

// a registry that serves what is public without asking never sees a wrong login, from us or from a node
const rows: readonly (readonly [StyleName, Record<StyledQuestion, string>])[] = [
  [
    'distribution',
    {
      public: 'found index',
      private: 'refused 401 by registry after a token',
      missing: 'refused 401 by registry after a token',
      tag: 'absent manifest MANIFEST_UNKNOWN',
      login: 'found index',
      wrong: 'refused 401 by token-endpoint',
      expired: 'refused 401 by token-endpoint',
      noRights: 'refused 401 by registry after a token',
    },
  ],
  [
    'htpasswd',
    {
      public: 'found index',
      private: 'refused 401 by registry',
      missing: 'refused 401 by registry',
      tag: 'absent manifest MANIFEST_UNKNOWN',
      login: 'found index',
      wrong: 'found index',
      expired: 'found index',
      noRights: 'refused 401 by registry',
    },
  ],
  [
    'hub',
    {
      public: 'found index',
      private: 'refused 401 by registry after a token',
      missing: 'refused 401 by registry after a token',
      tag: 'absent manifest MANIFEST_UNKNOWN',
      login: 'found index',
      wrong: 'refused 401 by token-endpoint',
      expired: 'refused 401 by token-endpoint',
      noRights: 'refused 401 by registry after a token',
    },
  ],
  [
    'ghcr',
    {
      public: 'found index',
      private: 'refused 403 by token-endpoint',
      missing: 'refused 403 by token-endpoint',
      tag: 'absent manifest MANIFEST_UNKNOWN',
      login: 'found index',
      wrong: 'refused 403 by token-endpoint',
      expired: 'refused 403 by token-endpoint',
      noRights: 'refused 403 by token-endpoint',
    },
  ],
  [
    'quay',
    {
      public: 'found index',
      private: 'refused 401 by registry after a token',
      missing: 'refused 401 by registry after a token',
      tag: 'absent manifest MANIFEST_UNKNOWN',
      login: 'found index',
      wrong: 'refused 401 by token-endpoint',
      expired: 'refused 401 by token-endpoint',
      noRights: 'refused 401 by registry after a token',
    },
  ],
  [
    'gar',
    {
      public: 'found index',
      private: 'refused 403 by token-endpoint',
      missing: 'refused 403 by token-endpoint',
      tag: 'absent manifest MANIFEST_UNKNOWN',
      login: 'found index',
      wrong: 'found index',
      expired: 'found index',
      noRights: 'refused 403 by token-endpoint',
    },
  ],
  [
    'ecr',
    {
      public: 'found index',
      private: 'refused 401 by registry',
      missing: 'refused 401 by registry',
      tag: 'absent manifest MANIFEST_UNKNOWN',
      login: 'found index',
      wrong: 'found index',
      expired: 'found index',
      noRights: 'refused 403 by registry',
    },
  ],
  [
    'ecr-public',
    {
      public: 'found index',
      private: 'refused 401 by registry after a token',
      missing: 'absent manifest MANIFEST_UNKNOWN',
      tag: 'absent manifest MANIFEST_UNKNOWN',
      login: 'found index',
      wrong: 'refused 403 by token-endpoint',
      expired: 'refused 403 by token-endpoint',
      noRights: 'refused 401 by registry after a token',
    },
  ],
  [
    'acr',
    {
      public: 'found index',
      private: 'refused 401 by registry after a token',
      missing: 'refused 401 by registry after a token',
      tag: 'absent manifest MANIFEST_UNKNOWN',
      login: 'found index',
      wrong: 'refused 401 by token-endpoint',
      expired: 'refused 401 by token-endpoint',
      noRights: 'refused 401 by registry after a token',
    },
  ],
  [
    'gitlab',
    {
      public: 'found index',
      private: 'refused 403 by token-endpoint',
      missing: 'refused 403 by token-endpoint',
      tag: 'absent manifest MANIFEST_UNKNOWN',
      login: 'found index',
      wrong: 'refused 401 by token-endpoint',
      expired: 'refused 401 by token-endpoint',
      noRights: 'refused 403 by token-endpoint',
    },
  ],
  [
    'harbor',
    {
      public: 'found index',
      private: 'refused 401 by registry after a token',
      missing: 'refused 401 by registry after a token',
      tag: 'absent unclear NOT_FOUND',
      login: 'found index',
      wrong: 'found index',
      expired: 'found index',
      noRights: 'refused 401 by registry after a token',
    },
  ],
  [
    'nexus',
    {
      public: 'found index',
      private: 'refused 401 by registry',
      missing: 'refused 401 by registry',
      tag: 'absent manifest MANIFEST_UNKNOWN',
      login: 'found index',
      wrong: 'found index',
      expired: 'found index',
      noRights: 'refused 401 by registry',
    },
  ],
  [
    'artifactory',
    {
      public: 'found index',
      private: 'refused 401 by registry after a token',
      missing: 'refused 401 by registry after a token',
      tag: 'absent manifest MANIFEST_UNKNOWN',
      login: 'found index',
      wrong: 'refused 401 by token-endpoint',
      expired: 'refused 401 by token-endpoint',
      noRights: 'refused 401 by registry after a token',
    },
  ],
  [
    'gitea',
    {
      public: 'found index',
      private: 'refused 401 by registry after a token',
      missing: 'absent manifest MANIFEST_UNKNOWN',
      tag: 'absent manifest MANIFEST_UNKNOWN',
      login: 'found index',
      wrong: 'refused 401 by token-endpoint',
      expired: 'refused 401 by token-endpoint',
      noRights: 'refused 401 by registry after a token',
    },
  ],
  [
    'zot',
    {
      public: 'found index',
      private: 'refused 401 by registry',
      missing: 'refused 401 by registry',
      tag: 'absent manifest MANIFEST_UNKNOWN',
      login: 'found index',
      wrong: 'found index',
      expired: 'found index',
      noRights: 'refused 403 by registry',
    },
  ],
  [
    'redhat',
    {
      public: 'found index',
      private: 'refused 401 by token-endpoint',
      missing: 'refused 401 by token-endpoint',
      tag: 'absent manifest MANIFEST_UNKNOWN',
      login: 'found index',
      wrong: 'refused 401 by token-endpoint',
      expired: 'refused 401 by token-endpoint',
      noRights: 'refused 401 by token-endpoint',
    },
  ],
  [
    'nvcr',
    {
      public: 'found index',
      private: 'refused 403 by token-endpoint',
      missing: 'refused 403 by token-endpoint',
      tag: 'absent manifest MANIFEST_UNKNOWN',
      login: 'found index',
      wrong: 'refused 401 by token-endpoint',
      expired: 'refused 401 by token-endpoint',
      noRights: 'refused 403 by token-endpoint',
    },
  ],
]

test.concurrent.each(rows)('a registry that words its refusals like %s', async (style, expected) => {
  expect(await askStyled(style)).toEqual(expected)
})

test('every style of the simulator has its row', () => {
  expect(rows.map(([style]) => style)).toEqual(Object.keys(styles))
})
