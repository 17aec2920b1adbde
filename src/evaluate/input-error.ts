import { DatelineError } from "../model/errors.ts";

/** A gold, floor or system file cannot be used. `location` names file and line. */
export class EvaluationInputError extends DatelineError {
  override readonly name = "EvaluationInputError";
  readonly code = "evaluation-input";
  readonly location: string;
  constructor(location: string, message: string, options?: ErrorOptions) {
    super(`${location}: ${message}`, options);
    this.location = location;
  }
}
