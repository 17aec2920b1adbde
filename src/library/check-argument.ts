import { UsageError } from "../model/errors.ts";

/** Scripts in JavaScript have no compiler to tell them what a function takes. @throws {@link UsageError} */
export function refuseArgument(call: string, takes: string, given: unknown): never {
  const named = given === "" ? "an empty text" : given === null ? "null" : typeof given;
  throw new UsageError(`${call} takes ${takes}, not ${named}`);
}
