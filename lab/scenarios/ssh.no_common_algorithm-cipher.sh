# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The user's own settings allow a single cipher, which the server does not have.
expect_cause=ssh.no_common_algorithm
expect_certainty=proven
target=ssh://deploy@$NAME
proof="$SSH deploy@$NAME true"
proof_match='no matching cipher found'
needs='sshd ssh'
build() {
	net one
	dns
	people
	ssh_key
	ssh_config 'Ciphers aes256-gcm@openssh.com'
	sshd 'Ciphers aes128-ctr'
	known "$NAME"
}
