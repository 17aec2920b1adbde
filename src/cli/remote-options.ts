import type { RemoteStore } from "../model/effects.ts";
import { UsageError } from "../model/errors.ts";
import type { Context } from "./context.ts";

/** Addresses of a store as options give them. */
export interface StoreOptions {
  readonly store?: string;
  readonly update?: string;
  readonly graphStore?: string;
}

export const STORE_NOTES =
  "Credentials come from the environment: DATELINE_STORE_USER and DATELINE_STORE_PASSWORD (Basic or Digest),\n" +
  "or DATELINE_STORE_TOKEN (Bearer).";

/** The store that options name, with the credentials of the environment. */
export async function connectNamedStore(
  context: Context,
  query: string,
  { update, graphStore }: Omit<StoreOptions, "store">,
): Promise<RemoteStore> {
  const { environment } = context;
  const [user, password, token] = ["USER", "PASSWORD", "TOKEN"].map(
    (name) => environment[`DATELINE_STORE_${name}`] || undefined,
  );
  if (password !== undefined && user === undefined)
    throw new UsageError("DATELINE_STORE_PASSWORD goes with DATELINE_STORE_USER");
  const { connectStore } = await import("../io/remote-store.ts");
  return connectStore(
    {
      query,
      ...(update !== undefined && { update }),
      ...(graphStore !== undefined && { graphStore }),
    },
    {
      ...(user !== undefined && { user }),
      ...(password !== undefined && { password }),
      ...(token !== undefined && { token }),
    },
  );
}

/** An endpoint of somebody else: it is asked without credentials, whatever the environment holds. */
export async function connectForeignEndpoint(address: string): Promise<RemoteStore> {
  const { connectStore } = await import("../io/remote-store.ts");
  return connectStore({ query: address });
}
