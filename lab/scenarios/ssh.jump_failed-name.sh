# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The jump host's name does not exist any more.
expect_cause=ssh.jump_failed
target=ssh://deploy@$S4
proof="$SSH deploy@$S4 true"
proof_match='Could not resolve hostname'
needs='sshd ssh'
build() {
	net one
	dns
	people
	ssh_key
	allow
	ssh_config "Host $S4" "ProxyJump deploy@bastion.$DOMAIN"
	sshd
	known "$S4"
}
