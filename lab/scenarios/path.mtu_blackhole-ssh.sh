# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Large packets vanish on the way there: ssh hangs in the key exchange, whose offer is the first.
expect_cause=path.mtu_blackhole
target=ssh://deploy@$S4
proof="timeout 4 $SSH deploy@$S4 true; echo rc=\$?"
proof_match='SSH2_MSG_KEXINIT sent.*rc=124'
needs='sshd ssh'
build() {
	net far
	people
	ssh_key
	allow
	real_mtu c eth0
	real_mtu r1 wan0
	real_mtu r2 srv0
	rules r2 'forward iifname up0 meta length > 1300 drop'
	sshd
	known "$S4"
}
