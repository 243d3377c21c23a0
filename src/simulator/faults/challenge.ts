import { ociError, reply } from '../reply.ts'
import type { Reply } from '../reply.ts'
import type { AnswerFault, Fault, Scene } from './fault.ts'
import { doorAnswer } from './make.ts'

const never = { status: 401, code: 'UNAUTHORIZED', message: 'authentication required' }

/** Challenges that are odd but right (a client must get through), odd and useless, or never at an end. */
export const challengeFaults = {
  // Right, in unusual words.
  'challenge-lower-case': challenged(scene => [
    `bearer REALM="${scene.realm}",Service="${scene.service}",SCOPE="${scope(scene)}"`,
  ]),
  'challenge-with-blanks': challenged(scene => [
    `Bearer  realm = "${scene.realm}" ,  service="${scene.service}" , , scope="${scope(scene)}"`,
  ]),
  'challenge-quoted-commas': challenged(scene => [
    `Bearer error="x, Basic realm=\\"no\\"",realm="${scene.realm}",service="${scene.service}",scope="${scope(scene).replace('pull', 'pull,push')}"`,
  ]),
  'challenge-escapes': challenged(scene => [
    `Bearer realm="${scene.realm.replace('://', String.raw`:\/\/`)}",scope="${scope(scene)}"`,
  ]),
  'challenge-unquoted': challenged(scene => [`Bearer service=registry,realm="${scene.realm}",scope="${scope(scene)}"`]),
  'challenge-several-lines': challenged(scene => ['Negotiate', bearer(scene), 'Basic realm="Registry"']),
  'challenge-several-in-one-line': challenged(scene => [`Negotiate, Basic realm="Registry", ${bearer(scene)}`]),
  'challenge-basic-without-realm': challenged(scene => ['Basic', bearer(scene)]),
  'challenge-without-scope': challenged(scene => [`Bearer realm="${scene.realm}",service="${scene.service}"`]),
  'challenge-without-service': challenged(scene => [`Bearer realm="${scene.realm}",scope="${scope(scene)}"`]),
  'challenge-two-scopes': challenged(scene => [`${bearer(scene)},scope="repository:other/thing:pull"`]),
  'challenge-relative-realm': challenged(scene => [bearer(scene, new URL(scene.realm).pathname)]),
  'challenge-realm-with-query': challenged(scene => [bearer(scene, `${scene.realm}?client=simulator`)]),

  // Useless.
  'challenge-absent': doorAnswer(ociError(never)),
  'challenge-blank': always(''),
  'challenge-garbled': always('Bearer realm="unfinished, scope=repository:'),
  'challenge-only-commas': always(', ,, ,'),
  'challenge-unknown-scheme': always('Negotiate'),
  'challenge-without-realm': always('Bearer service="registry"'),
  'challenge-empty-realm': always('Bearer realm=""'),
  'challenge-huge': always(`Bearer realm="https://auth.invalid/token",scope="${'x'.repeat(12_000)}"`),

  // To where no credential should go.
  'realm-not-a-url': always('Bearer realm="::not a url::"'),
  'realm-plain-http': always('Bearer realm="http://auth.example.test/token"'),
  'realm-other-host': always('Bearer realm="https://attacker.example.test/token"'),
  'realm-metadata': always('Bearer realm="http://169.254.169.254/token"'),
  'realm-private': always('Bearer realm="https://192.168.0.1/token"'),
  'realm-ipv6-mapped': always('Bearer realm="http://[::ffff:169.254.169.254]/token"'),
  'realm-file': always('Bearer realm="file:///etc/passwd"'),
  'realm-with-user': always('Bearer realm="https://user:password@attacker.example.test/token"'),

  // A door that opens for nobody.
  'unauthorized-always': doorAnswer(scene => ociError(never, { 'www-authenticate': bearer(scene) })),
  'basic-always': always('Basic realm="Registry Realm"'),
  'invalid-token-always': doorAnswer(scene =>
    ociError(never, { 'www-authenticate': `${bearer(scene)},error="invalid_token"` }),
  ),
  'insufficient-scope': doorAnswer(scene =>
    ociError(never, { 'www-authenticate': `${bearer(scene)},error="insufficient_scope"` }),
  ),
  'unauthorized-plain': doorAnswer(reply(401, 'Not Authorized\n')),
} as const satisfies Record<string, Fault>

/** Challenges callers without Authorization with a realm of one's choice. */
export function realmAt(realm: string): AnswerFault {
  return challenged(scene => [bearer(scene, realm)])
}

function challenged(lines: (scene: Scene) => string[]): AnswerFault {
  return doorAnswer((scene): Reply => {
    if (scene.ask.headers.authorization !== undefined) return scene.right()
    return ociError(never, { 'www-authenticate': lines(scene) })
  })
}

function always(challenge: string): AnswerFault {
  return doorAnswer(ociError(never, { 'www-authenticate': challenge }))
}

function bearer(scene: Scene, realm = scene.realm): string {
  return `Bearer realm="${realm}",service="${scene.service}",scope="${scope(scene)}"`
}

function scope({ ask }: Scene): string {
  return 'repository' in ask.route ? `repository:${ask.route.repository ?? ''}:pull` : 'registry:catalog:*'
}
