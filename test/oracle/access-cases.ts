import type { PullAuth } from './cri-image-service.ts'
import type { PullCase } from './pull-case.ts'
import { realImage } from './real-image.ts'
import { right, wrong } from './stage.ts'

type Style = 'bearer' | 'basic' | 'lenient'
type Login = 'right' | 'wrong' | 'no'
type What = 'private' | 'public' | 'missing'

const logins: Readonly<Record<Login, PullAuth | undefined>> = { right, wrong, no: undefined }

/** By what a registry does with a login: who may pull what is private, public, or not there. */
const expected: Readonly<Record<Style, Readonly<Record<What, Readonly<Record<Login, PullCase['verdict']>>>>>> = {
  bearer: {
    private: { right: 'pullable', wrong: 'unpullable', no: 'unpullable' },
    public: { right: 'pullable', wrong: 'unpullable', no: 'pullable' },
    missing: { right: 'unpullable', wrong: 'unpullable', no: 'unpullable' },
  },
  basic: {
    private: { right: 'pullable', wrong: 'unpullable', no: 'unpullable' },
    public: { right: 'pullable', wrong: 'pullable', no: 'pullable' },
    missing: { right: 'unpullable', wrong: 'unpullable', no: 'unpullable' },
  },
  lenient: {
    private: { right: 'pullable', wrong: 'unpullable', no: 'unpullable' },
    public: { right: 'pullable', wrong: 'pullable', no: 'pullable' },
    missing: { right: 'unpullable', wrong: 'unpullable', no: 'unpullable' },
  },
}

/** Nodes that hold no login of their own, so that the pod's is all there is. */
const nodes = { nodeCredentials: { kind: 'none' } } as const

/** Each login at each kind of door. */
export const accessCases: readonly PullCase[] = (['bearer', 'basic', 'lenient'] as const).flatMap(style =>
  (['private', 'public', 'missing'] as const).flatMap(what =>
    (['right', 'wrong', 'no'] as const).map(login => accessCase(style, what, login)),
  ),
)

function accessCase(style: Style, what: What, login: Login): PullCase {
  return {
    name: `${login} login for a ${what} image of a ${style} registry`,
    verdict: expected[style][what][login],
    lay: (stage, repository) => {
      const registry = stage[style]
      const name = what === 'public' ? `public/${repository}` : repository
      if (what !== 'missing') registry.push(name, 'v1', realImage({ name: `${style} ${repository}` }))
      return { image: `${registry.host}/${name}:v1`, login: logins[login], environment: nodes }
    },
  }
}
