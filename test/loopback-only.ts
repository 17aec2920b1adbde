import { Socket } from "node:net";

// Tests may talk to themselves and to nobody else: a connection to any other host fails at once, and loudly.
const connect = Socket.prototype.connect;
const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || host.startsWith("127.");

Socket.prototype.connect = function connectLoopback(this: Socket, ...input: unknown[]): Socket {
  // Node normalises the arguments to [[options, callback]] before an internal call.
  const first = Array.isArray(input[0]) ? input[0][0] : input[0];
  const host =
    typeof first === "object" && first !== null && "host" in first
      ? first.host
      : typeof first === "number" && typeof input[1] === "string"
        ? input[1]
        : undefined;
  if (typeof host === "string" && !isLoopback(host))
    throw new Error(`A test tried to reach ${host}; tests stay on loopback.`);
  return Reflect.apply(connect, this, input) as Socket;
};
