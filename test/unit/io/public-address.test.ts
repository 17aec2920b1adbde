import { describe, expect, it } from "vitest";
import { isPublicAddress } from "../../../src/io/public-address.ts";

describe("isPublicAddress", () => {
  it.each(["8.8.8.8", "93.184.215.14", "2606:4700:4700::1111", "[2606:4700::1]"])("allows %s", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ["loopback", ["127.0.0.1", "127.255.0.1", "::1"]],
    ["this host", ["0.0.0.0", "::"]],
    ["private", ["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fc00::1", "fd12::1"]],
    ["link-local, with cloud metadata", ["169.254.169.254", "fe80::1", "fe80::1%eth0"]],
    ["carrier-grade NAT", ["100.64.0.1", "100.127.255.255"]],
    ["multicast and broadcast", ["224.0.0.1", "ff02::1", "255.255.255.255"]],
    [
      "mapped and translated",
      ["::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1", "2002:7f00:1::", "::127.0.0.1"],
    ],
    ["reserved and documentation", ["192.0.2.1", "198.18.0.1", "203.0.113.1", "240.0.0.1", "2001:db8::1"]],
    ["no address", ["", "localhost", "not an address"]],
  ])("refuses what is %s", (_, addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([]);
  });
});
