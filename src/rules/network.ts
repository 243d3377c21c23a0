import type { RulePages } from './types.ts'

type Code = 'registry-name-not-resolved' | 'registry-unreachable' | 'registry-error' | 'proxy-error'

const fromTheNode = {
  say: 'The node is what counts. Ask from there (the debug pod shares its network):',
  run: [
    'kubectl debug node/$NODE -it --image=docker.io/curlimages/curl -- curl -sS -o /dev/null -w "%{http_code}\\n" https://$REGISTRY/v2/',
  ],
}

/** Pages of the layer `network`. */
export const networkRules: RulePages<Code> = {
  'registry-name-not-resolved': {
    means:
      'The host part of the image does not resolve to an address where the check ran. On a node the same name gives `no such host`. Until it resolves, nothing can be said about image, login or platform.',
    quotes: [
      {
        who: 'CRI-O',
        text: 'initializing source docker://registry.acme.internal/web:1.27.3: pinging container registry registry.acme.internal: Get "https://registry.acme.internal/v2/": dial tcp: lookup registry.acme.internal on 10.96.0.10:53: no such host',
      },
      {
        who: 'a resolver that fails rather than denies',
        text: 'dial tcp: lookup ghcr.io on 10.0.0.2:53: server misbehaving',
      },
    ],
    why: [
      'The host is misspelt (`gchr.io`, `quay.oi`), or the first part of the name was meant as an organisation and has a dot in it.',
      'The name exists only inside a network: the runner does not see it, or the nodes do not.',
      'It is the name of a Kubernetes Service. Nodes do not use the cluster DNS, so `registry.default.svc` works in pods and never for pulls.',
      "`server misbehaving` and timeouts are the resolver's fault: an overloaded or unreachable DNS server on the node.",
    ],
    prove: [
      { say: 'Here:', run: ['getent hosts $REGISTRY || echo "does not resolve"'] },
      {
        say: "On the node, with the node's own resolver:",
        run: ['kubectl debug node/$NODE -it --image=docker.io/library/busybox -- nslookup $REGISTRY'],
      },
      {
        say: 'Which server the node asks:',
        run: ['kubectl debug node/$NODE -it --image=docker.io/library/busybox -- cat /host/etc/resolv.conf'],
      },
    ],
    fix: [
      { say: 'A typing mistake: correct the host in the line that the report names.' },
      {
        say: 'An internal name: run the check where it resolves (a runner inside the network). For the nodes, add the record to the DNS that they use, or a `hosts.toml` that maps the name to a reachable address.',
      },
      { say: 'A failing resolver: mend it; the kubelet tries again by itself within five minutes.' },
    ],
    ignore:
      'On hosted runners that can never see an internal registry. Better than ignoring: a self-hosted runner, or `on-unknown: warn`, which is the default.',
    decided:
      'DNS answered that there is no such name, or did not answer after retries. That is a fact about the runner, so the verdict is `unknown`, never `unpullable`.',
  },
  'registry-unreachable': {
    means:
      'The name resolves, and no usable connection comes about: refused, reset, dropped on the way, or silent until the time was over.',
    quotes: [
      {
        who: 'CRI-O, a closed port',
        text: 'RegistryUnavailable: initializing source docker://registry.acme.internal/web:1.27.3: pinging container registry registry.acme.internal: Get "https://registry.acme.internal/v2/": dial tcp 10.0.3.7:443: connect: connection refused',
      },
      { who: 'a dropped packet', text: 'dial tcp 140.82.121.34:443: i/o timeout' },
      {
        who: 'a connection that was closed at once',
        text: 'failed to do request: Head "https://ghcr.io/v2/acme/web/manifests/1.27.3": EOF',
      },
    ],
    why: [
      '`connection refused`: the host is up and nothing listens at that port: wrong port, or the registry is down.',
      '`i/o timeout`, `no route to host`: a firewall, security group, network policy or missing NAT on the way out of the nodes.',
      '`TLS handshake timeout` or `timeout awaiting response headers`: the connection exists, what is behind it is overloaded or inspects traffic.',
      '`EOF` or `connection reset by peer`: a proxy or load balancer in between hangs up.',
      '`context canceled` after minutes without progress: the runtime gave a stalled download up.',
    ],
    prove: [
      {
        say: 'Here, with the time that each phase takes:',
        run: [
          'curl -sS -o /dev/null -w "dns %{time_namelookup} tcp %{time_connect} tls %{time_appconnect} code %{http_code}\\n" https://$REGISTRY/v2/',
        ],
      },
      fromTheNode,
      {
        say: 'Is it one node or all?',
        run: [
          'kubectl get events -A --field-selector reason=Failed -o custom-columns=NODE:.source.host,MESSAGE:.message | grep $REGISTRY | sort | uniq -c',
        ],
      },
    ],
    fix: [
      { say: 'One node: compare its routes and proxy with a healthy one, cordon it if it must wait.' },
      {
        say: 'All nodes: open egress to the registry **and** to where it keeps its blobs (`pkg-containers.githubusercontent.com`, `production.cloudflare.docker.com`, an S3 or GCS bucket); a registry that answers and a blob host that does not look alike in the event.',
      },
      { say: 'The registry is down: wait, or pull through a mirror. Nothing in the manifest needs to change.' },
    ],
    ignore: 'When the registry can only be reached from the nodes and no runner can be placed beside them.',
    decided:
      'The connection failed after retries with growing pauses. It tells about the way from the runner to the registry, so the verdict is `unknown`. A 5xx or an answer of another service is `registry-error`; a refusal by the proxy is `proxy-error`.',
  },
  'registry-error': {
    means:
      'Something answered and the answer is of no use: a 5xx, a web page, a login that leads nowhere, a challenge that no client understands. The image may be perfectly fine.',
    quotes: [
      {
        who: 'CRI-O',
        text: 'reading manifest 1.27.3 in registry.acme.internal/web: received unexpected HTTP status: 503 Service Unavailable',
      },
      {
        who: 'containerd, where HEAD is refused',
        text: 'failed to resolve image: unexpected status from HEAD request to https://registry.acme.internal/v2/web/manifests/1.27.3: 403 Forbidden',
      },
      {
        who: 'a token server that fails',
        text: 'failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://auth.acme.internal/token: 500 Internal Server Error',
      },
    ],
    why: [
      '502, 503, 504: the registry or the load balancer before it is restarting, overloaded or out of disk.',
      '500 from a pull-through cache: its upstream refused or limited it, and the cache hides that behind a 500.',
      'A 200 with HTML: the port of a user interface, a captive portal, or a path prefix that belongs to another service.',
      'HEAD is refused where GET is not: a firewall, a proxy or presigned addresses that know GET alone. containerd asks by HEAD first, and gives up unless the answer is 405.',
      'The token server is another host with troubles of its own; its URL stands in the `WWW-Authenticate` header.',
    ],
    prove: [
      {
        say: 'What answers, and whether it is a registry at all (expect 200 or 401 and `docker-distribution-api-version`):',
        run: ['curl -sS -D - -o /dev/null https://$REGISTRY/v2/'],
      },
      {
        say: 'Whether HEAD is answered as GET is (containerd begins with it; expect the same status, digest and type):',
        run: [
          'curl -sS -I -H "Accept: application/vnd.oci.image.index.v1+json, */*" https://$REGISTRY/v2/acme/web/manifests/1.27.3',
        ],
      },
      { say: 'The image itself:', run: ['crane manifest -v "$IMAGE" 2>&1 | head -40'] },
      fromTheNode,
    ],
    fix: [
      { say: 'A passing failure: check again; the kubelet does so too, at growing intervals up to five minutes.' },
      {
        say: 'A lasting one: tell whoever runs the registry, with the request id from its headers. Meanwhile a mirror or a copy in another registry keeps deployments going.',
      },
      { say: 'A page instead of an API: correct host, port or path prefix of the image.' },
    ],
    ignore:
      'Hardly ever. If one registry is known to be flaky, leave `on-unknown` at `warn`: it is shown and does not block.',
    decided:
      'The answer is a 5xx after retries, or cannot be read as the distribution API prescribes. A 404 that no registry wrote (HTML, another service) belongs here too: it does not prove that the image is missing. So does a HEAD that is refused where GET gives the manifest (containerd begins with HEAD), and with `runtime: cri-o` a refused `GET /v2/`: the pull fails on a node that meets the same refusal, and who wrote it can not be told. Of services that all the world pulls from it is known that they answer both; any other host is asked once in a run. The verdict is `unknown`.',
  },
  'proxy-error': {
    means:
      'There is an HTTP proxy between the check and the registry, and the proxy itself said no or did not answer. The registry was never reached.',
    quotes: [
      {
        who: 'containerd behind a proxy that refuses',
        text: 'failed to do request: Head "https://ghcr.io/v2/acme/web/manifests/1.27.3": Forbidden',
      },
      {
        who: 'containerd, a proxy that wants a login',
        text: 'failed to do request: Head "https://ghcr.io/v2/acme/web/manifests/1.27.3": Proxy Authentication Required',
      },
      { who: 'a proxy that is down', text: 'proxyconnect tcp: dial tcp 10.0.0.9:3128: connect: connection refused' },
    ],
    silent: 'The nodes have proxy settings of their own, so whether they meet the same refusal is not known.',
    why: [
      'The host is not on the allow-list of the proxy: 403 to CONNECT.',
      'The proxy wants a login: 407.',
      '`HTTPS_PROXY` names a proxy that is gone, or `NO_PROXY` lacks an internal registry that should be reached directly.',
    ],
    prove: [
      {
        say: 'Here:',
        run: [
          'env | grep -i _proxy',
          'curl -sS -v -o /dev/null https://$REGISTRY/v2/ 2>&1 | grep -iE "proxy|CONNECT|HTTP/"',
        ],
      },
      {
        say: "On the node the runtime's own environment counts, not the shell's:",
        run: [
          'kubectl debug node/$NODE -it --image=docker.io/library/busybox -- chroot /host systemctl show containerd --property=Environment',
        ],
      },
    ],
    fix: [
      {
        say: 'Have the registry, its token server and its blob host put on the allow-list, or name an internal registry in `NO_PROXY`. On nodes that is a systemd drop-in of containerd or CRI-O and a restart of the runtime (not of the pods).',
      },
    ],
    ignore: 'When only the runner is behind that proxy. Name the host in its `NO_PROXY` if there is another way out.',
    decided: 'The proxy answered CONNECT with something other than 200, or could not be reached. Always `unknown`.',
  },
}
