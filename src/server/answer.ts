/** What a request is answered with. */
export interface Answer {
  /** Default 200. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** Empty where there is no body. */
  readonly mediaType: string;
  readonly cache?: string;
}

export function toJson(value: unknown): Answer {
  return { body: JSON.stringify(value), mediaType: "application/json" };
}

export const NO_CONTENT: Answer = { status: 204, body: "", mediaType: "" };
