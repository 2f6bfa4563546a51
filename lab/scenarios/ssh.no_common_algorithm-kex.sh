# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The only key exchange that the server allows is one that this client has given up.
expect_cause=ssh.no_common_algorithm
expect_certainty=proven
target=ssh://deploy@$NAME
proof="$SSH deploy@$NAME true"
proof_match='no matching key exchange method found'
needs='sshd ssh'
build() {
	net one
	dns
	people
	ssh_key
	sshd 'KexAlgorithms diffie-hellman-group14-sha1'
}
