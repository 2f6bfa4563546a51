# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# No key and no agent, and a server that takes nothing but keys.
expect_cause=ssh.no_usable_key
target=ssh://deploy@$NAME
env=(SSH_AUTH_SOCK=$DIR/home/gone)
proof="$SSH deploy@$NAME true"
proof_match='Permission denied \(publickey\)'
needs='sshd ssh'
build() {
	net one
	dns
	people
	sshd 'PasswordAuthentication no' 'KbdInteractiveAuthentication no'
	known "$NAME"
}
