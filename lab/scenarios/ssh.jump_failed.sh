# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Nothing listens on the jump host.
expect_cause=ssh.jump_failed
expect_certainty=proven
target=ssh://deploy@$S4
proof="$SSH deploy@$S4 true"
proof_match='Connection refused'
needs='sshd ssh'
build() {
	net one
	dns
	people
	ssh_key
	allow
	ssh_config "Host $S4" "ProxyJump deploy@$GW4:2222"
	sshd
	known "$S4"
}
