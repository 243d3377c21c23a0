import { ociError, reply } from '../reply.ts'
import type { Fault } from './fault.ts'
import { doorAnswer, html, insideAnswer, insideError } from './make.ts'

/** Refusals by someone who knows the answer: scanners, firewalls, edges, the law. */
export const policyFaults = {
  denied: insideError({ status: 403, code: 'DENIED', message: 'requested access to the resource is denied' }),
  'denied-plain': insideAnswer(reply(403, 'Forbidden\n')),
  'denied-entitlement': insideError({ status: 403, code: 'DENIED', message: 'Access Denied' }),
  'denied-expired': insideError({
    status: 403,
    code: 'DENIED',
    message: 'Your authorization token has expired. Reauthenticate and try again.',
  }),
  'policy-harbor': insideError({
    status: 412,
    code: 'PROJECTPOLICYVIOLATION',
    message:
      'current image with 3 vulnerabilities cannot be pulled due to configured policy in \'Prevent images with vulnerability severity of "High" or higher from running.\'',
  }),
  'policy-harbor-signature': insideError({
    status: 412,
    code: 'PROJECTPOLICYVIOLATION',
    message: 'The image is not signed by cosign.',
  }),
  'policy-xray': insideError({
    status: 403,
    code: 'DENIED',
    message:
      'Artifact download request rejected: it was not downloaded due to the download blocking policy configured in Xray',
  }),
  'legal-block': insideAnswer(reply(451, 'Unavailable For Legal Reasons\n')),

  // Our address is refused, not the image.
  'firewall-acr': doorAnswer(
    ociError({
      status: 403,
      code: 'DENIED',
      message: "client with IP '203.0.113.7' is not allowed access. Refer https://aka.ms/acr/firewall to grant access.",
    }),
  ),
  'edge-google': doorAnswer(
    html(403, 'Error 403 (Forbidden)!!1 Your client does not have permission to get URL from this server.'),
  ),
  'edge-cloudflare': doorAnswer(html(403, 'Attention Required! | Cloudflare', { server: 'cloudflare' })),
  'proxy-page': doorAnswer(html(403, 'Access to this site is blocked by your administrator')),
} as const satisfies Record<string, Fault>
