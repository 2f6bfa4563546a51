# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The jump host does not take the key.
expect_cause=ssh.jump_failed
target=ssh://deploy@$S4
proof="$SSH deploy@$S4 true"
proof_match='Permission denied'
needs='sshd ssh'
build() {
	net one
	people s r1
	ssh_key
	ssh_config "Host $S4" "ProxyJump deploy@$GW4:2222"
	sshd -h r1 -p 2222 'PasswordAuthentication no' 'KbdInteractiveAuthentication no'
	sshd
	known "$S4"
	known -p 2222 -k "$DIR/sshd-r1-2222.key" "$GW4"
}
