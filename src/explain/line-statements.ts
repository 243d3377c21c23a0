// what begins a statement of its own; everything else goes on with the line before
const starts: readonly RegExp[] = [
  // kubectl describe: an event, or a field of a container
  /^\s*(?:Normal|Warning)\s/,
  /^\s*(?:State|Last State|Reason|Message|Exit Code|Image|Ready|Status|Events|Warning|Error|Type):?(?:\s|$)/,
  // kubectl get events: age, type, reason
  /^\S+\s+(?:Normal|Warning)\s/,
  // logs: klog, syslog, RFC 3339, logrus
  /^[IWEF]\d{4} \d\d:/,
  /^[A-Z][a-z]{2} +\d+ \d\d:\d\d:\d\d /,
  /^\d{4}-\d\d-\d\dT\d\d:/,
  /^time="/,
  // the kubelet's own beginnings
  /^(?:Failed to|Back-?off|Error:|rpc error:|Container image|Unable to|[A-Z]\w+(?:BackOff|Pull|Error|Name|Unavailable)\b)/i,
  /^[{[]/,
]

/** Splits plain text into statements; a line that begins none goes on with the one before, as bodies of errors do. */
export function lineStatements(text: string): readonly string[] {
  const statements: string[] = []
  for (const line of text.split('\n')) {
    const last = statements.at(-1)
    if (last === undefined || starts.some(start => start.test(line))) statements.push(line)
    else statements[statements.length - 1] = `${last}\n${line}`
  }
  return statements.map(statement => statement.replace(/\n[ \t]+/g, '\n'))
}
