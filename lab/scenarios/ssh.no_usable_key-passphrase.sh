# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server would take the key, which is locked with a passphrase; there is no agent.
expect_status=degraded
expect_cause=ssh.no_usable_key
target=ssh://deploy@$NAME
proof="$SSH deploy@$NAME true"
proof_match='(?s)Server accepts key.*Permission denied'
needs='sshd ssh'
build() {
	net one
	dns
	people
	ssh_key id_rsa rsa 'a long phrase'
	allow id_rsa
	sshd 'PasswordAuthentication no' 'KbdInteractiveAuthentication no'
	known "$NAME"
}
