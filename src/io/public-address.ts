import ipaddr from "ipaddr.js";

/**
 * Whether an IP address is one of the public internet. Loopback, private, link-local, carrier-grade NAT, unique local,
 * multicast, reserved and documentation ranges are not; addresses that wrap an IPv4 one (mapped, NAT64, 6to4, Teredo)
 * are judged as not public, whatever they wrap.
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  // "unicast" is ipaddr.js's name for what lies in no special range.
  return ipaddr.isValid(bare) && ipaddr.parse(bare).range() === "unicast";
}
