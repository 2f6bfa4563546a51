# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A firewall drops what goes to the jump host.
expect_cause=ssh.jump_failed
target=ssh://deploy@$S4
proof="timeout 3 $SSH deploy@$S4 true; echo rc=\$?"
proof_match='rc=124'
needs='sshd ssh'
build() {
	net one
	dns
	people
	ssh_key
	allow
	ssh_config "Host $S4" "ProxyJump deploy@$GW4:2222"
	rules r1 'input tcp dport 2222 drop'
	sshd
	known "$S4"
}
