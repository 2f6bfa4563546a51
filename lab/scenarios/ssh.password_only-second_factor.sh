# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The key is accepted, and a password is wanted besides.
expect_status=degraded
expect_cause=ssh.password_only
target=ssh://deploy@$NAME
proof="$SSH deploy@$NAME true"
proof_match='Authenticated using "publickey" with partial success'
needs='sshd ssh'
build() {
	net one
	dns
	people
	ssh_key id_ecdsa ecdsa
	allow id_ecdsa
	sshd 'AuthenticationMethods publickey,password'
	known "$NAME"
}
