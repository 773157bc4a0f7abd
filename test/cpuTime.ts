/** The processor's time that something takes in this thread, in ms: on a busy machine it is the same as on a quiet one. */
export function cpuTimeOf(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}
