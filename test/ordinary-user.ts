/** Runs an action as somebody whom file permissions hold: the superuser, who may read and write all, becomes "nobody" for it. */
export async function asOrdinaryUser<T>(action: () => Promise<T>): Promise<T> {
  const NOBODY = 65534;
  if (process.geteuid?.() !== 0) return action();
  process.seteuid?.(NOBODY);
  try {
    return await action();
  } finally {
    process.seteuid?.(0);
  }
}
