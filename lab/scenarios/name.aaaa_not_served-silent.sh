# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# IPv6 packets for the service's port are dropped; its host answers over IPv6 elsewhere.
expect_status=degraded expect_cause=name.aaaa_not_served
target=https://$NAME/
proof="curl -6 -sS -m 3 $target; curl -4 -sS $target; nc -6 -vz -w2 $S6 22"
proof_match='curl: \(28\).*hello.*succeeded'
build() {
	net far
	site
	https leaf
	tcp 22 say 'SSH-2.0-OpenSSH_9.2\r\n'
	rules s 'input meta nfproto ipv6 tcp dport 443 drop'
}
