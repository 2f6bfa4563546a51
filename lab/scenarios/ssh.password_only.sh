# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server takes passwords and no keys.
expect_status=degraded
expect_cause=ssh.password_only
target=ssh://deploy@$NAME
proof="$SSH deploy@$NAME true"
proof_match='Permission denied \(password'
needs='sshd ssh'
build() {
	net one
	dns
	people
	ssh_key
	allow
	sshd 'PubkeyAuthentication no'
	known "$NAME"
}
