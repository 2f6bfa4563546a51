# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The first time: known_hosts knows only other hosts.
expect_status=degraded
expect_cause=ssh.hostkey_unknown
target=ssh://deploy@$NAME
proof="$SSH deploy@$NAME true"
proof_match='Host key verification failed'
needs='sshd ssh'
build() {
	net one
	dns
	people
	ssh_key
	allow
	sshd
	known "$OTHER"
}
