import { DatelineError } from "../model/errors.ts";

/** A file, folder or graph that was named is not there, or may not be read. */
export class InputNotFoundError extends DatelineError {
  override readonly name = "InputNotFoundError";
  readonly code = "input-not-found";
  /** As it was named. */
  readonly location: string;
  constructor(location: string, message: string, options?: ErrorOptions) {
    super(`${location}: ${message}`, options);
    this.location = location;
  }
}

/** A URL did not answer, answered with an error, or may not be fetched. */
export class FetchError extends DatelineError {
  override readonly name = "FetchError";
  readonly code: "fetch-failed" | "fetch-refused";
  readonly location: string;
  constructor(
    location: string,
    message: string,
    code: "fetch-failed" | "fetch-refused" = "fetch-failed",
    options?: ErrorOptions,
  ) {
    super(`${location}: ${message}`, options);
    this.location = location;
    this.code = code;
  }
}
