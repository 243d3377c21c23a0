import type { TriageText } from './types.ts'

type Code =
  | 'container-crashes'
  | 'out-of-memory'
  | 'init-container-fails'
  | 'liveness-probe-failing'
  | 'startup-probe-failing'
  | 'job-failed'

const lastWords = {
  say: 'Its last words; the run before this one is the one that failed:',
  run: [
    'kubectl -n $NS logs $POD -c $CONTAINER --previous --tail=50',
    'kubectl -n $NS logs $POD -c $CONTAINER --tail=50',
  ],
}

const undo = {
  run: 'kubectl -n $NS rollout undo $OWNER',
  why: 'goes back to the revision that ran before, if this began with a rollout',
}

/** The container runs, and what is in it fails. */
export const applicationCodes: Readonly<Record<Code, TriageText>> = {
  'container-crashes': {
    layer: 'application',
    title: 'The process in the container ends again and again',
    means:
      'Scheduling, pull and start all work. The process itself ends; the kubelet waits longer each time, up to five minutes.',
    look: [lastWords, { say: 'Exit code and time:', run: ['kubectl -n $NS describe pod $POD'] }],
    fix: 'Read the log. Exit code 1 or 2: its own error; 126 and 127: the command; 137: killed (memory or a probe); 139: a crash; 143: it was asked to end; 0: it has nothing to do and should be a Job.',
    disturbing: undo,
  },
  'out-of-memory': {
    layer: 'application',
    title: 'The container used more memory than its limit and was killed',
    means:
      'The kernel ended a process of the container (`OOMKilled`, exit code 137). Nothing is wrong with image or node.',
    look: [
      {
        say: 'Limit and use:',
        run: [
          "kubectl -n $NS get pod $POD -o jsonpath='{.spec.containers[*].resources}'",
          'kubectl -n $NS top pod $POD --containers',
        ],
      },
      lastWords,
    ],
    fix: 'Raise the limit, or make the process respect it (`GOMEMLIMIT`, `-XX:MaxRAMPercentage`, `--max-old-space-size`).',
    disturbing: undo,
  },
  'init-container-fails': {
    layer: 'application',
    title: 'An init container fails, so the others never start',
    means: 'Init containers run one after the other, each to its end. This one ends with an error.',
    look: [lastWords],
    fix: 'Mend what it waits for or does: usually a database, a migration, a missing permission.',
    disturbing: undo,
  },
  'liveness-probe-failing': {
    layer: 'application',
    title: 'The liveness probe fails, so the kubelet restarts the container',
    means:
      'The process runs and does not answer its probe in time. It is killed from outside, which looks like a crash.',
    look: [
      {
        say: 'The probe, and what it gets:',
        run: [
          "kubectl -n $NS get pod $POD -o jsonpath='{.spec.containers[*].livenessProbe}'",
          'kubectl -n $NS get events --field-selector involvedObject.name=$POD,reason=Unhealthy',
        ],
      },
      lastWords,
    ],
    fix: 'A slow start wants a startup probe, not a longer liveness delay. A liveness probe must not depend on other services.',
    disturbing: undo,
  },
  'startup-probe-failing': {
    layer: 'application',
    title: 'The startup probe never succeeds',
    means: 'The process does not come up within `failureThreshold × periodSeconds` and is restarted.',
    look: [
      {
        say: 'The probe, and what it gets:',
        run: [
          "kubectl -n $NS get pod $POD -o jsonpath='{.spec.containers[*].startupProbe}'",
          'kubectl -n $NS get events --field-selector involvedObject.name=$POD,reason=Unhealthy',
        ],
      },
      lastWords,
    ],
    fix: 'Give it more time if it only starts slowly; else read its log.',
    disturbing: undo,
  },
  'job-failed': {
    layer: 'application',
    title: 'The Job has given up',
    means: 'It has reached its `backoffLimit` or its deadline. It does not start again by itself.',
    look: [
      {
        say: 'Why, and the pods that are left:',
        run: ['kubectl -n $NS describe $OWNER', 'kubectl -n $NS logs $OWNER --tail=50'],
      },
    ],
    fix: 'Mend the cause, then create the Job anew under another name, or delete and apply it.',
    disturbing: {
      run: 'kubectl -n $NS delete $OWNER',
      why: 'makes room to apply it again; it takes the pods and their logs with it, so save those first',
    },
  },
}
