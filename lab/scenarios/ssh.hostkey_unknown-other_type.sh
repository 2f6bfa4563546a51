# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# known_hosts has a key of the host, of a type that the server does not have any more.
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
	ssh-keygen -q -t rsa -b 2048 -N '' -C '' -f "$DIR/old"
	known -k "$DIR/old" "$NAME"
}
