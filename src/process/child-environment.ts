import { delimiter, join } from 'node:path'
import { absoluteFolders } from './find-program.ts'

/**
 * All that a child program sees of the environment: a search path, and folders of its own below `home`. No token, no
 * proxy, no kubeconfig, no plugin and no login of the runner is among it.
 */
export function childEnvironment(home: string, searchPath: string): Record<string, string> {
  return {
    PATH: absoluteFolders(searchPath).join(delimiter),
    HOME: home,
    TMPDIR: home,
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'data'),
    XDG_RUNTIME_DIR: home,
    DOCKER_CONFIG: join(home, 'docker'),
    KUBECONFIG: join(home, 'kubeconfig'),
    HELM_CACHE_HOME: join(home, 'helm/cache'),
    HELM_CONFIG_HOME: join(home, 'helm/config'),
    HELM_DATA_HOME: join(home, 'helm/data'),
    HELM_PLUGINS: join(home, 'helm/plugins'),
    HELM_REGISTRY_CONFIG: join(home, 'helm/registry.json'),
    HELM_REPOSITORY_CACHE: join(home, 'helm/repository'),
    HELM_REPOSITORY_CONFIG: join(home, 'helm/repositories.yaml'),
    KUSTOMIZE_PLUGIN_HOME: join(home, 'kustomize/plugins'),
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_NOSYSTEM: '1',
  }
}
