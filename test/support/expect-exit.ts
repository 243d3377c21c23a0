/** Fails, with all that the program said, where it ended with another exit code. */
export function expectExit(
  result: { readonly exitCode: number | null; readonly stdout: string; readonly stderr: string },
  code: number,
): void {
  if (result.exitCode === code) return
  throw new Error(`ended with ${result.exitCode} instead of ${code}:\n${result.stdout}\n${result.stderr}`)
}
