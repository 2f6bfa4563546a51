# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The key is for other servers; here a password is the way in, as it always was.
expect_status=degraded
expect_cause=ssh.password_only
target=ssh://deploy@$NAME
proof="$SSH deploy@$NAME true"
proof_match='Permission denied \(publickey,password'
needs='sshd ssh'
build() {
	net one
	dns
	people
	ssh_key
	sshd
	known "$NAME"
}
