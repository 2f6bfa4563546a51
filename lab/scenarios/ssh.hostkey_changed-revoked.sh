# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The key is marked as revoked in known_hosts.
expect_cause=ssh.hostkey_changed
expect_certainty=proven
target=ssh://deploy@$NAME
proof="$SSH deploy@$NAME true"
proof_match='REVOKED HOST KEY'
needs='sshd ssh'
build() {
	net one
	dns
	people
	ssh_key
	allow
	sshd
	known "$NAME"
	sed -i 's/^/@revoked /' "$DIR/home/.ssh/known_hosts"
}
