# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The key is not in authorized_keys, and the server takes nothing but keys.
expect_cause=ssh.auth_refused
expect_certainty=proven
target=ssh://deploy@$NAME
proof="$SSH deploy@$NAME true"
proof_match='(?s)Offering public key.*Permission denied \(publickey\)'
needs='sshd ssh'
build() {
	net one
	dns
	people
	ssh_key
	sshd 'PasswordAuthentication no' 'KbdInteractiveAuthentication no'
	known "$NAME"
}
