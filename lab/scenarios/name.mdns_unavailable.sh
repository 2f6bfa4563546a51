# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A .local name, which nobody on this host looks up by multicast.
expect_cause=name.mdns_unavailable
target=http://printer7.local/
proof="dig printer7.local; grep ^hosts: /etc/nsswitch.conf; getent hosts printer7.local; echo rc=\$?"
proof_match='NXDOMAIN.*files dns.*rc=2'
build() {
	net far
	dns_py "$NAME=$S4"
}
