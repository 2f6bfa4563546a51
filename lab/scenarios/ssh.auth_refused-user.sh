# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The key is right, and the server lets somebody else in (AllowUsers).
expect_cause=ssh.auth_refused
target=sftp://deploy@$NAME
proof="$SSH deploy@$NAME true"
proof_match='Permission denied \(publickey\)'
needs='sshd ssh'
build() {
	net one
	dns
	people
	ssh_key id_rsa rsa
	allow id_rsa
	sshd 'PasswordAuthentication no' 'KbdInteractiveAuthentication no' 'AllowUsers admin'
	known "$NAME"
}
