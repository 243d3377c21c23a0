import type { RulePages, RuleStep } from './types.ts'

type Code = 'tls-untrusted' | 'tls-expired' | 'tls-name-mismatch' | 'tls-handshake' | 'plain-http-registry'

const showCertificate: RuleStep = {
  say: 'Show the certificate that is served:',
  run: [
    'openssl s_client -connect $REGISTRY:443 -servername $REGISTRY </dev/null 2>/dev/null | openssl x509 -noout -subject -issuer -dates -ext subjectAltName',
  ],
}

const fromNode: RuleStep = {
  say: 'What the node makes of it (trust and clock are its own):',
  run: ['kubectl debug node/$NODE -it --image=docker.io/library/busybox -- chroot /host crictl pull "$IMAGE"'],
}

/** Pages of the layer `tls`. */
export const tlsRules: RulePages<Code> = {
  'tls-untrusted': {
    means:
      'The registry has a certificate whose authority is not known where the check ran. Nodes may trust it through a CA of their own, so this alone proves nothing about them.',
    quotes: [
      {
        who: 'CRI-O',
        text: 'pinging container registry registry.acme.internal: Get "https://registry.acme.internal/v2/": tls: failed to verify certificate: x509: certificate signed by unknown authority',
      },
    ],
    why: [
      "The registry is signed by the organisation's own authority.",
      'The certificate is self-signed.',
      'The server sends its certificate without the intermediate: browsers fetch it, Go programs (containerd, CRI-O, crane) do not.',
      'A proxy inspects TLS and shows a certificate of its own.',
    ],
    prove: [
      showCertificate,
      {
        say: 'Is the chain whole? Two or more certificates are expected unless it is self-signed:',
        run: [
          'openssl s_client -connect $REGISTRY:443 -servername $REGISTRY -showcerts </dev/null 2>/dev/null | grep -c "BEGIN CERTIFICATE"',
        ],
      },
      fromNode,
    ],
    fix: [
      { say: 'If the nodes trust the authority: give it to the check by `ca-file`, and the finding is gone.' },
      {
        say: 'If they do not: put it into `/etc/containerd/certs.d/<registry>/hosts.toml` as `ca = "…"` (read at each pull), or into the system store of the node and restart the runtime.',
      },
      {
        say: 'If the intermediate is missing: configure the server to send the full chain. That mends all clients at once.',
      },
    ],
    ignore: 'Never by `insecure-registries` alone: that states that nodes do not verify, which must then be true.',
    decided:
      'The chain ends at a root that is neither in the bundled store nor in that of the system nor in `ca-file`. The verdict is `unknown`, since the trust of nodes may differ. Where only a CA that the runner was told of makes it work, the use carries the assumption that nodes trust it too.',
  },
  'tls-expired': {
    means:
      'The certificate of the registry is out of its time: expired, or not valid yet. Every client with a right clock refuses it.',
    quotes: [
      {
        who: 'the whole tail',
        text: 'x509: certificate has expired or is not yet valid: current time 2026-11-24T02:13:07Z is after 2026-11-23T23:59:59Z',
      },
    ],
    why: [
      'The renewal failed, or it worked and the server was not reloaded.',
      'One of several servers behind a load balancer still has the old certificate: it fails now and then.',
      'The clock of the node is wrong. Then only that node fails, and the message names the time that it believes in.',
    ],
    prove: [
      showCertificate,
      {
        say: "Compare the message's `current time` with the real one; on the node:",
        run: ['kubectl debug node/$NODE -it --image=docker.io/library/busybox -- date -u'],
      },
    ],
    fix: [
      {
        say: 'Renew the certificate, reload the server, and look at each address behind the name (`getent ahosts $REGISTRY`).',
      },
      { say: 'If it is the clock: mend time synchronisation on the node. No manifest has to change.' },
    ],
    ignore: 'Not at all while nodes verify. It will be right again by itself only in the case of "not yet valid".',
    decided:
      'The handshake gave the certificate and its dates do not hold the present. Certificate dates do not depend on who looks, so the verdict is `unpullable`, unless the nodes skip verification for that host.',
  },
  'tls-name-mismatch': {
    means: 'The registry presents a certificate for other names than the one in the image.',
    quotes: [
      {
        who: 'an address instead of a name',
        text: `x509: cannot validate certificate for 10.0.3.7 because it doesn't contain any IP SANs`,
      },
      { who: 'an old certificate', text: 'x509: certificate relies on legacy Common Name field, use SANs instead' },
    ],
    why: [
      'The image names an alias, a short name or an IP address that the certificate does not hold.',
      'The name leads to another server: a default virtual host of the ingress, a stale DNS record.',
      'The certificate has only a Common Name. Go has refused those since 1.15.',
    ],
    prove: [showCertificate, { say: 'Where does the name lead?', run: ['getent ahosts $REGISTRY'] }, fromNode],
    fix: [
      {
        say: 'Use a name that is in the certificate, in the image and in the pull secret alike: the secret is keyed by host.',
      },
      { say: 'Or have a certificate made with this name as a subject alternative name.' },
      { say: 'The wrong server answers: mend DNS or the ingress.' },
    ],
    ignore: 'Not while nodes verify.',
    decided:
      'The names in the certificate do not match the host that nodes would contact, by RFC 6125. `unpullable`, unless verification is off for that host.',
  },
  'tls-handshake': {
    means: 'A connection is made, and TLS on it fails before any certificate could be judged.',
    quotes: [
      { who: 'no common version', text: 'remote error: tls: protocol version not supported' },
      { who: 'the server wants a client certificate', text: 'remote error: tls: certificate required' },
      { who: 'no TLS at all behind the port', text: 'tls: first record does not look like a TLS handshake' },
    ],
    why: [
      'The server offers only TLS 1.0 or 1.1, or ciphers that Go has removed.',
      'What listens is not a web server (SSH, a database) or speaks plain text on 443.',
      'The registry asks for a client certificate.',
      'A middlebox cuts the handshake because of the name in it.',
    ],
    prove: [
      {
        say: 'Versions and ciphers that come about:',
        run: [
          'openssl s_client -connect $REGISTRY:443 -servername $REGISTRY </dev/null 2>&1 | grep -E "Protocol|Cipher|alert|Acceptable client"',
        ],
      },
      fromNode,
    ],
    fix: [
      { say: 'Allow TLS 1.2 or 1.3 with current ciphers on the server; correct the port of the image.' },
      {
        say: 'A client certificate is given to nodes by `client = [["cert.pem", "key.pem"]]` in `hosts.toml`. This check holds none, so it can only be proven from a node.',
      },
    ],
    ignore: 'Where the registry wants client certificates and the nodes have them.',
    decided:
      'The handshake ended with an alert or with bytes that are not TLS. `unpullable`, save where a client certificate is asked for: nodes may have one, so that is `unknown`.',
  },
  'plain-http-registry': {
    means:
      'The registry speaks HTTP where nodes speak HTTPS. containerd and CRI-O use HTTP only for hosts that are declared so, and for loopback.',
    quotes: [
      {
        who: 'CRI-O',
        text: 'pinging container registry registry.acme.internal:5000: Get "https://registry.acme.internal:5000/v2/": http: server gave HTTP response to HTTPS client',
      },
    ],
    why: [
      'A registry in the house without a certificate, often on port 5000.',
      'It worked with Docker on one machine that had `insecure-registries`; nodes have a configuration of their own.',
      'TLS ends at a load balancer, and the image names the server behind it.',
    ],
    prove: [
      {
        say: 'Ask both ways:',
        run: [
          'curl -sS -o /dev/null -w "%{http_code}\\n" http://$REGISTRY/v2/',
          'curl -sS -o /dev/null -w "%{http_code}\\n" https://$REGISTRY/v2/',
        ],
      },
      {
        say: 'What do the nodes have?',
        run: [
          'kubectl debug node/$NODE -it --image=docker.io/library/busybox -- sh -c "cat /host/etc/containerd/certs.d/*/hosts.toml; cat /host/etc/containers/registries.conf"',
        ],
      },
    ],
    fix: [
      { say: 'Best: a certificate for the registry. Logins sent by plain HTTP can be read by anybody on the way.' },
      {
        say: 'Else configure every node (`[host."http://…"]` in `hosts.toml`, `insecure = true` in `registries.conf`) and tell the check by `hosts-dir`, `registries-conf` or `insecure-registries`.',
      },
    ],
    ignore: 'Declare it instead of ignoring it: then the image behind it is checked as well.',
    decided:
      'The answer to the TLS hello was plain HTTP, the host is not loopback with a port, and neither setting nor node configuration declares it insecure. `unpullable`.',
  },
}
