# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A key file, a known host: ssh as it should be.
expect_status=ok
target=ssh://deploy@$NAME
proof="$SSH deploy@$NAME true; echo rc=\$?"
proof_match='Authenticated to .*rc=0'
needs='sshd ssh'
build() {
	net one
	dns
	people
	ssh_key
	allow
	sshd
	known "$NAME"
}
